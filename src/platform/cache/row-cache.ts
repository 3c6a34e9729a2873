import { LRUCache } from 'lru-cache';
import type { Cache } from './cache';
import { estimateBytes } from './estimate-bytes';

/** The request that reads. */
export interface RowReader {
  /** Whether it may use cached rows; if not, its reads bypass the cache and do not fill it. */
  readonly readsCachedRows: boolean;
}

/** Reads the values of keys, each in its key's place. */
export type ReadValues<Value> = (keys: readonly string[]) => Promise<readonly Value[]>;

/** A namespace of the row cache: one kind of rows, by key. Requests share values: never mutate one. */
export interface RowNamespace<Value> {
  /**
   * The values of keys: cached ones, and the others by `read`, which is called with those alone.
   * Errors: what `read` throws.
   */
  read(reader: RowReader, keys: readonly string[], read: ReadValues<Value>): Promise<Value[]>;
}

/** The cache tags of a value, or of a key's absence. */
export type TagsOf<Value> = (key: string, value: Value) => readonly string[];

/** Keys that are remembered as read once. */
const maxAsked = 10_000;

/**
 * Caches rows between loaders and repositories, from their second read until their tags are purged.
 *
 * Most pages of an archive are executed once, and their answers are cached whole: their rows would
 * only evict others.
 * A row is cached before the viewer's rights are checked, so one entry serves every viewer. A page
 * that is executed again after a comment reads its comments from the database, and not its text.
 */
export class RowCache {
  /** Keys that were read lately and not cached. */
  private readonly asked = new LRUCache<string, true>({ max: maxAsked });

  /** Shape: `cache` is null where the row cache is off. */
  constructor(private readonly cache: Cache<unknown> | null) {}

  /** Opens a namespace; its name must be unique. */
  namespace<Value>(name: string, tagsOf: TagsOf<Value>): RowNamespace<Value> {
    const { cache } = this;
    if (cache === null) return { read: async (_reader, keys, read) => [...(await read(keys))] };
    return new CachedNamespace(`${name} `, cache as Cache<Value>, this.asked, tagsOf);
  }
}

/** Rows do not expire; services decide by the clock which of them are published. */
const anyTime = 0;

class CachedNamespace<Value> implements RowNamespace<Value> {
  constructor(
    private readonly prefix: string,
    private readonly cache: Cache<Value>,
    private readonly asked: LRUCache<string, true>,
    private readonly tagsOf: TagsOf<Value>,
  ) {}

  async read(
    { readsCachedRows }: RowReader,
    keys: readonly string[],
    read: ReadValues<Value>,
  ): Promise<Value[]> {
    if (!readsCachedRows) return [...(await read(keys))];
    const values = keys.map((key) => this.cache.get(this.prefix + key, anyTime));
    if (!values.includes(undefined)) return values as Value[];
    const missing = keys.filter((_, index) => values[index] === undefined);
    const found = await this.readAndCache(missing, read);
    // A cached absence is null.
    return keys.map((key, index) => {
      const value = values[index];
      return value === undefined ? (found.get(key) as Value) : value;
    });
  }

  private async readAndCache(
    keys: readonly string[],
    read: ReadValues<Value>,
  ): Promise<Map<string, Value>> {
    const stamp = this.cache.stamp();
    const values = await read(keys);
    const found = new Map<string, Value>();
    keys.forEach((key, index) => {
      const value = values[index] as Value;
      found.set(key, value);
      const whole = this.prefix + key;
      if (!this.asked.has(whole)) {
        this.asked.set(whole, true);
        return;
      }
      const tags = new Set(this.tagsOf(key, value));
      const sizeBytes = 2 * whole.length + estimateBytes(value);
      this.cache.set(whole, value, { sizeBytes, tags, expiresAtMs: Infinity, stamp });
    });
    return found;
  }
}
