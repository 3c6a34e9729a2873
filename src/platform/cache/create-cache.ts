import type { Database } from '../database';
import type { Cache } from './cache';
import { GuardedCache } from './guarded-cache';
import { MemoryCache } from './memory-cache';

/** Units: bytes. */
const megabyte = 1024 * 1024;

/**
 * The memory that kept answers and rows share, purged by commits.
 *
 * It hears of a commit before whatever is made after it, so that nobody whom the commit wakes reads
 * anything older.
 */
export function createCache(
  megabytes: number,
  database: Pick<Database, 'onCommit' | 'hearsCommits'>,
): Cache<unknown> {
  const memory = new MemoryCache<unknown>(megabytes * megabyte);
  const cache = new GuardedCache(memory, () => database.hearsCommits());
  database.onCommit((tags) => {
    if (tags === null) cache.purgeAll();
    else cache.purge(tags);
  });
  return cache;
}
