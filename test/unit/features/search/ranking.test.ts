import { analyze } from '../../../../src/features/search/analysis/analyze';
import {
  parseQuery,
  type SearchQuery,
} from '../../../../src/features/search/analysis/query-parser';
import { inverseDocumentFrequency, saturate } from '../../../../src/features/search/ranking/bm25';
import { maxRanked, planCandidates } from '../../../../src/features/search/ranking/candidate-plan';
import { encodeIndexedWords } from '../../../../src/features/search/ranking/indexed-text';
import {
  countToRead,
  rankCandidates,
} from '../../../../src/features/search/ranking/rank-candidates';
import { scoreCandidates } from '../../../../src/features/search/ranking/score-candidates';
import {
  chooseLookalikes,
  completionRanges,
  groupTerms,
  type TermGroup,
  type VocabularyTerm,
} from '../../../../src/features/search/ranking/term-group';

const statistics = { articleCount: 100, wordCount: 2000 };

function query(text: string): SearchQuery {
  const result = parseQuery(text);
  if (result.kind !== 'parsed') throw new Error(result.kind);
  return result.query;
}

function groups(
  text: string,
  counts: Record<string, number>,
  completions: VocabularyTerm[] = [],
): TermGroup[] {
  const articleCounts = new Map(Object.entries(counts));
  return groupTerms(query(text), { articleCounts, completions, lookalikes: new Map() });
}

const words = (text: string): string[] => analyze(text, 'ar').map(({ word }) => word);

function candidate(sequence: number, body: string, title = '') {
  const indexedText = encodeIndexedWords({
    TITLE: words(title),
    SUMMARY: [],
    HEADING: [],
    CAPTION: [],
    BODY: words(body),
  });
  return { sequence, analyzer: 'ar' as const, indexedText };
}

const order = (scored: readonly { readonly sequence: number }[]): number[] =>
  scored.map(({ sequence }) => sequence);

describe('BM25', () => {
  it('weighs a rare term more than a common one and none below nothing', () => {
    expect(inverseDocumentFrequency(100, 1)).toBeGreaterThan(inverseDocumentFrequency(100, 50));
    expect(inverseDocumentFrequency(100, 100)).toBeGreaterThan(0);
    expect(inverseDocumentFrequency(0, 5)).toBeGreaterThan(0);
  });

  it('tells less with each repetition and in a longer text', () => {
    expect(saturate(0, 10, 10)).toBe(0);
    const [once, twice, thrice] = [1, 2, 3].map((frequency) => saturate(frequency, 10, 10));
    expect((twice ?? 0) - (once ?? 0)).toBeGreaterThan((thrice ?? 0) - (twice ?? 0));
    expect(saturate(1, 100, 10)).toBeLessThan(saturate(1, 10, 10));
  });
});

describe('scoreCandidates', () => {
  it('puts an article with all words before one with some', () => {
    const scored = scoreCandidates(
      [candidate(1, 'مفاوضات طويلة في باريس'), candidate(2, 'مفاوضات القاهرة في الصباح')],
      groups('مفاوضات القاهرة ', { مفاوض: 10, قاهره: 5 }),
      statistics,
    );
    expect(order(scored)).toEqual([2, 1]);
  });

  it('counts a word of the title more than one of the body', () => {
    const scored = scoreCandidates(
      [candidate(1, 'القاهرة مدينة', 'خبر اليوم'), candidate(2, 'خبر مدينة', 'القاهرة اليوم')],
      groups('القاهرة ', { قاهره: 5 }),
      statistics,
    );
    expect(order(scored)).toEqual([2, 1]);
  });

  it('puts words that stand together before words that stand apart', () => {
    const filler = ' كلام'.repeat(30);
    const scored = scoreCandidates(
      [
        candidate(1, `زيارة${filler} القاهرة${filler}`),
        candidate(2, `زيارة القاهرة${filler}${filler}`),
      ],
      groups('زيارة القاهرة ', { زيار: 10, قاهره: 10 }),
      statistics,
    );
    expect(order(scored)).toEqual([2, 1]);
  });

  it('finds by trigrams what shares letters and no stem', () => {
    const scored = scoreCandidates(
      [candidate(1, 'خبر قصير'), candidate(2, 'استحواذهم الكبير')],
      groups('الاستحواذ ', {}),
      statistics,
    );
    expect(order(scored)).toEqual([2, 1]);
    expect(scored[0]?.score).toBeGreaterThan(0);
  });

  it('knows every form of a protected name, and stems of two letters', () => {
    const scored = scoreCandidates(
      [candidate(1, 'قرار الأميركيين'), candidate(2, 'كلام حقها'), candidate(3, 'كلام آخر')],
      groups('أمريكا الحق ', { امريكا: 5, حق: 5 }),
      statistics,
    );
    expect(
      scored
        .filter(({ score }) => score > 1)
        .map(({ sequence }) => sequence)
        .sort(),
    ).toEqual([1, 2]);
  });

  it('takes an expansion for less than the word itself', () => {
    const scored = scoreCandidates(
      [candidate(1, 'فلسفة'), candidate(2, 'فلسطين')],
      groups('فلس', { فلس: 0 }, [
        { term: 'فلسطين', articleCount: 5 },
        { term: 'فلسف', articleCount: 5 },
      ]),
      statistics,
    );
    expect(scored.every(({ score }) => score > 0)).toBe(true);
  });

  it('puts the newer of equal articles first', () => {
    const scored = scoreCandidates(
      [candidate(1, 'غزة'), candidate(3, 'غزة'), candidate(2, 'غزة')],
      groups('غزة ', { غزه: 3 }),
      statistics,
    );
    expect(order(scored)).toEqual([3, 2, 1]);
  });

  it('scores nothing without candidates', () => {
    expect(scoreCandidates([], groups('غزة ', { غزه: 3 }), statistics)).toEqual([]);
  });
});

