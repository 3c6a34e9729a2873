import { randomUUID } from 'node:crypto';
import { access, chmod, copyFile, link, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { BackupRefused } from '../database.errors';
import { migrations } from '../migrations';
import { busyTimeoutMs, hasCode, SqliteFile, syncToDisk } from './sqlite-file';

/** What a restored database holds, and where the one before it is now. */
export interface Restored {
  readonly articleCount: number;
  readonly commentCount: number;
  /** Null where there was none. */
  readonly movedTo: string | null;
}

/** How a backup is restored. */
export interface RestoreOptions {
  /** Whether a database that is there is moved aside, instead of refused. */
  readonly replaces: boolean;
  readonly now: Date;
}

/** What SQLite keeps beside a file. */
const companions = ['-wal', '-shm', '-journal'];

/**
 * Writes one consistent copy of a database while others read and write it.
 *
 * The copy is written under a temporary name beside the target and gets its name when it is on the
 * disk, so that a file of that name is always whole. It has the same permissions as the database.
 * Errors: BackupRefused where there is no database, or there is a file of the target's name.
 */
export async function backUpSqlite(path: string, target: string): Promise<void> {
  if (!(await exists(path))) throw new BackupRefused(`There is no database at ${path}`);
  await refuseExisting(target);
  const folder = dirname(resolve(target));
  if (!(await isFolder(folder)))
    throw new BackupRefused(`There is no folder ${folder}: make it first`);
  const temporary = temporaryName(target);
  try {
    const source = await SqliteFile.open(path, 'read', busyTimeoutMs);
    try {
      await source.all('VACUUM INTO ?', [temporary]);
    } finally {
      await source.close();
    }
    await chmod(temporary, (await stat(path)).mode & 0o777);
    await putInPlace(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * Puts a checked copy of a backup in a database's place.
 * Errors: BackupRefused where the backup is damaged, newer than this program or no database of it,
 * where a database is in the place and `replaces` is false, or where a process has that open.
 */
export async function restoreSqlite(
  backup: string,
  path: string,
  { replaces, now }: RestoreOptions,
): Promise<Restored> {
  if (!(await exists(backup))) throw new BackupRefused(`There is no file ${backup}`);
  if (await isFolder(backup)) {
    throw new BackupRefused(`${backup} is a folder: name the file that \`maqal backup\` wrote`);
  }
  if (resolve(backup) === resolve(path)) {
    throw new BackupRefused(`${backup} is the database itself: name a backup of it`);
  }
  const isThere = await exists(path);
  if (isThere && !replaces) {
    throw new BackupRefused(
      `There is a database at ${path}: add --force to move it aside and put the backup in its place`,
    );
  }
  await mkdir(dirname(path), { recursive: true });
  const temporary = temporaryName(path);
  try {
    const counts = await checkCopy(backup, temporary);
    const aside = `${path}.before-restore-${now.toISOString().replace(/\D/g, '')}`;
    await moveAside(path, aside);
    await putInPlace(temporary, path).catch(async (error: unknown) => {
      if (isThere && !(await exists(path))) await rename(aside, path);
      throw error;
    });
    return { ...counts, movedTo: isThere ? aside : null };
  } finally {
    for (const end of ['', ...companions]) await rm(temporary + end, { force: true });
  }
}

/** Copies a backup and checks the copy: opening a file in WAL mode would write beside the original. */
async function checkCopy(
  backup: string,
  copy: string,
): Promise<Pick<Restored, 'articleCount' | 'commentCount'>> {
  await copyFile(backup, copy);
  // A file that was copied together with its log is whole only together with it.
  if (await exists(`${backup}-wal`)) await copyFile(`${backup}-wal`, `${copy}-wal`);
  const file = await SqliteFile.open(copy, 'write', busyTimeoutMs);
  try {
    const [integrity] = await file.all<{ integrity_check: string }>('PRAGMA integrity_check(1)');
    if (integrity?.integrity_check !== 'ok') throw new BackupRefused(`${backup} is damaged`);
    await refuseForeign(file, backup);
    await file.all('PRAGMA journal_mode = DELETE');
    return {
      articleCount: await countRows(file, 'article'),
      commentCount: await countRows(file, 'comment'),
    };
  } catch (error) {
    if (hasCode(error, ['SQLITE_NOTADB', 'SQLITE_CORRUPT'])) {
      throw new BackupRefused(`${backup} is no SQLite database, or is damaged`);
    }
    throw error;
  } finally {
    await file.close();
  }
}

async function refuseForeign(file: SqliteFile, backup: string): Promise<void> {
  const tables = await file.all<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE name IN ('migrations', 'article', 'comment')",
  );
  if (tables.length < 3) throw new BackupRefused(`${backup} is no database of Maqal`);
  const applied = await file.all<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = applied.find(({ name }) => !known.has(name));
  if (unknown === undefined) return;
  throw new BackupRefused(
    `${backup} is newer than this program, which does not know the migration ${unknown.name}: restore it with the version that wrote it`,
  );
}

async function countRows(file: SqliteFile, table: 'article' | 'comment'): Promise<number> {
  const [row] = await file.all<{ total: number }>(`SELECT count(*) AS total FROM ${table}`);
  return row?.total ?? 0;
}

/** Moves a database, where there is one, and what SQLite left beside it. Errors: BackupRefused. */
async function moveAside(path: string, aside: string): Promise<void> {
  if (await exists(path)) await refuseOpen(path);
  for (const end of ['', ...companions]) {
    if (await exists(path + end)) await rename(path + end, aside + end);
  }
}

/** SQLite leaves WAL mode, and so folds the log into the file, only where nobody else has it open. */
async function refuseOpen(path: string): Promise<void> {
  let file: SqliteFile | null = null;
  try {
    file = await SqliteFile.open(path, 'write', 0);
    await file.all('PRAGMA journal_mode = DELETE');
  } catch (error) {
    if (hasCode(error, ['SQLITE_BUSY', 'SQLITE_LOCKED'])) {
      throw new BackupRefused(`A process has ${path} open: stop the service first`);
    }
    // A database that is damaged is what backups are restored for.
    if (!hasCode(error, ['SQLITE_NOTADB', 'SQLITE_CORRUPT'])) throw error;
  } finally {
    await file?.close();
  }
}

/** Gives a file that is on the disk its name, unless there is one of that name. */
async function putInPlace(temporary: string, target: string): Promise<void> {
  await syncToDisk(temporary);
  try {
    // A link, unlike a rename, never takes the place of another file.
    await link(temporary, target);
  } catch (error) {
    await refuseExisting(target);
    if (!hasCode(error, ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'])) throw error;
    await rename(temporary, target);
  }
  await syncToDisk(dirname(resolve(target)));
}

async function refuseExisting(target: string): Promise<void> {
  if (await exists(target)) {
    throw new BackupRefused(`${target} exists: name a file that does not`);
  }
}

function temporaryName(target: string): string {
  return join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
}

async function isFolder(path: string): Promise<boolean> {
  return (await exists(path)) && (await stat(path)).isDirectory();
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
