/**
 * The number of the latest purge when a read began. What was read may be cached only if none of its
 * tags has been purged since.
 */
export type Stamp = number;

/** What a cached value depends on, and when it expires. */
export interface CacheMetadata {
  /** Units: bytes that count towards the cache's bound. */
  readonly sizeBytes: number;
  readonly tags: ReadonlySet<string>;
  /** Units: ms since 1970; Infinity for a value that only a purge ends. */
  readonly expiresAtMs: number;
  /** Taken before the value's first read. */
  readonly stamp: Stamp;
}

/**
 * A cache with tag-based invalidation.
 *
 * Every purge has a number, and every tag remembers the number of its last one. A value carries the
 * number that was current before its first read; it is refused when one of its tags was purged
 * after that, since the read may have begun before the change was committed.
 */
export interface Cache<Value> {
  /** The value of a key; undefined where there is none, or where it has expired. */
  get(key: string, nowMs: number): Value | undefined;
  /** Stores a value; false where it may be stale already or is too large. */
  set(key: string, value: Value, metadata: CacheMetadata): boolean;
  /** The number of the latest purge, to be taken before reading. */
  stamp(): Stamp;
  /** Whether anything of these tags was purged after the stamp. */
  isPurgedSince(stamp: Stamp, tags: ReadonlySet<string>): boolean;
  /** Drops every value with one of the tags. */
  purge(tags: Iterable<string>): void;
  /** Drops everything: for a change that nobody can describe. */
  purgeAll(): void;
}
