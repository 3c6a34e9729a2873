import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One purge as it arrived. */
export interface ReceivedPurge {
  readonly surrogateKeys: readonly string[];
  readonly authorization: string | undefined;
}

/** A CDN's end of the purge webhook, on a port of its own; it is down at first. */
export interface PurgeTarget {
  readonly url: string;
  /** What was taken, in order. */
  readonly received: ReceivedPurge[];
  /** The keys of all that was taken. */
  keys(): ReadonlySet<string>;
  /** Answers the next requests with these statuses, and takes nothing of them. */
  refuse(statuses: readonly number[]): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Finds a free port and leaves it closed. */
export async function createPurgeTarget(
  onPurge: (purge: ReceivedPurge) => Promise<void> = () => Promise.resolve(),
): Promise<PurgeTarget> {
  const received: ReceivedPurge[] = [];
  const refusals: number[] = [];
  const server = createServer((request, response) => {
    const take = async () => {
      const body = JSON.parse(await text(request)) as { surrogateKeys: string[] };
      const refused = refusals.shift();
      const purge = { ...body, authorization: request.headers.authorization };
      if (refused === undefined) {
        await onPurge(purge);
        received.push(purge);
      }
      response.writeHead(refused ?? 204).end();
    };
    take().catch(() => {
      response.destroy();
    });
  });
  const port = await listen(server, 0);
  await close(server);
  return {
    url: `http://127.0.0.1:${port}/purge`,
    received,
    keys: () => new Set(received.flatMap(({ surrogateKeys }) => surrogateKeys)),
    refuse: (statuses) => refusals.push(...statuses),
    start: async () => {
      await listen(server, port);
    },
    stop: () => close(server),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
