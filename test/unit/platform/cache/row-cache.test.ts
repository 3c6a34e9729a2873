import { MemoryCache, RowCache, type RowNamespace } from '../../../../src/platform/cache';

const reader = { readsCachedRows: true };
const lengthOf = (text: string | null) => text?.length ?? 0;

let memory: MemoryCache<unknown>;
let namespace: RowNamespace<string | null>;
let asked: string[];

/** Reads keys until they are kept. */
const keep = async (keys: readonly string[]) => {
  await namespace.read(reader, keys, readTexts);
  await namespace.read(reader, keys, readTexts);
  asked = [];
};

/** Every key has its own text; keys that begin with `no` have none. */
const readTexts = (keys: readonly string[]) => {
  asked.push(...keys);
  return Promise.resolve(keys.map((key) => (key.startsWith('no') ? null : `text of ${key}`)));
};

const open = (maxBytes = 100_000) => {
  asked = [];
  memory = new MemoryCache<unknown>(maxBytes);
  namespace = new RowCache(memory).namespace('text', (key) => [`tag:${key}`]);
};

beforeEach(() => {
  open();
});

describe('a namespace of the row cache', () => {
  it('keeps what is read a second time', async () => {
    for (let time = 0; time < 3; time += 1) await namespace.read(reader, ['a'], readTexts);
    expect(asked).toEqual(['a', 'a']);
  });

  it('gives each key its own value, whichever of them are kept', async () => {
    await keep(['b', 'no 1']);
    const values = await namespace.read(reader, ['no 1', 'a', 'b', 'no 2'], readTexts);
    expect(values).toEqual([null, 'text of a', 'text of b', null]);
    expect(asked).toEqual(['a', 'no 2']);
  });

  it('reads a key again once its tag is purged, and no other', async () => {
    await keep(['a', 'b', 'no 1']);
    memory.purge(['tag:a', 'tag:no 1']);
    await namespace.read(reader, ['a', 'b', 'no 1'], readTexts);
    expect(asked).toEqual(['a', 'no 1']);
  });

  it('keeps nothing of a read in which its tag was purged', async () => {
    await keep(['a']);
    memory.purge(['tag:a']);
    await namespace.read(reader, ['a'], (keys) => {
      memory.purge(['tag:a']);
      return readTexts(keys);
    });
    await namespace.read(reader, ['a'], readTexts);
    expect(asked).toEqual(['a', 'a']);
  });

  it('neither serves nor keeps for whoever reads anew', async () => {
    const anew = { readsCachedRows: false };
    for (let time = 0; time < 3; time += 1) await namespace.read(anew, ['a'], readTexts);
    await keep(['a']);
    await namespace.read(anew, ['a'], readTexts);
    expect(asked).toEqual(['a']);
  });

  it('takes no more than its bound, and lets go of what was not asked for longest', async () => {
    open(2_000);
    const keys = Array.from({ length: 40 }, (_, index) => `key ${index}`);
    for (const key of keys) await keep([key]);
    await namespace.read(reader, ['key 39', 'key 0'], readTexts);
    expect(asked).toEqual(['key 0']);
  });

  it('keeps kinds of rows apart that have the same keys', async () => {
    const lengths = new RowCache(memory).namespace<number>('length', (key) => [`tag:${key}`]);
    const measure = async (keys: readonly string[]) => (await readTexts(keys)).map(lengthOf);
    await keep(['a']);
    expect(await lengths.read(reader, ['a'], measure)).toEqual([9]);
    expect(await namespace.read(reader, ['a'], readTexts)).toEqual(['text of a']);
  });
});
