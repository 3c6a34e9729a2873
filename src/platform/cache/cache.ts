/**
 * A moment in the order of purges. What was read after it can only be kept if none of what it was
 * made of has been purged since.
 */
export type Stamp = number;

/** What an entry is made of, and until when it holds. */
export interface EntryFacts {
  /** Units: bytes that the entry takes of the cache's bound. */
  readonly sizeBytes: number;
  readonly tags: ReadonlySet<string>;
  /** The next moment that changes the entry by itself; Infinity for none. Units: ms since 1970. */
  readonly endsAtMs: number;
  /** Taken before the first read that the entry is made of. */
  readonly stamp: Stamp;
}

/**
 * Keeps values until what they are made of changes.
 *
 * Every purge has a number, and every tag remembers the number of its last one. A value carries the
 * number that was current before its first read; it is refused when one of its tags was purged
 * after that, since the read may have begun before the change was committed.
 */
export interface Cache<Value> {
  /** The value of a key; undefined where there is none, or where its time is over. */
  get(key: string, nowMs: number): Value | undefined;
  /** Keeps a value; false where it may be stale already or is too large. */
  set(key: string, value: Value, facts: EntryFacts): boolean;
  /** The current moment, to be taken before reading. */
  stamp(): Stamp;
  /** Whether anything of these tags was purged after the stamp. */
  isPurgedSince(stamp: Stamp, tags: ReadonlySet<string>): boolean;
  /** Drops every value made of one of the tags. */
  purge(tags: Iterable<string>): void;
  /** Drops everything: for a change that nobody can describe. */
  purgeAll(): void;
}
