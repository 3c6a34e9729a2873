import type { Pool, PoolClient } from 'pg';
import type { EntityTarget } from 'typeorm';
import type { CancellationSignal } from '../../cancellation';
import type { Clock } from '../../clock';
import type { Logger } from '../../log';
import { CommitListeners } from '../commit-listeners';
import type { InvalidationWriter, Database, StatementListener, Transaction } from '../database';
import { DatabaseNotReady, isConnectionLost, toCommitError } from '../database.errors';
import { postgresDialect } from '../dialect';
import { labelled, selection } from '../statement';
import { runWork, type WorkConnection } from '../transaction-work';
import { notifyCommit, openCommitChannel } from './commit-channel';
import { migratePostgres } from './migrate-postgres';
import { openPool, takeConnection } from './postgres-pool';
import { PostgresReads } from './postgres-reads';
import { sendSelection, sendStatement } from './postgres-statement';

/** What opens a PostgreSQL database. */
export interface PostgresOptions {
  readonly url: string;
  /** Units: milliseconds, after which the server itself gives a statement up. */
  readonly statementTimeoutMs: number;
  /** How many connections requests share. */
  readonly poolSize: number;
  readonly entities: readonly EntityTarget<object>[];
  readonly onStatement: StatementListener;
  readonly writeInvalidation?: InvalidationWriter | undefined;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly monotonicNowMs: () => number;
}

/**
 * Readiness has connections of its own: it must tell a busy pool from a server that is away, within
 * the second that a load balancer waits. Units: milliseconds.
 */
const healthPool = { maxConnections: 2, statementTimeoutMs: 800, connectTimeoutMs: 800 };
/** Units: milliseconds that a request waits for a connection; it must be left time to say so. */
const maxPoolWaitMs = 5_000;
/** A new connection takes a while on a busy machine, however little time a request has. */
const minPoolWaitMs = 1_000;
const ready = selection(
  'database.ready',
  ["current_setting('transaction_read_only')"],
  (list) => `SELECT ${list}`,
);
const begin = labelled('database.begin', 'BEGIN');
const commit = labelled('database.commit', 'COMMIT');
const rollback = labelled('database.rollback', 'ROLLBACK');

/** Brings the tables up to date, one instance at a time, and opens the pools. */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const { url, logger, clock, monotonicNowMs, onStatement, statementTimeoutMs } = options;
  await migratePostgres(options);
  const commits = new CommitListeners(logger);
  const channel = await openCommitChannel({
    url,
    logger,
    clock,
    monotonicNowMs,
    emit: commits.emit,
    random: Math.random,
  });
  const pool = await openPool({
    url,
    statementTimeoutMs,
    maxConnections: options.poolSize,
    connectTimeoutMs: choosePoolWait(statementTimeoutMs),
  });
  const health = await openPool({ url, ...healthPool });
  const primary = new PostgresReads({ pool, control: health, onStatement });
  const healthReads = new PostgresReads({ pool: health, control: health, onStatement });
  return {
    dialect: postgresDialect,
    primary,
    replica: primary,
    transaction: (work, { signal } = {}) =>
      runTransaction(pool, work, { ...options, signal, commits, ownName: channel.ownName }),
    onCommit: (listener) => {
      commits.add(listener);
    },
    receivesCommits: () => channel.isReceiving(),
    clockOffsetMs: () => channel.clockOffsetMs(),
    checkReady: async () => {
      const [[isReadOnly] = []] = await healthReads.select(ready);
      if (isReadOnly === 'on') {
        throw new DatabaseNotReady('PostgreSQL takes no writes: it is read-only, or a standby');
      }
      if (!channel.isReceiving()) {
        throw new DatabaseNotReady('Commit notices of other instances do not arrive at the moment');
      }
    },
    // VACUUM decides when the server's files lose what was deleted.
    scrub: () => Promise.resolve(),
    close: async () => {
      channel.close();
      await Promise.all([pool.end(), health.end()]);
    },
  };
}

/** Half of a request's time, so that an exhausted pool is reported before the request times out. */
function choosePoolWait(requestTimeoutMs: number): number {
  return Math.max(minPoolWaitMs, Math.min(maxPoolWaitMs, Math.ceil(requestTimeoutMs / 2)));
}

interface TransactionDependencies {
  readonly signal: CancellationSignal | undefined;
  readonly onStatement: StatementListener;
  readonly writeInvalidation?: InvalidationWriter | undefined;
  readonly commits: CommitListeners;
  /** Under which announcements are sent. */
  readonly ownName: string;
}

async function runTransaction<Result>(
  pool: Pool,
  work: (transaction: Transaction) => Promise<Result>,
  { signal, onStatement, writeInvalidation, commits, ownName }: TransactionDependencies,
): Promise<Result> {
  const client = await takeConnection(pool);
  try {
    signal?.throwIfAborted();
    await sendStatement(client, begin, [], onStatement);
    const connection = transactionOf(client, onStatement);
    const { result, tags } = await runWork(connection, work, writeInvalidation);
    await notifyCommit(client, { from: ownName, tags }, onStatement);
    try {
      await sendStatement(client, commit, [], onStatement);
    } catch (error) {
      throw toCommitError(error);
    } finally {
      // Also where no answer came: the server may have committed all the same.
      commits.emit(tags);
    }
    client.release();
    return result;
  } catch (error) {
    if (isConnectionLost(error)) client.release(true);
    else await undo(client, onStatement);
    throw error;
  }
}

/** A connection that cannot even roll back is thrown away, not given to the next caller. */
async function undo(client: PoolClient, onStatement: StatementListener): Promise<void> {
  try {
    await sendStatement(client, rollback, [], onStatement);
    client.release();
  } catch {
    client.release(true);
  }
}

function transactionOf(client: PoolClient, onStatement: StatementListener): WorkConnection {
  return {
    select: (selected, parameters = []) => sendSelection(client, selected, parameters, onStatement),
    execute: (statement, parameters = []) =>
      sendStatement(client, statement, parameters, onStatement),
  };
}
