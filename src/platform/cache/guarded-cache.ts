import type { Cache, CacheMetadata, Stamp } from './cache';

/**
 * A cache that is bypassed while its purges may be missing: it then gives nothing, keeps nothing,
 * and takes nothing that was read meanwhile for safe.
 */
export class GuardedCache<Value> implements Cache<Value> {
  /** Shape: `isPurged` is false while commits may be missed. */
  constructor(
    private readonly cache: Cache<Value>,
    private readonly isPurged: () => boolean,
  ) {}

  get(key: string, nowMs: number): Value | undefined {
    return this.isPurged() ? this.cache.get(key, nowMs) : undefined;
  }

  set(key: string, value: Value, metadata: CacheMetadata): boolean {
    return this.isPurged() && this.cache.set(key, value, metadata);
  }

  stamp(): Stamp {
    // Anything may change between two readings, so no two of them share a moment.
    if (!this.isPurged()) this.cache.purgeAll();
    return this.cache.stamp();
  }

  isPurgedSince(stamp: Stamp, tags: ReadonlySet<string>): boolean {
    return !this.isPurged() || this.cache.isPurgedSince(stamp, tags);
  }

  purge(tags: Iterable<string>): void {
    this.cache.purge(tags);
  }

  purgeAll(): void {
    this.cache.purgeAll();
  }
}
