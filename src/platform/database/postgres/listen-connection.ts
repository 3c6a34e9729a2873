import { Socket } from 'node:net';
import type { Client } from 'pg';
import { keepAliveSettings } from './postgres-pool';

/** What opens a connection that listens. */
export interface ListenOptions {
  readonly url: string;
  readonly channel: string;
  /** Called with the payload of each notice. */
  readonly onNotice: (payload: string | undefined) => void;
}

/** One connection that listens, from its opening until it is lost. */
export interface ListenConnection {
  /** Resolves with the reason once the connection is lost or closed; never rejects. */
  readonly lost: Promise<string>;
  /**
   * Asks the server what time it is, as a sign of life; notices of earlier commits come before it.
   * Units: milliseconds since 1970. Errors: where no answer comes in time, or the connection is lost.
   */
  askTime(): Promise<number>;
  /** Ends the connection at once, whatever state it is in. */
  destroy(reason: string): void;
}

/** Units: milliseconds for the network and for the server, each. */
const connectTimeoutMs = 2_000;
const answerTimeoutMs = 2_000;
/** Not `now()`: inside a transaction that stands still. */
const time = 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms';

/** Connects and listens. Errors: where either fails; nothing is left open then. */
export async function openListenConnection(options: ListenOptions): Promise<ListenConnection> {
  const { Client: PgClient } = await import('pg');
  // The driver's own `end` waits for a peer that may be gone; a socket can be destroyed.
  const socket = new Socket();
  const client = new PgClient({
    ...keepAliveSettings,
    connectionString: options.url,
    application_name: 'maqal commits',
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: answerTimeoutMs,
    stream: () => socket,
  });
  const { lost, lose } = watchLoss(client, socket);
  try {
    await client.connect();
    client.on('notification', ({ payload }) => {
      options.onNotice(payload);
    });
    await client.query(`LISTEN ${options.channel}`);
  } catch (error) {
    lose(describe(error));
    throw error;
  }
  return {
    lost,
    askTime: async () => {
      const { rows } = await client.query<{ ms: number }>(time);
      const [row] = rows;
      if (row === undefined) throw new Error('PostgreSQL did not say what time it is');
      return row.ms;
    },
    destroy: lose,
  };
}

/** The driver reports one loss by several events: the listeners stay, and the first one counts. */
function watchLoss(client: Client, socket: Socket) {
  let lose: (reason: string) => void = () => undefined;
  const lost = new Promise<string>((resolve) => {
    lose = (reason) => {
      resolve(reason);
      socket.destroy();
    };
  });
  client.on('error', (error) => {
    lose(describe(error));
  });
  client.on('end', () => {
    lose('The connection ended');
  });
  return { lost, lose };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
