import sqlite3 from 'sqlite3';

/** A connection of the driver that the service uses. */
export type SqliteHandle = sqlite3.Database;

/** A statement that is prepared once and run often. */
export type Prepared = sqlite3.Statement;

/** What can be bound. */
export type SqlValue = string | number | null;

/** Opens a file; read-only where `isWriter` is false. */
export function openSqlite(path: string, isWriter: boolean): Promise<SqliteHandle> {
  const mode = isWriter ? sqlite3.OPEN_READWRITE : sqlite3.OPEN_READONLY;
  return new Promise((resolve, reject) => {
    const db = new sqlite3.Database(path, mode, (error) => {
      if (error === null) {
        db.configure('busyTimeout', 5_000);
        resolve(db);
      } else reject(error);
    });
  });
}

/** All rows of a statement that is sent once. */
export function all<Row>(
  db: SqliteHandle,
  sql: string,
  values: readonly SqlValue[] = [],
): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    db.all<Row>(sql, values, (error, rows) => {
      if (error === null) resolve(rows);
      else reject(error);
    });
  });
}

/** Runs a statement that is sent once. */
export function run(
  db: SqliteHandle,
  sql: string,
  values: readonly SqlValue[] = [],
): Promise<void> {
  return new Promise((resolve, reject) => {
    db.run(sql, values, (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}

/** Prepares a statement. */
export function prepare(db: SqliteHandle, sql: string): Promise<Prepared> {
  return new Promise((resolve, reject) => {
    const prepared = db.prepare(sql, (error) => {
      if (error === null) resolve(prepared);
      else reject(error);
    });
  });
}

/** All rows of a prepared statement. */
export function allOf<Row>(prepared: Prepared, values: readonly SqlValue[] = []): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    prepared.all<Row>(values, (error, rows) => {
      if (error === null) resolve(rows);
      else reject(error);
    });
  });
}

/** Runs a prepared statement. */
export function runOf(prepared: Prepared, values: readonly SqlValue[] = []): Promise<void> {
  return new Promise((resolve, reject) => {
    prepared.run(values, (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}

/** Lets go of a prepared statement. */
export function finalize(prepared: Prepared): Promise<void> {
  return new Promise((resolve) => {
    prepared.finalize(() => {
      resolve();
    });
  });
}

/** Closes a connection whose statements are finalized. */
export function closeSqlite(db: SqliteHandle): Promise<void> {
  return new Promise((resolve, reject) => {
    db.close((error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}
