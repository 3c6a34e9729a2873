import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityTarget, type MixedList } from 'typeorm';
import type { CancellationSignal } from '../../cancellation';
import { CommitListeners } from '../commit-listeners';
import type {
  AnnouncementWriter,
  Database,
  ReadDoor,
  StatementListener,
  Transaction,
} from '../database';
import { postgresDialect } from '../dialect';
import { migrations } from '../migrations';
import { labelled, selection } from '../statement';
import { runWork, type WorkConnection } from '../transaction-work';
import { announceCommit, listenForCommits } from './commit-channel';
import { sendSelection, sendStatement } from './postgres-statement';

/** What opens a PostgreSQL database. */
export interface PostgresOptions {
  readonly url: string;
  /** Units: milliseconds, after which the server itself gives a statement up. */
  readonly statementTimeoutMs: number;
  readonly entities: readonly EntityTarget<object>[];
  readonly onStatement: StatementListener;
  readonly writeAnnouncement?: AnnouncementWriter | undefined;
}

const poolSize = 10;
/** 'maqal' in a telephone's digits: two instances that start at once migrate one after the other. */
const migrationLock = 62_725;
const ready = selection('database.ready', ['1'], (list) => `SELECT ${list}`);
const begin = labelled('database.begin', 'BEGIN');
const commit = labelled('database.commit', 'COMMIT');
const rollback = labelled('database.rollback', 'ROLLBACK');

/** Opens the pools and brings the tables up to date, one instance at a time. */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const primarySource = await openSource(options.url, options);
  await migrate(primarySource);
  const primaryPool = poolOf(primarySource);
  const primary = readsOf(primaryPool, options.onStatement);
  const commits = new CommitListeners();
  const channel = await listenForCommits(options.url, commits.tell);
  const { ownName } = channel;
  return {
    dialect: postgresDialect,
    primary,
    replica: primary,
    transaction: (work, { signal } = {}) =>
      runTransaction(primaryPool, work, { ...options, signal, commits, ownName }),
    onCommit: (listener) => {
      commits.add(listener);
    },
    checkReady: async () => {
      await primary.select(ready);
    },
    close: async () => {
      await channel.close();
      await primarySource.destroy();
    },
  };
}

async function openSource(url: string, options: PostgresOptions): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    applicationName: 'maqal',
    // A statement that an answer no longer waits for is given up by the server too.
    extra: { statement_timeout: options.statementTimeoutMs },
    entities: options.entities as MixedList<() => void>,
    migrations,
    synchronize: false,
    // Ids are made by the service; the extension would need rights that it may not have.
    installExtensions: false,
  }).initialize();
}

/** The lock belongs to a session, so the migrations run beside it on the pool's other connections. */
async function migrate(source: DataSource): Promise<void> {
  const client = await poolOf(source).connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await source.runMigrations({ transaction: 'all' });
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
    client.release();
  }
}

function poolOf(source: DataSource): Pool {
  return (source.driver as unknown as { master: Pool }).master;
}

function readsOf(pool: Pool, onStatement: StatementListener): ReadDoor {
  const door: ReadDoor = {
    select: (selected, parameters = []) => sendSelection(pool, selected, parameters, onStatement),
    // Each selection takes a connection of the pool, so a request's selections run side by side.
    openForRequest: () => door,
  };
  return door;
}

interface TransactionParts {
  readonly signal: CancellationSignal | undefined;
  readonly onStatement: StatementListener;
  readonly writeAnnouncement?: AnnouncementWriter | undefined;
  readonly commits: CommitListeners;
  /** Under which announcements are sent. */
  readonly ownName: string;
}

async function runTransaction<Result>(
  pool: Pool,
  work: (transaction: Transaction) => Promise<Result>,
  { signal, onStatement, writeAnnouncement, commits, ownName }: TransactionParts,
): Promise<Result> {
  const client = await pool.connect();
  try {
    signal?.throwIfAborted();
    await sendStatement(client, begin, [], onStatement);
    const connection = transactionOf(client, onStatement);
    const { result, announced } = await runWork(connection, work, writeAnnouncement);
    await announceCommit(client, { from: ownName, tags: announced }, onStatement);
    try {
      await sendStatement(client, commit, [], onStatement);
    } finally {
      // Also where no answer came: the server may have committed all the same.
      commits.tell(announced);
    }
    client.release();
    return result;
  } catch (error) {
    await undo(client, onStatement);
    throw error;
  }
}

/** A connection that cannot even roll back is thrown away, not given to the next caller. */
async function undo(client: PoolClient, onStatement: StatementListener): Promise<void> {
  try {
    await sendStatement(client, rollback, [], onStatement);
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}

function transactionOf(client: PoolClient, onStatement: StatementListener): WorkConnection {
  return {
    select: (selected, parameters = []) => sendSelection(client, selected, parameters, onStatement),
    execute: (statement, parameters = []) =>
      sendStatement(client, statement, parameters, onStatement),
  };
}
