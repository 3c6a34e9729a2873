import {
  all,
  finalize,
  prepare,
  type Prepared,
  run,
  runOf,
  type SqliteHandle,
  type SqlValue,
} from '../by-hand/sqlite';

/** Rows in one INSERT: far below SQLite's limit of 32,766 parameters for every table here. */
const rowsPerInsert = 200;

interface ColumnInfo {
  readonly name: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
}

/** Writes many rows of one table, several in each INSERT, while the next ones are being made. */
export class BulkTable {
  private rows: SqlValue[] = [];
  private rowCount = 0;
  private sent: Promise<void> = Promise.resolve();

  private constructor(
    private readonly db: SqliteHandle,
    private readonly table: string,
    private readonly columns: readonly string[],
    private readonly fullInsert: Prepared,
  ) {}

  /**
   * A table that is written with exactly these columns.
   * Errors: an Error where the service's table has other columns that must be filled.
   */
  static async open(
    db: SqliteHandle,
    table: string,
    columns: readonly string[],
  ): Promise<BulkTable> {
    const known = await all<ColumnInfo>(db, `PRAGMA table_info(${table})`);
    const unknown = columns.filter((column) => !known.some(({ name }) => name === column));
    const unfilled = known
      .filter(({ notnull, dflt_value: preset }) => notnull === 1 && preset === null)
      .map(({ name }) => name)
      .filter((name) => !columns.includes(name));
    if (unknown.length + unfilled.length > 0) {
      throw new Error(
        `bench/data has to learn the table ${table}: not there: ${unknown.join(', ') || 'none'}; not filled: ${unfilled.join(', ') || 'none'}`,
      );
    }
    const fullInsert = await prepare(db, writeInsert(table, columns, rowsPerInsert));
    return new BulkTable(db, table, columns, fullInsert);
  }

  /** Adds one row, its values in the order of the columns. */
  async add(...row: readonly SqlValue[]): Promise<void> {
    for (const value of row) this.rows.push(value);
    this.rowCount += 1;
    if (this.rowCount === rowsPerInsert) await this.send();
  }

  /** Writes what is left, and lets go of the statement. */
  async close(): Promise<void> {
    await this.sent;
    if (this.rowCount > 0) {
      await run(this.db, writeInsert(this.table, this.columns, this.rowCount), this.rows);
    }
    await finalize(this.fullInsert);
  }

  private async send(): Promise<void> {
    const rows = this.rows;
    this.rows = [];
    this.rowCount = 0;
    await this.sent;
    this.sent = runOf(this.fullInsert, rows);
  }
}

function writeInsert(table: string, columns: readonly string[], rowCount: number): string {
  const row = `(${columns.map(() => '?').join(',')})`;
  const rows = Array.from({ length: rowCount }, () => row).join(',');
  return `INSERT INTO ${table} (${columns.join(',')}) VALUES ${rows}`;
}
