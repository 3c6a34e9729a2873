import type sqlite3 from 'sqlite3';
import type { DataSource } from 'typeorm';
import type { Parameter, Row, StatementListener } from '../database';
import { DatabaseError } from '../database.errors';
import type { Statement } from '../statement';
import { joinParameters, packSelections, type Parcel, unpackRows } from './packed-selection';

/** One connection of the SQLite driver that TypeORM opened, with its prepared statements. */
export class SqliteConnection {
  private readonly prepared = new Map<string, Promise<sqlite3.Statement>>();
  private readonly handle: sqlite3.Database;
  /** Statements sent and not yet answered. */
  pendingCount = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly onStatement: StatementListener,
  ) {
    const driver = dataSource.driver as unknown as { databaseConnection: sqlite3.Database };
    this.handle = driver.databaseConnection;
  }

  /** The rows of each parcel, read by one statement. Errors: DatabaseError. */
  async selectTogether(parcels: readonly Parcel[]): Promise<Row[][]> {
    for (const { selection } of parcels) this.onStatement(selection.label, selection.sql);
    const label = parcels.map(({ selection }) => selection.label).join(' + ');
    const key = parcels.map(({ selection }) => selection.serial).join();
    const statement = await this.open(key, label, () =>
      packSelections(parcels.map(({ selection }) => selection)),
    );
    const parameters = joinParameters(parcels);
    const answer = await this.track<Record<string, string>>((resolve, reject) => {
      statement.all<Record<string, string>>(bind(parameters), (error, rows) => {
        if (error === null) resolve(rows[0] ?? {});
        else reject(new DatabaseError(label, error, parameters));
      });
    });
    return parcels.map((_, index) => unpackRows(answer, index));
  }

  /** Runs a statement; how many rows it changed. Errors: DatabaseError. */
  async run({ label, sql }: Statement, parameters: readonly Parameter[]): Promise<number> {
    this.onStatement(label, sql);
    const statement = await this.open(sql, label, () => sql);
    return this.track<number>((resolve, reject) => {
      statement.run(bind(parameters), function (this: sqlite3.RunResult, error: Error | null) {
        if (error === null) resolve(this.changes);
        else reject(new DatabaseError(label, error, parameters));
      });
    });
  }

  /** Runs what begins and ends transactions: several statements, without values. Errors: DatabaseError. */
  control({ label, sql }: Statement): Promise<void> {
    this.onStatement(label, sql);
    return this.track<undefined>((resolve, reject) => {
      this.handle.exec(sql, (error) => {
        if (error === null) resolve(undefined);
        else reject(new DatabaseError(label, error));
      });
    });
  }

  /** A number that changes when another connection has committed. Errors: DatabaseError. */
  async readDataVersion(): Promise<number> {
    const sql = 'PRAGMA data_version';
    const label = 'database.dataVersion';
    const statement = await this.open(sql, label, () => sql);
    return this.track<number>((resolve, reject) => {
      statement.all<{ data_version: number }>((error, rows) => {
        if (error === null) resolve(rows[0]?.data_version ?? 0);
        else reject(new DatabaseError(label, error));
      });
    });
  }

  /** Lets go of the statements and the connection. */
  async close(): Promise<void> {
    const statements = await Promise.allSettled(this.prepared.values());
    for (const result of statements) if (result.status === 'fulfilled') result.value.finalize();
    this.prepared.clear();
    await this.dataSource.destroy();
  }

  private open(key: string, label: string, compose: () => string): Promise<sqlite3.Statement> {
    const known = this.prepared.get(key);
    if (known !== undefined) return known;
    const opened = new Promise<sqlite3.Statement>((resolve, reject) => {
      this.handle.prepare(compose(), function (this: sqlite3.Statement, error: Error | null) {
        if (error === null) resolve(this);
        else reject(new DatabaseError(label, error));
      });
    });
    this.prepared.set(key, opened);
    opened.catch(() => this.prepared.delete(key));
    return opened;
  }

  private async track<Result>(
    work: (resolve: (result: Result) => void, reject: (reason: Error) => void) => void,
  ): Promise<Result> {
    this.pendingCount += 1;
    try {
      return await new Promise<Result>(work);
    } finally {
      this.pendingCount -= 1;
    }
  }
}

/** The driver binds no arrays: they go as JSON, which `json_each` reads. */
function bind(parameters: readonly Parameter[]): unknown[] {
  return parameters.map((value) =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
  );
}