describe('rankCandidates', () => {
  const listed = [
    { sequence: 3, coverage: 900 },
    { sequence: 2, coverage: 900 },
    { sequence: 1, coverage: 300 },
  ];

  it('leaves out articles that hold the words of a phrase but not the phrase', () => {
    const ranked = rankCandidates(
      listed,
      [
        candidate(3, 'إطلاق النار وقف'),
        candidate(2, 'قبل ووقف إطلاق النار'),
        candidate(1, 'وقف إطلاق نار'),
      ],
      query('"وقف إطلاق النار" '),
      groups('"وقف إطلاق النار" ', { وقف: 3 }),
      statistics,
    );
    expect(order(ranked)).toEqual([2]);
  });

  it('leaves out articles that hold an excluded phrase', () => {
    const ranked = rankCandidates(
      listed,
      [candidate(3, 'أخبار كرة القدم'), candidate(2, 'أخبار القدم كرة')],
      query('أخبار -"كرة القدم"'),
      groups('أخبار -"كرة القدم"', { اخبار: 3 }),
      statistics,
    );
    expect(order(ranked)).toEqual([2]);
  });

  it('puts the articles that were not read after the others, by coverage', () => {
    const many = Array.from({ length: 103 }, (_, index) => ({
      sequence: 200 - index,
      coverage: 500 - index,
    }));
    const read = many.slice(0, 100).map(({ sequence }) => candidate(sequence, 'غزة'));
    const ranked = rankCandidates(
      many,
      read,
      query('غزة '),
      groups('غزة ', { غزه: 103 }),
      statistics,
    );
    expect(order(ranked.slice(100))).toEqual([100, 99, 98]);
    const scores = ranked.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    expect(scores[100]).toBeLessThan(1);
  });
});

describe('countToRead', () => {
  it('reads more where only reading tells whether a phrase is there', () => {
    expect(countToRead(query('غزة '))).toBe(100);
    expect(countToRead(query('"غزة" '))).toBe(maxRanked);
    expect(countToRead(query('غزة -"كرة القدم"'))).toBe(maxRanked);
    expect(countToRead(query('غزة -كرة'))).toBe(100);
  });
});

describe('planCandidates', () => {
  it('asks for each word, for it in the title, and for all words', () => {
    const { lists } = planCandidates(
      query('مفاوضات القاهرة '),
      groups('مفاوضات القاهرة ', { مفاوض: 10, قاهره: 5 }),
      100,
    );
    expect(lists.map(({ expression }) => expression.kind)).toEqual([
      'any',
      'any',
      'any',
      'any',
      'and',
    ]);
    expect(lists.every(({ weight }) => Number.isInteger(weight) && weight > 0)).toBe(true);
  });

  it('asks for pairs of common words', () => {
    const text = 'مفاوضات القاهرة الجديدة ';
    const counts = { مفاوض: 5000, قاهره: 5000, جديد: 5000 };
    const { lists, listLength } = planCandidates(query(text), groups(text, counts), 100_000);
    expect(lists.filter(({ expression }) => expression.kind === 'and')).toHaveLength(4);
    expect(lists.length * listLength).toBeLessThanOrEqual(6000);
  });

  it('restricts every list to the phrases and away from excluded words', () => {
    const text = 'غزة "وقف إطلاق" -رياضة';
    const { lists } = planCandidates(query(text), groups(text, { غزه: 5, وقف: 3, اطلاق: 4 }), 100);
    for (const { expression } of lists) expect(expression.kind).toBe('without');
  });

  it('asks for phrases in one list, and for the words beside them', () => {
    const text = '"قطب نهر" "جبل سهل" كوخ ';
    const counts = { قطب: 9, نهر: 9, جبل: 9, سهل: 9, كوخ: 9 };
    const { lists } = planCandidates(query(text), groups(text, counts), 100);
    expect(lists).toHaveLength(1 + 1 + 5);
  });

  it('looks also for words that no counted article holds, as for the rarest', () => {
    const [unknown] = planCandidates(query('غزة '), groups('غزة ', {}), 100).lists;
    const [rare] = planCandidates(query('غزة '), groups('غزة ', { غز: 1 }), 100).lists;
    expect(unknown?.weight).toBe(rare?.weight);
  });
});

describe('chooseLookalikes', () => {
  it('chooses the likest terms of those that are like enough', () => {
    const candidates = ['استحوذ', 'استحواذا', 'حوذ'].map((term) => ({ term, articleCount: 1 }));
    expect(chooseLookalikes('الاستحواذ', candidates).map(({ term }) => term)).toEqual([
      'استحواذا',
      'استحوذ',
    ]);
  });
});

describe('completionRanges', () => {
  it('looks for a beginning as it is and without the article', () => {
    expect(completionRanges('الفلسط').map(({ from }) => from)).toEqual(['الفلسط', 'فلسط']);
    expect(completionRanges('واشن').map(({ from }) => from)).toEqual(['واشن', 'اشن']);
  });

  it('looks for nothing that begins with a single letter', () => {
    expect(completionRanges('غ')).toEqual([]);
  });
});
