import { open } from 'node:fs/promises';
import sqlite3 from 'sqlite3';

/** One connection to a file, for work on the file itself and not on its rows. */
export class SqliteFile {
  private constructor(private readonly handle: sqlite3.Database) {}

  /** Opens a file that is there. Errors: those of the driver. */
  static open(path: string, mode: 'read' | 'write', busyTimeoutMs: number): Promise<SqliteFile> {
    const flags = mode === 'read' ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE;
    return new Promise((resolve, reject) => {
      const handle = new sqlite3.Database(path, flags, (error) => {
        if (error === null) resolve(new SqliteFile(handle));
        else reject(error);
      });
      handle.configure('busyTimeout', busyTimeoutMs);
    });
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
    return new Promise((resolve, reject) => {
      this.handle.close((error) => {
        if (error === null) resolve();
        else reject(error);
      });
    });
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
