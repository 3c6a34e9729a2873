import fc from 'fast-check';
import {
  type Position,
  readCursor,
  writeCursor,
} from '../../../../../src/platform/database/paging';
import { BadUserInput } from '../../../../../src/platform/errors';

const comments = 'comments of article_01j03cqd00fgqbrcr42gqh0k5v, OLDEST';

const idText = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789abcdefghjkmnpqrstvwxyz')),
  minLength: 26,
  maxLength: 26,
});
/** Any instant that a Date can hold. Units: milliseconds since 1970. */
const instant = fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 });
const nearby = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
const position: fc.Arbitrary<Position> = fc.record({
  at: nearby,
  id: idText.map((text) => `comment_${text}`),
});

describe('writeCursor and readCursor', () => {
  it('give every position back as it was', () => {
    fc.assert(
      fc.property(position, (written) => {
        expect(readCursor('after', writeCursor(written, comments), comments)).toEqual(written);
      }),
    );
  });

  it('give two positions two cursors', () => {
    fc.assert(
      fc.property(position, position, (one, other) => {
        fc.pre(one.at !== other.at || one.id !== other.id);
        expect(writeCursor(one, comments)).not.toBe(writeCursor(other, comments));
      }),
    );
  });

  it('need nothing escaped in an address or in JSON', () => {
    fc.assert(
      fc.property(position, (written) => {
        expect(writeCursor(written, comments)).toMatch(/^[\w-]+$/);
      }),
    );
  });
});

describe('readCursor', () => {
  it('refuses any text that no list gave, and names the argument and the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const read = () => readCursor('before', text, comments);
        expect(read).toThrow(BadUserInput);
        expect(read).toThrow(/"before"/);
      }),
    );
  });

  it('refuses a cursor of another list, and names both lists', () => {
    const newest = comments.replace('OLDEST', 'NEWEST');
    fc.assert(
      fc.property(position, (written) => {
        const read = () => readCursor('after', writeCursor(written, comments), newest);
        expect(read).toThrow(BadUserInput);
        expect(read).toThrow(comments);
        expect(read).toThrow(newest);
      }),
    );
  });

  it('refuses a cursor that was changed anywhere', () => {
    fc.assert(
      fc.property(
        position,
        fc.nat(),
        fc.constantFrom('=', ' ', '!', '\n'),
        (written, place, sign) => {
          const cursor = writeCursor(written, comments);
          const at = place % (cursor.length + 1);
          const changed = cursor.slice(0, at) + sign + cursor.slice(at);
          expect(() => readCursor('after', changed, comments)).toThrow(BadUserInput);
        },
      ),
    );
  });

  it('refuses a position that no row could have', () => {
    const written = ['1.5', 'NaN', '9'.repeat(16), '-0', '01', ''].map((at) =>
      Buffer.from(`${at}.comment_${'0'.repeat(26)}.${comments}`).toString('base64url'),
    );
    for (const cursor of written) {
      expect(() => readCursor('after', cursor, comments)).toThrow(BadUserInput);
    }
  });

  it('quotes at most 80 characters of what it refuses', () => {
    const long = 'x'.repeat(100_000);
    expect(() => readCursor('after', long, comments)).toThrow(/^.{1,300}$/);
  });

  it('takes every instant that an article or a comment can have', () => {
    fc.assert(
      fc.property(instant, idText, (at, id) => {
        fc.pre(Math.abs(at) < 1e15);
        const written = { at, id: `article_${id}` };
        expect(readCursor('after', writeCursor(written, comments), comments)).toEqual(written);
      }),
    );
  });
});

describe('a cursor of a list that a text sorts', () => {
  const tags = 'tags, NAME_ASC';
  const key = fc
    .string({
      unit: fc.constantFrom('غ', 'ز', 'ة', ' ', '.', 'a', '7', '-', '😀', '٪'),
      maxLength: 80,
    })
    .filter((text) => text !== '');
  const written = fc.record({ at: key, id: idText.map((text) => `tag_${text}`) });

  it('gives its position back as it was', () => {
    fc.assert(
      fc.property(written, (position) => {
        expect(readCursor('after', writeCursor(position, tags), tags, 'text')).toEqual(position);
      }),
    );
  });

  it('is none of a list that a number sorts, nor the other way round', () => {
    const id = `tag_${'0'.repeat(26)}`;
    const text = writeCursor({ at: 'غزة', id }, tags);
    const number = writeCursor({ at: 7, id }, tags);
    expect(() => readCursor('after', text, tags)).toThrow(BadUserInput);
    expect(() => readCursor('after', number, tags, 'text')).toThrow(BadUserInput);
  });

  it('holds nothing that a database refuses', () => {
    const made = Buffer.from(`tag_${'0'.repeat(26)}.${tags}.a\u0000b`).toString('base64url');
    expect(() => readCursor('after', made, tags, 'text')).toThrow(BadUserInput);
  });
});
