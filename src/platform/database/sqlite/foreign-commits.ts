import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { CommitListener } from '../database';
import type { SqliteConnection } from './sqlite-connection';

/** A watch that can be ended. */
export interface Watch {
  close(): void;
}

/** Units: milliseconds between two looks while the log was just written to. */
const fastMs = 20;
/** How often it is looked fast after a write: a commit is seen when it is on the disk, not before. */
const fastLooks = 100;
/** Units: milliseconds between two looks at rest, for systems that do not tell of writes. */
const slowMs = 1_000;

/**
 * Tells of commits by other processes on the same file, such as `maqal import` beside a service.
 *
 * The system says when the file's log is written to; SQLite's `data_version`, asked for on the
 * connection that writes, then says whether it was somebody else. The write comes before the commit
 * that it belongs to can be seen, so it is looked more than once.
 * Source: SQLite, PRAGMA data_version.
 */
export function watchForeignCommits(
  path: string,
  connection: SqliteConnection,
  emit: CommitListener,
): Watch {
  let version: number | null = null;
  let looksLeft = 0;
  let isLooking = false;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    isLooking = true;
    clearTimeout(timer);
    try {
      const seen = await connection.readDataVersion();
      if (version !== null && seen !== version) emit(null);
      version = seen;
    } catch {
      // A connection that is being closed has nothing more to tell; another fault may pass.
    }
    isLooking = false;
    if (isClosed) return;
    timer = setTimeout(() => void look(), looksLeft > 0 ? fastMs : slowMs).unref();
    looksLeft = Math.max(0, looksLeft - 1);
  };
  const name = basename(path);
  const watcher = watch(dirname(path), { persistent: false }, (_event, file) => {
    if (file?.startsWith(name) === false) return;
    looksLeft = fastLooks;
    if (!isLooking) void look();
  });
  void look();
  return {
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      watcher.close();
    },
  };
}
