import { randomUUID } from 'node:crypto';
import { Client, type PoolClient } from 'pg';
import type { CommitListener, StatementListener } from '../database';
import { labelled } from '../statement';
import { sendStatement } from './postgres-statement';

/** The connection on which other processes' commits are heard. */
export interface CommitChannel {
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
/** Tells this process's own notices from those of others. */
const ownName = randomUUID();
const notify = labelled('database.announce', `SELECT pg_notify('${channelName}', $1)`);

/** Sends what a transaction changes to every process, on its commit and not before. */
export async function announceCommit(
  client: PoolClient,
  tags: readonly string[],
  onStatement: StatementListener,
): Promise<void> {
  if (tags.length === 0) return;
  const whole = writeAnnouncement({ from: ownName, tags });
  const isShort = Buffer.byteLength(whole) <= maxNoticeBytes;
  const notice = isShort ? whole : writeAnnouncement({ from: ownName, tags: null });
  await sendStatement(client, notify, [notice], onStatement);
}

/** Hears of other processes' commits; a lost connection may have lost some, so it counts as one. */
export async function listenForCommits(url: string, tell: CommitListener): Promise<CommitChannel> {
  let isClosed = false;
  let client = await connect(url, tell, onLost);
  function onLost(): void {
    if (isClosed) return;
    tell(null);
    setTimeout(() => void reconnect(), retryMs).unref();
  }
  async function reconnect(): Promise<void> {
    if (isClosed) return;
    try {
      client = await connect(url, tell, onLost);
      // What was committed while nobody listened was not heard.
      tell(null);
    } catch {
      onLost();
    }
  }
  return {
    close: async () => {
      isClosed = true;
      await client.end();
    },
  };
}

async function connect(url: string, tell: CommitListener, onLost: () => void): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'maqal commits' });
  await client.connect();
  client.once('error', onLost);
  client.on('notification', ({ payload }) => {
    const { from, tags } = JSON.parse(payload ?? '{}') as Announcement;
    if (from !== ownName) tell(tags);
  });
  await client.query(`LISTEN ${channelName}`);
  return client;
}

function writeAnnouncement(announcement: Announcement): string {
  return JSON.stringify(announcement);
}
