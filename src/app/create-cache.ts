import type { Config } from '../config';
import { type Cache, GuardedCache, MemoryCache } from '../platform/cache';
import type { Database } from '../platform/database';

/** Units: bytes in a megabyte, as CACHE_MB counts. */
const megabyte = 1024 * 1024;

/**
 * The memory that kept answers and rows share, purged by commits.
 *
 * It hears of a commit before whatever is made after it, so that nobody whom the commit wakes reads
 * anything older.
 */
export function createCache(
  { CACHE_MB }: Pick<Config, 'CACHE_MB'>,
  database: Pick<Database, 'onCommit' | 'hearsCommits'>,
): Cache<unknown> {
  const memory = new MemoryCache<unknown>(CACHE_MB * megabyte);
  const cache = new GuardedCache(memory, () => database.hearsCommits());
  database.onCommit((tags) => {
    if (tags === null) cache.purgeAll();
    else cache.purge(tags);
  });
  return cache;
}
