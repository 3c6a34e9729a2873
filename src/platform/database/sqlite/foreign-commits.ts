import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { CommitListener } from '../database';
import type { SqliteConnection } from './sqlite-connection';

/** A watch that can be ended. */
export interface Watch {
  close(): void;
}

/**
 * Tells of commits by other processes on the same file, such as `maqal import` beside a service.
 *
 * The system says when the file's log is written to; SQLite's `data_version`, asked for on the
 * connection that writes, then says whether it was somebody else.
 * Source: SQLite, PRAGMA data_version.
 */
export function watchForeignCommits(
  path: string,
  connection: SqliteConnection,
  tell: CommitListener,
): Watch {
  let version: number | null = null;
  let checking: Promise<void> | null = null;
  let isStale = true;
  const check = async () => {
    while (isStale) {
      isStale = false;
      const seen = await connection.readDataVersion();
      if (version !== null && seen !== version) tell(null);
      version = seen;
    }
    checking = null;
  };
  const look = () => {
    isStale = true;
    // A connection that is being closed has nothing more to tell.
    checking ??= check().catch(() => undefined);
  };
  look();
  const name = basename(path);
  const watcher = watch(dirname(path), { persistent: false }, (_event, file) => {
    if (file?.startsWith(name) !== false) look();
  });
  return {
    close: () => {
      watcher.close();
    },
  };
}
