import sqlite3 from 'sqlite3';
import { DataSource, type EntityTarget, type MixedList } from 'typeorm';
import { migrations } from '../migrations';
import { refuseNewer } from '../migrations/refuse-newer';
import { busyTimeoutMs } from './sqlite-file';

/**
 * The driver without its `verbose` mode, which TypeORM switches on for the whole process and which
 * takes a stack trace for every call: the most expensive part of a small statement.
 */
const quietDriver = { ...sqlite3, verbose: () => quietDriver };

/**
 * Brings the tables of an open file up to date, on a connection of its own.
 *
 * The transaction begins before TypeORM looks what is pending, so that two services that start at
 * once migrate one after the other. A table is rebuilt with foreign keys off, a pragma that SQLite
 * takes outside a transaction only.
 * Errors: DatabaseNewer; those of TypeORM and the driver.
 */
export async function migrateSqlite(
  path: string,
  entities: readonly EntityTarget<object>[],
): Promise<void> {
  const source = await new DataSource({
    type: 'sqlite',
    database: path,
    driver: quietDriver,
    busyTimeout: busyTimeoutMs,
    entities: entities as MixedList<() => void>,
    migrations,
    synchronize: false,
  }).initialize();
  try {
    await source.query('PRAGMA synchronous = FULL');
    await source.query('PRAGMA secure_delete = ON');
    await source.query('PRAGMA foreign_keys = OFF');
    await source.query('BEGIN IMMEDIATE');
    await refuseNewer(source);
    await source.runMigrations({ transaction: 'none' });
    await source.query('COMMIT');
  } finally {
    // An unfinished transaction, and its lock, goes with the connection.
    await source.destroy();
  }
}
