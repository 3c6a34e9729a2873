import { LRUCache } from 'lru-cache';
import type { Cache } from './cache';
import { estimateBytes } from './estimate-bytes';

/** Who reads, as far as it matters here. */
export interface RowReader {
  /** Whether rows that are kept may serve: else everything is read anew, and nothing is kept. */
  readonly readsKept: boolean;
}

/** Reads the values of keys, each in its key's place. */
export type ReadValues<Value> = (keys: readonly string[]) => Promise<readonly Value[]>;

/** One kind of rows by key. Values are shared between requests: nobody may change them. */
export interface RowShelf<Value> {
  /**
   * The values of keys: those that are kept, the others by `read`, which is handed them alone.
   * Errors: what `read` throws.
   */
  read(reader: RowReader, keys: readonly string[], read: ReadValues<Value>): Promise<Value[]>;
}

/** What a value of a key is made of, a key's absence included. */
export type TagsOf<Value> = (key: string, value: Value) => readonly string[];

/** Of 10,000 keys it is known that they were read once. */
const maxAsked = 10_000;

/**
 * Rows between loaders and repositories, each kept from its second reading on, until what it was
 * read from changes.
 *
 * Most pages of an archive are executed once, and their answers are kept whole: their rows would
 * only take the place of others.
 * A value is kept before anybody's right to see it is looked at, so it serves every reader. A page
 * that is read anew after a comment then reads its comments, and not its text.
 */
export class RowCache {
  /** What was read lately and not kept. */
  private readonly asked = new LRUCache<string, true>({ max: maxAsked });

  /** Shape: `cache` null where nothing is kept. */
  constructor(private readonly cache: Cache<unknown> | null) {}

  /** A kind of rows, under a name that no other kind has. */
  shelf<Value>(name: string, tagsOf: TagsOf<Value>): RowShelf<Value> {
    const { cache } = this;
    if (cache === null) return { read: async (_reader, keys, read) => [...(await read(keys))] };
    return new KeptShelf(`${name} `, cache as Cache<Value>, this.asked, tagsOf);
  }
}

/** Rows end by changes alone: what the clock makes of them is decided by whoever reads them. */
const anyTime = 0;

class KeptShelf<Value> implements RowShelf<Value> {
  constructor(
    private readonly prefix: string,
    private readonly cache: Cache<Value>,
    private readonly asked: LRUCache<string, true>,
    private readonly tagsOf: TagsOf<Value>,
  ) {}

  async read(
    { readsKept }: RowReader,
    keys: readonly string[],
    read: ReadValues<Value>,
  ): Promise<Value[]> {
    if (!readsKept) return [...(await read(keys))];
    const values = keys.map((key) => this.cache.get(this.prefix + key, anyTime));
    if (!values.includes(undefined)) return values as Value[];
    const missing = keys.filter((_, index) => values[index] === undefined);
    const found = await this.readAndKeep(missing, read);
    // An absence that is kept is null.
    return keys.map((key, index) => {
      const value = values[index];
      return value === undefined ? (found.get(key) as Value) : value;
    });
  }

  private async readAndKeep(
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
      this.cache.set(whole, value, { sizeBytes, tags, endsAtMs: Infinity, stamp });
    });
    return found;
  }
}
