import type sqlite3 from 'sqlite3';
import type { Parameter, Row, StatementListener } from '../database';
import { toDatabaseError } from '../database.errors';
import { labelled, type Statement } from '../statement';
import { joinParameters, composeBatch, type BatchedQuery, readBatchedRows } from './batched-query';
import { busyTimeoutMs, closeHandle } from './sqlite-file';
import { StatementCache } from './statement-cache';

/** Units: milliseconds between two attempts to interrupt a statement. */
const interruptRepeatMs = 20;

/** Calls the driver, which answers by a callback. */
type Call<Result> = (resolve: (result: Result) => void, reject: (reason: Error) => void) => void;

/** Opens a prepared statement: its key in the cache, its label for errors, its text. */
interface Wanted {
  readonly key: string;
  readonly label: string;
  readonly compose: () => string;
}

/**
 * One connection of the SQLite driver, with its prepared statements.
 *
 * Statements take turns. SQLite would make them wait for each other anyway, each on a thread of its
 * own, and the event loop with them where it finalizes a statement.
 */
export class SqliteConnection {
  private readonly statements: StatementCache;
  /** Resolves when everything sent so far has ended. */
  private tail: Promise<unknown> = Promise.resolve();
  /** Runs while the statement whose turn it is should stop. */
  private interrupting: NodeJS.Timeout | undefined;

  constructor(
    private readonly handle: sqlite3.Database,
    private readonly onStatement: StatementListener,
  ) {
    this.statements = new StatementCache(handle);
  }

  /** Reads the rows of each query by one statement. Errors: those of `toDatabaseError`. */
  async selectBatch(queries: readonly BatchedQuery[]): Promise<Row[][]> {
    for (const { selection } of queries) this.onStatement(selection.label, selection.sql);
    const label = queries.map(({ selection }) => selection.label).join(' + ');
    const key = queries.map(({ selection }) => selection.serial).join();
    const compose = () => composeBatch(queries.map(({ selection }) => selection));
    const parameters = joinParameters(queries);
    const answer = await this.send<Record<string, string>>(
      { key, label, compose },
      (statement) => (resolve, reject) => {
        statement.all<Record<string, string>>(bind(parameters), (error, rows) => {
          if (error === null) resolve(rows[0] ?? {});
          else reject(toDatabaseError(label, error, parameters));
        });
      },
    );
    return queries.map((_, index) => readBatchedRows(answer, index));
  }

  /** Runs a statement; how many rows it changed. Errors: those of `toDatabaseError`. */
  run({ label, sql }: Statement, parameters: readonly Parameter[]): Promise<number> {
    this.onStatement(label, sql);
    return this.send<number>(
      { key: sql, label, compose: () => sql },
      (statement) => (resolve, reject) => {
        statement.run(bind(parameters), function (this: sqlite3.RunResult, error: Error | null) {
          if (error === null) resolve(this.changes);
          else reject(toDatabaseError(label, error, parameters));
        });
      },
    );
  }

  /** Runs what begins and ends transactions: several statements, without values. Errors: those of `toDatabaseError`. */
  control({ label, sql }: Statement): Promise<void> {
    this.onStatement(label, sql);
    return this.inTurn(
      () =>
        new Promise<void>((resolve, reject) => {
          this.handle.exec(sql, (error) => {
            if (error === null) resolve();
            else reject(toDatabaseError(label, error));
          });
        }),
    );
  }

  /** A number that changes when another connection has committed. Errors: those of `toDatabaseError`. */
  readDataVersion(): Promise<number> {
    return this.readPragma('database.dataVersion', 'PRAGMA data_version', 'data_version');
  }

  /**
   * Folds the write-ahead log into the file and empties it; no transaction may be open.
   * Shape: false where a reader was in the way for `waitMs`.
   * Errors: those of `toDatabaseError`.
   */
  async truncateLog(waitMs: number): Promise<boolean> {
    await this.control(labelled('database.shortWait', `PRAGMA busy_timeout = ${waitMs}`));
    try {
      const sql = 'PRAGMA wal_checkpoint(TRUNCATE)';
      return (await this.readPragma('database.truncateLog', sql, 'busy')) === 0;
    } finally {
      await this.control(labelled('database.usualWait', `PRAGMA busy_timeout = ${busyTimeoutMs}`));
    }
  }

  /**
   * Stops the statement whose turn it is; its promise fails with the code SQLITE_INTERRUPT.
   * Source: SQLite, sqlite3_interrupt: it means every statement that runs on the connection, and
   * none that has not reached its thread yet, so it is repeated until the turn ends.
   */
  interrupt(): void {
    this.handle.interrupt();
    this.interrupting ??= setInterval(() => {
      this.handle.interrupt();
    }, interruptRepeatMs);
  }

  /** Finalizes the statements and closes the connection, after everything sent has ended. */
  async close(): Promise<void> {
    await this.inTurn(() => {
      this.statements.clear();
      return closeHandle(this.handle);
    });
  }

  private readPragma(label: string, sql: string, column: string): Promise<number> {
    return this.send<number>(
      { key: sql, label, compose: () => sql },
      (statement) => (resolve, reject) => {
        statement.all<Record<string, number>>((error, rows) => {
          if (error === null) resolve(rows[0]?.[column] ?? 0);
          else reject(toDatabaseError(label, error));
        });
      },
    );
  }

  private send<Result>(
    { key, label, compose }: Wanted,
    call: (statement: sqlite3.Statement) => Call<Result>,
  ): Promise<Result> {
    return this.inTurn(async () => {
      const statement = await this.statements.open(key, compose).catch((error: unknown) => {
        throw toDatabaseError(label, error);
      });
      return new Promise<Result>(call(statement));
    });
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.tail.then(work);
    this.tail = result.then(this.endTurn, this.endTurn);
    return result;
  }

  private readonly endTurn = (): void => {
    clearInterval(this.interrupting);
    this.interrupting = undefined;
  };
}

/** The driver binds no arrays: they go as JSON, which `json_each` reads. */
function bind(parameters: readonly Parameter[]): unknown[] {
  return parameters.map((value) =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
  );
}
