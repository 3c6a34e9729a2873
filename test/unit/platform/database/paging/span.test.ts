import fc from 'fast-check';
import {
  keysetParameters,
  readPageRequest,
  spanOfPrefix,
} from '../../../../../src/platform/database/paging';

const compare = (one: string, other: string) =>
  Buffer.compare(Buffer.from(one), Buffer.from(other));

const text = fc.string({
  unit: fc.constantFrom('غ', 'ز', 'a', ' ', '\uD7FF', '\uFFFD', '😀', '\u{10FFFF}'),
  maxLength: 4,
});

describe('the stretch of a beginning', () => {
  it('holds just the texts that begin so, in the order of databases', () => {
    fc.assert(
      fc.property(text, text, (prefix, other) => {
        const { from, until } = spanOfPrefix(prefix);
        const isIn =
          (from === null || compare(other, from) >= 0) &&
          (until === null || compare(other, until) < 0);
        expect(isIn).toBe(other.startsWith(prefix));
      }),
      { numRuns: 1_000 },
    );
  });

  it('cuts a page to what lies in it', () => {
    const request = readPageRequest({ first: 5 }, 'tags', 'text');
    expect(keysetParameters(request, 'ASC', spanOfPrefix('غز'))).toEqual(['غز', '', 'غس', '']);
    expect(keysetParameters(request, 'ASC')).toEqual(['', '', '\u{10FFFF}', '']);
  });
});
