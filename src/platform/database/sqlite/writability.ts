import { access, constants, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseNotReady } from '../database.errors';

/** A file system's size. Units: blocks of `bsize` bytes, all of them and those that are free. */
interface DiskSpace {
  readonly blocks: number;
  readonly bavail: number;
  readonly bsize: number;
}

/** The calls to the file system; tests pass some that refuse. */
export interface FileSystem {
  readonly access: (path: string, mode: number) => Promise<void>;
  readonly statfs: (path: string) => Promise<DiskSpace>;
}

/** Units: bytes. The write-ahead log grows to this size before SQLite folds it into the file. */
const minFreeBytes = 16 * 1024 * 1024;

/**
 * Checks that a commit can be written: the file and its folder, which holds the write-ahead log, are
 * writable, and the disk has room.
 * Errors: DatabaseNotReady with what is wrong and what would be right.
 */
export async function checkWritable(
  path: string,
  fileSystem: FileSystem = { access, statfs },
): Promise<void> {
  const folder = dirname(path);
  for (const [place, name] of [
    [path, 'The database file'],
    [folder, 'The folder of the database file'],
  ] as const) {
    try {
      await fileSystem.access(place, constants.W_OK);
    } catch {
      throw new DatabaseNotReady(`${name} cannot be written: allow the service to write it`);
    }
  }
  const { blocks, bavail, bsize } = await fileSystem.statfs(folder);
  // Some network file systems have no size and report zeros.
  if (blocks === 0 || bavail * bsize >= minFreeBytes) return;
  throw new DatabaseNotReady(
    `The disk is full: the database needs ${minFreeBytes / 1024 / 1024} MB free`,
  );
}
