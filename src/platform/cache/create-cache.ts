import type { Database } from '../database';
import type { Cache } from './cache';
import { GuardedCache } from './guarded-cache';
import { MemoryCache } from './memory-cache';

/** Units: bytes. */
const megabyte = 1024 * 1024;

/**
 * The memory that cached answers and rows share, purged by commits.
 *
 * Create it before any other commit listener: listeners run in order, and one that reads again must
 * not hit an entry that this cache has yet to purge.
 */
export function createCache(
  megabytes: number,
  database: Pick<Database, 'onCommit' | 'receivesCommits'>,
): Cache<unknown> {
  const memory = new MemoryCache<unknown>(megabytes * megabyte);
  const cache = new GuardedCache(memory, () => database.receivesCommits());
  database.onCommit((tags) => {
    if (tags === null) cache.purgeAll();
    else cache.purge(tags);
  });
  return cache;
}
