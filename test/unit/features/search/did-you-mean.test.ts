import { closestTerm, correctQuery } from '../../../../src/features/search/did-you-mean';

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
