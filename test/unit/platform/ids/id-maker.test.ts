import fc from 'fast-check';
import { createIdMaker, lowestIdAt, readIdPrefix } from '../../../../src/platform/ids';

const instant = new Date('2024-06-11T12:00:00.000Z');

/** Words that count up: the same ids in every run. */
function createCounting() {
  let word = 0;
  return { nextUint32: () => (word += 1) };
}

describe('IdMaker.make', () => {
  it('gives the type’s name and 26 characters of lower-case base 32', () => {
    expect(createIdMaker().make('comment', instant)).toMatch(
      /^comment_[0-7][0-9a-hjkmnp-tv-z]{25}$/,
    );
  });

  it('carries the instant: UUIDv7 has the milliseconds first', () => {
    // 48 bits of milliseconds fill the first nine characters and three bits of the tenth.
    const [, suffix = ''] = createIdMaker().make('article', instant).split('_');
    const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
    let value = 0n;
    for (const letter of suffix) value = value * 32n + BigInt(alphabet.indexOf(letter));
    expect(Number(value >> 80n)).toBe(instant.getTime());
    expect(Number((value >> 76n) & 15n)).toBe(7);
  });

  it('makes the same ids again from the same randomness', () => {
    const make = () => {
      const ids = createIdMaker(createCounting());
      return [ids.make('article', instant), ids.make('section', instant)];
    };
    expect(make()).toEqual(make());
  });

  it('makes other ids from other randomness', () => {
    const [one, other] = [createIdMaker(), createIdMaker()];
    expect(one.make('article', instant)).not.toBe(other.make('article', instant));
  });

  it('keeps the order of making within one millisecond, ten thousand times', () => {
    const ids = createIdMaker();
    const made = Array.from({ length: 10_000 }, () => ids.make('comment', instant));
    expect(made).toEqual([...made].sort());
    expect(new Set(made).size).toBe(made.length);
  });

  it('sorts by the time of making', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4_102_444_800_000 }), { minLength: 2 }), (times) => {
        const ids = createIdMaker();
        const sorted = [...times].sort((one, other) => one - other);
        const made = sorted.map((time) => ids.make('article', new Date(time)));
        expect(made).toEqual([...made].sort());
      }),
    );
  });

  it('makes unique ids also when the clock is set back', () => {
    const ids = createIdMaker();
    const made = [0, 5, -60_000, 0, 5].map((shift) =>
      ids.make('article', new Date(instant.getTime() + shift)),
    );
    expect(new Set(made).size).toBe(made.length);
  });
});

describe('lowestIdAt', () => {
  it('stands between the ids of one millisecond and those of the next', () => {
    const at = fc.date({ min: new Date(1), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(at, (instant) => {
        const before = createIdMaker().make('comment', new Date(instant.getTime() - 1));
        const lowest = lowestIdAt('comment', instant);
        expect(before < lowest && lowest < createIdMaker().make('comment', instant)).toBe(true);
      }),
    );
  });

  it('stands before every id for an instant before 1970, of which there are none', () => {
    expect(lowestIdAt('comment', new Date(-1))).toBe('comment_00000000000000000000000000');
  });
});

describe('readIdPrefix', () => {
  it('reads the type’s name of an id that was made', () => {
    expect(readIdPrefix(createIdMaker().make('section', instant))).toBe('section');
  });

  it.each([
    '',
    'article',
    'article_',
    'article_01j03cqd00fgqbrcr42gqh0k5',
    'article_81j03cqd00fgqbrcr42gqh0k5v',
    'article_01J03CQD00FGQBRCR42GQH0K5V',
    'article_01j03cqd00fgqbrcr42gqh0k5u',
    'Article_01j03cqd00fgqbrcr42gqh0k5v',
    'article_01j03cqd00fgqbrcr42gqh0k5v\n',
    'article\u0000_01j03cqd00fgqbrcr42gqh0k5v',
  ])('gives null for %j, which is no id', (text) => {
    expect(readIdPrefix(text)).toBeNull();
  });

  it('never fails, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const prefix = readIdPrefix(text);
        expect(prefix === null || /^[a-z_]*$/.test(prefix)).toBe(true);
      }),
    );
  });
});
