import fc from 'fast-check';
import {
  toFts5,
  toFts5Term,
  toTsQuery,
  toTsVector,
  type MatchExpression,
} from '../../../../src/features/search/ranking/match-expression';

const expression: MatchExpression = {
  kind: 'without',
  part: {
    kind: 'and',
    parts: [
      { kind: 'any', terms: ['gaza', "o'neil"], inTitle: true },
      { kind: 'or', parts: [{ kind: 'row', terms: ['a', 'b'] }] },
    ],
  },
  excluded: { kind: 'any', terms: ['c'], inTitle: false },
};

describe('toFts5', () => {
  it('writes an expression in the language of FTS5', () => {
    expect(toFts5(expression)).toBe(
      '((title : (gaza OR x006f0027006e00650069006c) AND ("a b")) NOT (c))',
    );
  });
});

describe('toFts5Term', () => {
  it('writes ASCII letters and digits only, and different terms differently', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        expect(toFts5Term(one)).toMatch(/^[a-z0-9]+$/u);
        expect(toFts5Term(one) === toFts5Term(other)).toBe(one === other);
      }),
    );
  });

  it('keeps a word in x apart from an encoded one', () => {
    expect(toFts5Term('x063a')).not.toBe(toFts5Term('غ'));
  });
});

describe('toTsQuery', () => {
  it('writes an expression in the language of tsquery', () => {
    expect(toTsQuery(expression)).toBe("((('=gaza' | '=o''neil') & (('a' <-> 'b'))) & !('c'))");
  });
});

describe('toTsVector', () => {
  it('keeps the places of each term, and marks those of the title', () => {
    expect(toTsVector(['غزه', 'خبر'], ['في', 'غزه'])).toBe(
      "'غزه':1,4 'خبر':2 'في':3 '=غزه' '=خبر'",
    );
  });

  it('stays within the limits of PostgreSQL', () => {
    const vector = toTsVector(
      [],
      Array.from({ length: 20_000 }, () => 'غزه'),
    );
    expect(vector.split(',')).toHaveLength(256);
    const long = toTsVector([], ['ا'.repeat(3000)]);
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(2046 + 4);
  });

  it('escapes quotes and backslashes', () => {
    expect(toTsVector(["o'neil\\"], [])).toBe("'o''neil\\\\':1 '=o''neil\\\\'");
  });
});
