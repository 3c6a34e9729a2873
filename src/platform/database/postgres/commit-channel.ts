import { randomUUID } from 'node:crypto';
import type { Client, PoolClient } from 'pg';
import type { CommitListener, StatementListener } from '../database';
import { labelled } from '../statement';
import { sendStatement } from './postgres-statement';

/** The connection on which commits through other doors are heard. */
export interface CommitChannel {
  /** Tells this database's own notices from those of others, in this process or another. */
  readonly ownName: string;
  close(): Promise<void>;
}

interface Announcement {
  readonly from: string;
  /** Null where the tags are too many for one notice. */
  readonly tags: readonly string[] | null;
}

const channelName = 'maqal_commit';
/** Units: bytes; PostgreSQL takes less than 8000. */
const maxNoticeBytes = 7_500;
const retryMs = 1_000;
const notify = labelled('database.announce', `SELECT pg_notify('${channelName}', $1)`);

/** Sends what a transaction changes to every listener, on its commit and not before. */
export async function announceCommit(
  client: PoolClient,
  { from, tags }: { readonly from: string; readonly tags: readonly string[] },
  onStatement: StatementListener,
): Promise<void> {
  if (tags.length === 0) return;
  const whole = writeAnnouncement({ from, tags });
  const isShort = Buffer.byteLength(whole) <= maxNoticeBytes;
  const notice = isShort ? whole : writeAnnouncement({ from, tags: null });
  await sendStatement(client, notify, [notice], onStatement);
}

/** Hears of commits through other doors; a lost connection may have lost some, so it counts as one. */
export async function listenForCommits(url: string, tell: CommitListener): Promise<CommitChannel> {
  let isClosed = false;
  const ownName = randomUUID();
  const hear = ({ from, tags }: Announcement) => {
    if (from !== ownName) tell(tags);
  };
  let client = await connect(url, hear, onLost);
  function onLost(): void {
    if (isClosed) return;
    tell(null);
    setTimeout(() => void reconnect(), retryMs).unref();
  }
  async function reconnect(): Promise<void> {
    if (isClosed) return;
    try {
      client = await connect(url, hear, onLost);
      // What was committed while nobody listened was not heard.
      tell(null);
    } catch {
      onLost();
    }
  }
  return {
    ownName,
    close: async () => {
      isClosed = true;
      await client.end();
    },
  };
}

async function connect(
  url: string,
  hear: (announcement: Announcement) => void,
  onLost: () => void,
): Promise<Client> {
  // Loaded where it is used: a service on SQLite starts without it.
  const { Client: PgClient } = await import('pg');
  const client = new PgClient({ connectionString: url, application_name: 'maqal commits' });
  await client.connect();
  client.once('error', onLost);
  client.on('notification', ({ payload }) => {
    hear(JSON.parse(payload ?? '{}') as Announcement);
  });
  await client.query(`LISTEN ${channelName}`);
  return client;
}

function writeAnnouncement(announcement: Announcement): string {
  return JSON.stringify(announcement);
}
