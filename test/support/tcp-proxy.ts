import { connect, createServer, type Socket } from 'node:net';

/** One connection through the proxy. */
interface Link {
  readonly client: Socket;
  readonly server: Socket;
  /** What the client sent first: PostgreSQL's start-up packet names the application. */
  opening: string;
  isSilent: boolean;
  /** Whether the answer that is on its way never arrives. */
  isDoomed: boolean;
}

/** A proxy between a service and its database that misbehaves as networks do. */
export interface TcpProxy {
  readonly port: number;
  /** The connections whose start-up packet holds a text, such as an application's name. */
  count(application: string): number;
  /** Drops every byte in both directions and tells nobody; new connections are silent as well. */
  silence(application?: string): void;
  /** Resets the first connection that sends a text, after the server has answered it. */
  resetAfter(text: string): void;
  /** Lets bytes of new connections pass again; what was silenced stays so. */
  speak(): void;
  /** Ends connections with a TCP reset, as a firewall or a crashed host does. */
  reset(application?: string): void;
  close(): Promise<void>;
}

/** Opens a proxy to a port of this machine. */
export async function openTcpProxy(target: number): Promise<TcpProxy> {
  const links = new Set<Link>();
  let silenced: string | null = null;
  let fatal: string | null = null;
  const server = createServer((client) => {
    const link: Link = {
      ...{ client, server: connect(target, '127.0.0.1'), opening: '' },
      ...{ isSilent: false, isDoomed: false },
    };
    links.add(link);
    client.on('data', (bytes) => {
      if (link.opening === '') link.opening = bytes.toString('latin1');
      link.isSilent ||= silenced !== null && link.opening.includes(silenced);
      if (fatal !== null && bytes.includes(fatal)) {
        fatal = null;
        link.isDoomed = true;
      }
      if (!link.isSilent) link.server.write(bytes);
    });
    link.server.on('data', (bytes) => {
      if (link.isDoomed) client.resetAndDestroy();
      else if (!link.isSilent) client.write(bytes);
    });
    for (const [one, other] of [
      [client, link.server],
      [link.server, client],
    ] as const) {
      one.on('error', () => undefined);
      one.once('close', () => {
        // A peer behind a silent network learns of no end.
        if (one === link.server && link.isSilent) return;
        other.destroy();
        links.delete(link);
      });
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const choose = (application: string) =>
    [...links].filter(({ opening }) => opening.includes(application));
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    count: (application) => choose(application).length,
    silence: (application = '') => {
      silenced = application;
      for (const link of choose(application)) link.isSilent = true;
    },
    resetAfter: (text) => {
      fatal = text;
    },
    speak: () => {
      silenced = null;
    },
    reset: (application = '') => {
      for (const link of choose(application)) {
        link.client.resetAndDestroy();
        link.server.destroy();
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const link of links) {
          link.client.destroy();
          link.server.destroy();
        }
      }),
  };
}
