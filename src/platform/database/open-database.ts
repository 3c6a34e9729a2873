import type { EntityTarget } from 'typeorm';
import type { AnnouncementWriter, Database, StatementListener } from './database';
import { openPostgres } from './postgres/postgres-database';
import { openSqlite } from './sqlite/sqlite-database';
import { closeInOrder } from './work-gate';

/** What opens a database of either kind. */
export interface DatabaseOptions {
  /** `sqlite:PATH`, `sqlite::memory:` or `postgres://…`. */
  readonly url: string;
  /** Units: milliseconds; for PostgreSQL, which gives a statement up by itself. */
  readonly statementTimeoutMs: number;
  readonly entities: readonly EntityTarget<object>[];
  readonly onStatement?: StatementListener | undefined;
  /** Where announcements are to be written down too. */
  readonly writeAnnouncement?: AnnouncementWriter | undefined;
}

const sqlitePrefix = 'sqlite:';

/** Opens the database that the address names and brings its tables up to date. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const onStatement = options.onStatement ?? (() => undefined);
  return closeInOrder(
    options.url.startsWith(sqlitePrefix)
      ? await openSqlite({ ...options, path: options.url.slice(sqlitePrefix.length), onStatement })
      : await openPostgres({ ...options, onStatement }),
  );
}
