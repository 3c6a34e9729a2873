import { open } from 'node:fs/promises';
import sqlite3 from 'sqlite3';

/** Units: milliseconds that a statement waits for the lock of another process. */
export const busyTimeoutMs = 5_000;

const openFlags = {
  read: sqlite3.OPEN_READONLY,
  write: sqlite3.OPEN_READWRITE,
  create: sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE,
};

/**
 * Opens a file with the driver and runs PRAGMA statements on the connection.
 * Shape: `create` makes a file that is missing. Errors: those of the driver.
 */
export async function openHandle(
  path: string,
  mode: keyof typeof openFlags,
  { waitMs = busyTimeoutMs, pragmas = [] }: { waitMs?: number; pragmas?: readonly string[] } = {},
): Promise<sqlite3.Database> {
  const handle = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(path, openFlags[mode], (error) => {
      if (error === null) resolve(opened);
      else reject(error);
    });
  });
  handle.configure('busyTimeout', waitMs);
  try {
    for (const pragma of pragmas) await settle((callback) => handle.exec(pragma, callback));
  } catch (error) {
    await closeHandle(handle);
    throw error;
  }
  return handle;
}

/** Closes a connection whose statements are finalized. Errors: those of the driver. */
export function closeHandle(handle: sqlite3.Database): Promise<void> {
  return settle((callback) => {
    handle.close(callback);
  });
}

function settle(call: (callback: (error: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    call((error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}

/** One connection to a file, for work on the file itself and not on its rows. */
export class SqliteFile {
  private constructor(private readonly handle: sqlite3.Database) {}

  /** Opens a file that is there. Errors: those of the driver. */
  static async open(path: string, mode: 'read' | 'write', waitMs: number): Promise<SqliteFile> {
    return new SqliteFile(await openHandle(path, mode, { waitMs }));
  }

  /** Runs one statement; its rows. Errors: those of the driver. */
  all<Row>(sql: string, values: readonly string[] = []): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      this.handle.all<Row>(sql, [...values], (error, rows) => {
        if (error === null) resolve(rows);
        else reject(error);
      });
    });
  }

  close(): Promise<void> {
    return closeHandle(this.handle);
  }
}

/** Waits until a file's bytes, or a folder's names, are on the disk. */
export async function syncToDisk(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Whether an error is the driver's, with one of these codes. */
export function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
