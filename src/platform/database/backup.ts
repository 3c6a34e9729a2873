import { BackupRefused } from './database.errors';
import { sqlitePrefix } from './open-database';
import {
  backUpSqlite,
  type Restored,
  type RestoreOptions,
  restoreSqlite,
} from './sqlite/sqlite-backup';

/**
 * Writes a consistent copy of the database at `url` to a new file, while services use it.
 * Errors: BackupRefused, which says what to do instead.
 */
export async function backUpDatabase(url: string, file: string): Promise<void> {
  await backUpSqlite(readPath(url, 'pg_dump'), file);
}

/**
 * Puts a backup in the place of the database at `url`, which no process may have open.
 * Errors: BackupRefused, which says what to do instead.
 */
export async function restoreDatabase(
  file: string,
  url: string,
  options: RestoreOptions,
): Promise<Restored> {
  return restoreSqlite(file, readPath(url, 'pg_restore'), options);
}

function readPath(url: string, postgresTool: string): string {
  const path = url.startsWith(sqlitePrefix) ? url.slice(sqlitePrefix.length) : null;
  if (path === null) {
    throw new BackupRefused(
      `This works on SQLite only, and DATABASE_URL names a PostgreSQL database: use ${postgresTool}`,
    );
  }
  if (path === ':memory:') {
    throw new BackupRefused('DATABASE_URL is sqlite::memory:, which has no file');
  }
  return path;
}
