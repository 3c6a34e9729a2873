import fc from 'fast-check';
import {
  closestTerm,
  correctQuery,
  editDistance,
} from '../../../../src/features/search/did-you-mean';

const term = (text: string, articleCount = 1) => ({ term: text, articleCount, word: text });

describe('closestTerm', () => {
  it('chooses the nearest term', () => {
    const vocabulary = [term('سفير', 90), term('سفينه', 5), term('سفن', 100)];
    expect(closestTerm('سفينة'.replace('ة', 'ت'), vocabulary)?.term).toBe('سفينه');
  });

  it('chooses the commonest of equally near terms, then the first', () => {
    expect(closestTerm('كتوب', [term('كتاب', 2), term('كتيب', 7)])?.term).toBe('كتيب');
    expect(closestTerm('كتوب', [term('كتيب'), term('كتاب')])?.term).toBe('كتاب');
  });

  it('allows one slip in a short word and two in a long one', () => {
    expect(closestTerm('غزو', [term('غزه')])?.term).toBe('غزه');
    expect(closestTerm('غزو', [term('غاب')])).toBeNull();
    expect(closestTerm('فلصتين', [term('فلسطين')])?.term).toBe('فلسطين');
  });

  it('guesses nothing for a very short word, or from terms that no article holds', () => {
    expect(closestTerm('غز', [term('غزه')])).toBeNull();
    expect(closestTerm('غزو', [term('غزه', 0)])).toBeNull();
  });
});

describe('editDistance', () => {
  it.each([
    ['كتاب', 'كتاب', 0],
    ['كتاب', 'كتب', 1],
    ['كتاب', 'كاتب', 1],
    ['', 'غزة', 3],
    ['kitten', 'sitting', 3],
  ])('counts the slips between %j and %j', (one, other, slips) => {
    expect(editDistance(one, other)).toBe(slips);
  });

  it('is the same both ways and never more than the longer length', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const slips = editDistance(one, other);
        expect(editDistance(other, one)).toBe(slips);
        expect(slips).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(slips === 0).toBe(one === other);
      }),
    );
  });
});

describe('correctQuery', () => {
  it('replaces the words that have a correction and nothing else', () => {
    const corrections = new Map([['فلسطبن', 'فلسطين']]);
    expect(correctQuery('أخبار «فِلسطبن» اليوم -رياضة', corrections)).toBe(
      'أخبار «فلسطين» اليوم -رياضة',
    );
  });

  it('gives null where there is nothing to correct', () => {
    expect(correctQuery('أخبار اليوم', new Map([['غزو', 'غزة']]))).toBeNull();
  });
});
