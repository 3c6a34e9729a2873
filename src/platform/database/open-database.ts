import type { EntityTarget } from 'typeorm';
import { type Clock, monotonicNowMs, systemClock } from '../clock';
import { createLogger, type Logger } from '../log';
import type { InvalidationWriter, Database, StatementListener } from './database';
import { openPostgres } from './postgres/postgres-database';
import { openSqlite } from './sqlite/sqlite-database';
import { closeInOrder } from './work-gate';

/** What opens a database of either kind. */
export interface DatabaseOptions {
  /** `sqlite:PATH`, `sqlite::memory:` or `postgres://…`. */
  readonly url: string;
  /** Units: milliseconds; for PostgreSQL, which gives a statement up by itself. */
  readonly statementTimeoutMs: number;
  /** How many connections requests share, on PostgreSQL; default: 10. */
  readonly poolSize?: number | undefined;
  readonly entities: readonly EntityTarget<object>[];
  readonly onStatement?: StatementListener | undefined;
  /** Where announcements are to be written down too. */
  readonly writeInvalidation?: InvalidationWriter | undefined;
  /** Default: nothing is logged. */
  readonly logger?: Logger | undefined;
  /** The clock that is compared with the database's; default: the machine's own. */
  readonly clock?: Clock | undefined;
  /** A clock that is never set; default: the process's own. Units: milliseconds. */
  readonly monotonicNowMs?: (() => number) | undefined;
}

const defaultPoolSize = 10;

/** What the address of a SQLite database begins with. */
export const sqlitePrefix = 'sqlite:';

/** Opens the database that the address names and brings its tables up to date. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const {
    poolSize = defaultPoolSize,
    clock = systemClock,
    onStatement = () => undefined,
  } = options;
  const logger = options.logger ?? createLogger('silent');
  const now = options.monotonicNowMs ?? monotonicNowMs;
  return closeInOrder(
    options.url.startsWith(sqlitePrefix)
      ? await openSqlite({
          ...options,
          path: options.url.slice(sqlitePrefix.length),
          onStatement,
          logger,
        })
      : await openPostgres({
          ...options,
          poolSize,
          clock,
          onStatement,
          logger,
          monotonicNowMs: now,
        }),
  );
}
