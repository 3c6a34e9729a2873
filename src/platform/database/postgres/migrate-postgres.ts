import { setTimeout as wait } from 'node:timers/promises';
import {
  DataSource,
  type EntityTarget,
  MigrationExecutor,
  type MixedList,
  type QueryRunner,
} from 'typeorm';
import type { Logger } from '../../log';
import { codeOf } from '../availability';
import { toConnectError } from '../database.errors';
import { migrations } from '../migrations';
import { refuseNewer } from '../migrations/refuse-newer';

/** What migrates a database. */
export interface MigrateOptions {
  readonly url: string;
  readonly entities: readonly EntityTarget<object>[];
  readonly logger: Logger;
}

/** 'maqal' in a telephone's digits: instances that start at once migrate one after the other. */
const migrationLock = 62_725;
const connectTimeoutMs = 10_000;
/** Units: milliseconds between two attempts to take the migrations' lock. */
const lockPollMs = 200;
/** Units: attempts between two log lines: one in ten seconds. */
const pollsPerLine = 50;
/**
 * How long a migration waits for a table that requests use. Its own lock queues behind theirs and
 * in front of all later ones, so a long wait would stop the instances that still serve.
 */
const tableLockTimeout = '5s';
const tableLockPauseMs = 1_000;
/** Ten minutes with the pauses; then the start fails and says why. */
const maxTableLockAttempts = 100;
const lockNotAvailable = '55P03';

/**
 * Brings the tables up to date on one connection of its own, whose statements may take as long as
 * they need, while no other instance does.
 * Errors: DatabaseNewer; ServiceUnavailable where the server cannot be reached.
 */
export async function migratePostgres(options: MigrateOptions): Promise<void> {
  const source = await connect(options);
  const runner = source.createQueryRunner();
  try {
    await runner.query('SET statement_timeout = 0');
    await runner.query('SET idle_in_transaction_session_timeout = 0');
    await runner.query(`SET lock_timeout = '${tableLockTimeout}'`);
    await takeLock(runner, options.logger);
    await refuseNewer(source, runner);
    await runMigrations(source, runner, options.logger);
  } finally {
    // The lock belongs to the session and goes with it.
    await runner.release();
    await source.destroy();
  }
}

async function connect({ url, entities }: MigrateOptions): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url,
    poolSize: 1,
    connectTimeoutMS: connectTimeoutMs,
    applicationName: 'maqal migrations',
    extra: { keepAlive: true },
    entities: entities as MixedList<() => void>,
    migrations,
    synchronize: false,
    // Ids are made by the service; the extension would need rights that it may not have.
    installExtensions: false,
  });
  try {
    return await source.initialize();
  } catch (error) {
    throw toConnectError(error);
  }
}

/** Waits for as long as another instance migrates, and says so. */
async function takeLock(runner: QueryRunner, logger: Logger): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const rows: unknown = await runner.query('SELECT pg_try_advisory_lock($1) AS taken', [
      migrationLock,
    ]);
    if (isTaken(rows)) return;
    if (attempt % pollsPerLine === 0) {
      logger.info('Another instance is migrating the database: waiting until it has finished');
    }
    await wait(lockPollMs);
  }
}

function isTaken(rows: unknown): boolean {
  const [row] = Array.isArray(rows) ? (rows as unknown[]) : [];
  return typeof row === 'object' && row !== null && 'taken' in row && row.taken === true;
}

async function runMigrations(
  source: DataSource,
  runner: QueryRunner,
  logger: Logger,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const executor = new MigrationExecutor(source, runner);
      executor.transaction = 'all';
      const done = await executor.executePendingMigrations();
      if (done.length > 0) {
        logger.info({ migrations: done.map(({ name }) => name) }, 'Migrated the database');
      }
      return;
    } catch (error) {
      if (codeOf(error) !== lockNotAvailable || attempt >= maxTableLockAttempts) throw error;
      logger.warn(
        { attempt },
        'A table to migrate is in use: the migrations are undone and tried again',
      );
      await wait(tableLockPauseMs);
    }
  }
}
