import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { DataSource, type EntityTarget, type MixedList } from 'typeorm';
import type { Logger } from '../../log';
import { CommitListeners } from '../commit-listeners';
import type { AnnouncementWriter, Database, StatementListener } from '../database';
import { sqliteDialect } from '../dialect';
import { migrations } from '../migrations';
import { refuseNewer } from '../migrations/refuse-newer';
import { selection } from '../statement';
import { FileIdentity } from './file-identity';
import { watchForeignCommits } from './foreign-commits';
import { LogTruncation } from './log-truncation';
import { busyTimeoutMs, SqliteConnection } from './sqlite-connection';
import { SqliteReaders } from './sqlite-readers';
import { SqliteWriter } from './sqlite-writer';
import { checkWritable } from './writability';

/** What opens a SQLite database. */
export interface SqliteOptions {
  /** A file's path, made where it is missing, or `:memory:`. */
  readonly path: string;
  readonly entities: readonly EntityTarget<object>[];
  readonly onStatement: StatementListener;
  readonly logger: Logger;
  readonly writeAnnouncement?: AnnouncementWriter | undefined;
}

/** Units: milliseconds that a reader may hold up the emptying of the log, and so every writer. */
const truncationWaitMs = 50;
const openReadOnly = 1;
/**
 * How long the write-ahead log gets before it is folded into the file. Units: pages of 4 KiB.
 * Four times SQLite's own: a page that many commits change is then written once for all of them,
 * and writers wait for a checkpoint a quarter as often.
 */
const checkpointPages = 4_000;
/** With the writer they fill libuv's default pool of four threads. */
const readerCount = 3;

const ready = selection('database.ready', ['1'], (list) => `SELECT ${list}`);

/**
 * The driver without its `verbose` mode, which TypeORM switches on and which takes a stack trace
 * for every call: the most expensive part of a small statement.
 */
const quietDriver = { ...sqlite3, verbose: () => quietDriver };

/**
 * Opens the file with one writer and several readers, and brings its tables up to date.
 *
 * `:memory:` has one connection only, so it is a temporary file with the same doors, removed when
 * the database closes.
 */
export async function openSqlite(options: SqliteOptions): Promise<Database> {
  const temporary = options.path === ':memory:' ? await mkdtemp(join(tmpdir(), 'maqal-')) : null;
  const path = temporary === null ? options.path : join(temporary, 'maqal.sqlite');
  const commits = new CommitListeners(options.logger);
  const writerConnection = await openWriter(path, options);
  const identity = await FileIdentity.of(path);
  const writer = new SqliteWriter(writerConnection, commits.tell, options.writeAnnouncement, () =>
    identity.checkCommit(),
  );
  const watch = watchForeignCommits(path, writerConnection, commits.tell);
  const readers = new SqliteReaders(
    await Promise.all(Array.from({ length: readerCount }, () => openReader(path, options))),
  );
  const truncation = new LogTruncation({
    truncate: () => writer.truncateLog(truncationWaitMs),
    onGiveUp: (error) => {
      options.logger.warn({ err: error }, 'Erased data may still be in the write-ahead log');
    },
  });
  // A process that was killed right after an erasure has left the erased data in the log.
  void truncation.request();
  return {
    dialect: sqliteDialect,
    replica: readers,
    primary: readers,
    transaction: (work, transactionOptions = {}) => writer.enqueue(work, transactionOptions),
    onCommit: (listener) => {
      commits.add(listener);
    },
    hearsCommits: () => true,
    checkReady: async () => {
      await identity.check();
      await checkWritable(path);
      await readers.select(ready);
    },
    scrub: () => truncation.request(),
    close: async () => {
      watch.close();
      truncation.close();
      // The last to go folds the write-ahead log into the file, and only the writer may do that.
      await readers.close();
      await writer.close();
      if (temporary !== null) await rm(temporary, { recursive: true, force: true });
    },
  };
}

async function openWriter(path: string, options: SqliteOptions): Promise<SqliteConnection> {
  const dataSource = await new DataSource({
    type: 'sqlite',
    database: path,
    driver: quietDriver,
    enableWAL: true,
    busyTimeout: busyTimeoutMs,
    entities: options.entities as MixedList<() => void>,
    migrations,
    synchronize: false,
  }).initialize();
  await dataSource.query('PRAGMA synchronous = FULL');
  // Overwrite deleted rows with zeros: otherwise erased data stays in the file's free pages.
  await dataSource.query('PRAGMA secure_delete = ON');
  await dataSource.query(`PRAGMA wal_autocheckpoint = ${checkpointPages}`);
  try {
    await migrate(dataSource);
  } catch (error) {
    // The lock of an unfinished transaction would stay with the process.
    await dataSource.destroy();
    throw error;
  }
  return new SqliteConnection(dataSource, options.onStatement);
}

/**
 * The transaction begins before TypeORM looks what is pending, so that two services that start at
 * once migrate one after the other. A table is rebuilt without its references being followed, which
 * SQLite can only be told outside a transaction.
 */
async function migrate(dataSource: DataSource): Promise<void> {
  await dataSource.query('PRAGMA foreign_keys = OFF');
  await dataSource.query('BEGIN IMMEDIATE');
  await refuseNewer(dataSource);
  await dataSource.runMigrations({ transaction: 'none' });
  await dataSource.query('COMMIT');
  await dataSource.query('PRAGMA foreign_keys = ON');
}

async function openReader(path: string, options: SqliteOptions): Promise<SqliteConnection> {
  const dataSource = await new DataSource({
    type: 'sqlite',
    database: path,
    driver: quietDriver,
    flags: openReadOnly,
    busyTimeout: busyTimeoutMs,
    synchronize: false,
  }).initialize();
  return new SqliteConnection(dataSource, options.onStatement);
}
