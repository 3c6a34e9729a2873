import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { EntityTarget } from 'typeorm';
import type { Logger } from '../../log';
import { CommitListeners } from '../commit-listeners';
import type { InvalidationWriter, Database, StatementListener } from '../database';
import { sqliteDialect } from '../dialect';
import { selection } from '../statement';
import { FileIdentity } from './file-identity';
import { watchForeignCommits } from './foreign-commits';
import { LogTruncation } from './log-truncation';
import { migrateSqlite } from './migrate-sqlite';
import { SqliteConnection } from './sqlite-connection';
import { closeHandle, openHandle } from './sqlite-file';
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
  readonly writeInvalidation?: InvalidationWriter | undefined;
}

/** Units: milliseconds that a reader may hold up the emptying of the log, and so every writer. */
const truncationWaitMs = 50;
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
 * Settings of the connection that writes. Without `secure_delete`, which overwrites deleted rows
 * with zeros, erased data would stay in the file's free pages.
 */
const writerPragmas = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA secure_delete = ON',
  'PRAGMA foreign_keys = ON',
  `PRAGMA wal_autocheckpoint = ${checkpointPages}`,
];

/**
 * Opens the file with one writer and several readers, and brings its tables up to date.
 *
 * `:memory:` has one connection only, so a temporary file stands for it, which is removed
 * when the database closes.
 */
export async function openSqlite(options: SqliteOptions): Promise<Database> {
  const temporary = options.path === ':memory:' ? await mkdtemp(join(tmpdir(), 'maqal-')) : null;
  const path = temporary === null ? options.path : join(temporary, 'maqal.sqlite');
  const commits = new CommitListeners(options.logger);
  const writerConnection = await openWriter(path, options);
  const identity = await FileIdentity.of(path);
  const writer = new SqliteWriter(writerConnection, commits.emit, options.writeInvalidation, () =>
    identity.checkCommit(),
  );
  const watch = watchForeignCommits(path, writerConnection, commits.emit);
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
    receivesCommits: () => true,
    clockOffsetMs: () => 0,
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

/** Opens the connection that writes, and brings the tables up to date beside it. */
async function openWriter(path: string, options: SqliteOptions): Promise<SqliteConnection> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await openHandle(path, 'create', { pragmas: writerPragmas });
  try {
    await migrateSqlite(path, options.entities);
  } catch (error) {
    await closeHandle(handle);
    throw error;
  }
  return new SqliteConnection(handle, options.onStatement);
}

async function openReader(path: string, options: SqliteOptions): Promise<SqliteConnection> {
  return new SqliteConnection(await openHandle(path, 'read'), options.onStatement);
}
