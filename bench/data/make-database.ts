import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeSqlite, openSqlite, run } from '../by-hand/sqlite';
import { packagePath } from '../processes/package-path';
import { migrate } from '../processes/start-service';
import type { DataPlan } from './data-plan';
import { fillTables } from './fill-tables';

const cacheFolder = join(tmpdir(), 'maqal-bench');

/**
 * The path of a database filled by the plan, which nobody writes to: see `copyDatabase`.
 * Cost: it is made once, and kept in the system's temporary folder until the plan, the maker or
 * the service's migrations change.
 */
export async function makeDatabase(plan: DataPlan): Promise<string> {
  const planName = hashOf(JSON.stringify(plan));
  const path = join(cacheFolder, `${planName}-${await fingerprintMaker()}.sqlite`);
  if (await exists(path)) return path;
  await mkdir(cacheFolder, { recursive: true });
  await removeOutdated(planName);
  const unfinished = `${path}.unfinished`;
  await removeDatabase(unfinished);
  const startedAt = Date.now();
  await migrate(unfinished);
  const db = await openSqlite(unfinished, true);
  await fillTables(db, plan);
  await run(db, 'PRAGMA journal_mode = WAL');
  await closeSqlite(db);
  await rename(unfinished, path);
  const { articleCount } = plan;
  const commentCount = plan.commentCount + plan.pendingCommentCount;
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
  console.log(`Made ${articleCount} articles and ${commentCount} comments in ${seconds} s`);
  return path;
}

/** A copy that may be written to; remove it with `removeDatabase`. */
export async function copyDatabase(path: string, name: string): Promise<string> {
  const copy = join(cacheFolder, `${process.pid}-${name}.sqlite`);
  await removeDatabase(copy);
  await copyFile(path, copy, constants.COPYFILE_FICLONE);
  return copy;
}

/** Removes a database with the files beside it. */
export async function removeDatabase(path: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    await rm(`${path}${suffix}`, { force: true });
  }
}

/** The same plan by an earlier maker or earlier migrations. */
async function removeOutdated(planName: string): Promise<void> {
  for (const file of await readdir(cacheFolder)) {
    if (file.startsWith(`${planName}-`)) await rm(join(cacheFolder, file), { force: true });
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Changes with whatever makes a database what it is. */
async function fingerprintMaker(): Promise<string> {
  const texts: string[] = [];
  for (const folder of ['dist/platform/database/migrations', 'bench/data']) {
    for (const file of (await readdir(packagePath(folder))).sort()) {
      texts.push(await readFile(packagePath(folder, file), 'utf8'));
    }
  }
  return hashOf(texts.join('\n'));
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
