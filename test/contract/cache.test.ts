import fc from 'fast-check';
import { type Cache, GuardedCache, MemoryCache } from '../../src/platform/cache';

/** Every adapter: how a new one is opened. */
const adapters: Readonly<Record<string, (maxBytes: number) => Cache<string>>> = {
  MemoryCache: (maxBytes) => new MemoryCache<string>(maxBytes),
  GuardedCache: (maxBytes) => new GuardedCache(new MemoryCache<string>(maxBytes), () => true),
};

const nowMs = Date.parse('2024-06-12T09:00:00.000Z');
const never = Infinity;

interface Kept {
  readonly key?: string;
  readonly value?: string;
  readonly tags?: readonly string[];
  readonly expiresAtMs?: number;
  readonly sizeBytes?: number;
  readonly stamp?: number;
}

/** Keeps a value that is valid but for what a case overrides. */
function keep(cache: Cache<string>, kept: Kept = {}): boolean {
  const { key = 'key', value = 'value', tags = [], expiresAtMs = never, sizeBytes = 10 } = kept;
  const stamp = kept.stamp ?? cache.stamp();
  return cache.set(key, value, { tags: new Set(tags), expiresAtMs, sizeBytes, stamp });
}

describe.each(Object.entries(adapters))('%s', (_, open) => {
  let cache: Cache<string>;

  beforeEach(() => {
    cache = open(1_000);
  });

  const get = (key = 'key', atMs = nowMs) => cache.get(key, atMs);

  describe('get', () => {
    it('gives what was kept under the key, and nothing under another', () => {
      expect(keep(cache)).toBe(true);
      expect([get(), get('other')]).toEqual(['value', undefined]);
    });

    it('gives the latest of two values of one key', () => {
      keep(cache, { value: 'first' });
      keep(cache, { value: 'second' });
      expect(get()).toBe('second');
    });

    it('gives nothing from the instant on at which the value ends', () => {
      keep(cache, { expiresAtMs: nowMs });
      expect(get('key', nowMs - 1)).toBe('value');
      expect(get('key', nowMs)).toBeUndefined();
    });
  });

  describe('set', () => {
    it('refuses what is larger than the whole cache', () => {
      expect(keep(cache, { sizeBytes: 1_001 })).toBe(false);
      expect(get()).toBeUndefined();
    });

    it('lets the least recently used go where there is no room', () => {
      for (const key of ['one', 'two', 'three']) keep(cache, { key, sizeBytes: 300 });
      get('one');
      keep(cache, { key: 'four', sizeBytes: 300 });
      const left = ['one', 'two', 'three', 'four'].filter((key) => get(key) !== undefined);
      expect(left).toEqual(['one', 'three', 'four']);
    });

    it('refuses what was read before one of its tags was purged', () => {
      const stamp = cache.stamp();
      cache.purge(['a']);
      expect(keep(cache, { tags: ['a', 'b'], stamp })).toBe(false);
      expect(get()).toBeUndefined();
    });

    it('takes what was read before another tag was purged', () => {
      const stamp = cache.stamp();
      cache.purge(['other']);
      expect(keep(cache, { tags: ['a'], stamp })).toBe(true);
    });

    it('takes what was read after the purge', () => {
      cache.purge(['a']);
      expect(keep(cache, { tags: ['a'] })).toBe(true);
    });

    it('refuses whatever was read before everything was purged', () => {
      const stamp = cache.stamp();
      cache.purgeAll();
      expect(keep(cache, { stamp })).toBe(false);
    });

    it('refuses what it cannot judge any more, after very many purges', () => {
      const stamp = cache.stamp();
      cache.purge(['a']);
      for (let number = 0; number < 60_000; number += 1) cache.purge([`other:${number}`]);
      expect(keep(cache, { tags: ['a'], stamp })).toBe(false);
    });
  });

  describe('purge', () => {
    it('drops what is made of one of the tags, and nothing else', () => {
      keep(cache, { key: 'both', tags: ['a', 'b'] });
      keep(cache, { key: 'one', tags: ['b'] });
      keep(cache, { key: 'none' });
      cache.purge(['a', 'c']);
      expect([get('both'), get('one'), get('none')]).toEqual([undefined, 'value', 'value']);
    });

    it('goes by the tags of the latest value of a key', () => {
      keep(cache, { tags: ['old'] });
      keep(cache, { tags: ['new'] });
      cache.purge(['old']);
      expect(get()).toBe('value');
      cache.purge(['new']);
      expect(get()).toBeUndefined();
    });
  });

  describe('isPurgedSince', () => {
    it('tells of purges after the stamp only', () => {
      cache.purge(['a']);
      const stamp = cache.stamp();
      expect(cache.isPurgedSince(stamp, new Set(['a']))).toBe(false);
      cache.purge(['a']);
      expect(cache.isPurgedSince(stamp, new Set(['a']))).toBe(true);
      expect(cache.isPurgedSince(stamp, new Set(['b']))).toBe(false);
      cache.purgeAll();
      expect(cache.isPurgedSince(stamp, new Set(['b']))).toBe(true);
    });
  });

  it('never gives what was made before a purge of its tags, whatever the order', () => {
    const tag = fc.constantFrom('a', 'b', 'c');
    const key = fc.constantFrom('x', 'y');
    const step = fc.oneof(
      fc.record({ kind: fc.constant('read' as const), key, tags: fc.uniqueArray(tag) }),
      fc.record({ kind: fc.constant('store' as const), index: fc.nat(5) }),
      fc.record({ kind: fc.constant('purge' as const), tags: fc.uniqueArray(tag) }),
      fc.constant({ kind: 'purgeAll' as const }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        cache = open(1_000);
        const reads: { key: string; tags: string[]; stamp: number; isStale: boolean }[] = [];
        for (const move of steps) {
          if (move.kind === 'read') {
            reads.push({ ...move, stamp: cache.stamp(), isStale: false });
          } else if (move.kind === 'store') {
            const read = reads[move.index];
            if (read !== undefined) {
              expect(keep(cache, { ...read, value: String(move.index) })).toBe(!read.isStale);
            }
          } else {
            const purged: readonly string[] | null = move.kind === 'purge' ? move.tags : null;
            if (purged === null) cache.purgeAll();
            else cache.purge(purged);
            for (const read of reads) {
              read.isStale ||= purged === null || read.tags.some((name) => purged.includes(name));
            }
          }
          for (const name of ['x', 'y']) {
            const value = get(name);
            if (value !== undefined) expect(reads[Number(value)]?.isStale).toBe(false);
          }
        }
      }),
    );
  });
});

describe('GuardedCache, while purges may be missing', () => {
  let isPurged: boolean;
  let cache: Cache<string>;
  const get = () => cache.get('key', nowMs);

  beforeEach(() => {
    isPurged = true;
    cache = new GuardedCache(new MemoryCache<string>(1_000), () => isPurged);
  });

  it('gives nothing and keeps nothing', () => {
    keep(cache);
    isPurged = false;
    expect([get(), keep(cache, { key: 'other' })]).toEqual([undefined, false]);
    isPurged = true;
    expect(cache.get('other', nowMs)).toBeUndefined();
  });

  it('lets no two readings share a moment, and takes none of them for safe', () => {
    isPurged = false;
    const stamp = cache.stamp();
    expect(cache.stamp()).not.toBe(stamp);
    expect(cache.isPurgedSince(cache.stamp(), new Set())).toBe(true);
  });

  it('refuses later what was read meanwhile, once everything was purged', () => {
    isPurged = false;
    const stamp = cache.stamp();
    cache.purgeAll();
    isPurged = true;
    expect(keep(cache, { stamp })).toBe(false);
    expect(keep(cache)).toBe(true);
  });
});
