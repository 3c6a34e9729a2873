import fc from 'fast-check';
import { analyze, analyzerOf, termOf } from '../../../../src/features/search/analysis/analyze';
import { foldText } from '../../../../src/lib/text';
import { listSpellings } from '../../../support/arabic-spellings';

const termsOf = (text: string, locale: string): string[] =>
  analyze(text, locale).map(({ term }) => term);

describe('analyze', () => {
  it('stems the words of an Arabic article and keeps its names', () => {
    expect(termsOf('قال الفلسطينيون في واشنطن: المفاوضات مستمرّة', 'ar-EG')).toEqual([
      'قال',
      'فلسطين',
      'في',
      'واشنطن',
      'مفاوض',
      'مستمر',
    ]);
  });

  it('stems the words of an English article', () => {
    expect(termsOf("The ministers’ elections weren't held", 'en-GB')).toEqual([
      'the',
      'minist',
      'elect',
      "weren't",
      'held',
    ]);
  });

  it('only folds the words of other languages', () => {
    expect(termsOf('Élections législatives', 'fr')).toEqual(['elections', 'legislatives']);
    expect(termsOf('کتاب‌ها', 'fa')).toEqual(['كتابها']);
  });

  it('ends a word where the script changes from or to Arabic', () => {
    expect(termsOf('بـ5 دولارات عبر الـBBC وكوفيد19', 'ar')).toEqual([
      'ب',
      '5',
      'دولار',
      'عبر',
      'ال',
      'bbc',
      'كوفيد',
      '19',
    ]);
    expect(termsOf('G20 covid19', 'en')).toEqual(['g20', 'covid19']);
  });

  it('finds the words of scripts that are written without spaces', () => {
    expect(termsOf('東京都の天気', 'ja').length).toBeGreaterThan(1);
    expect(termsOf('สวัสดีชาวโลก', 'th').length).toBeGreaterThan(1);
  });

  it('leads each term back to the letters of the text', () => {
    const text = '«مُحَـــمَّدٌ» قال';
    const [name] = analyze(text, 'ar');
    expect(name).toMatchObject({ term: 'محمد', word: 'محمد', position: 0 });
    expect(text.slice(name?.start, name?.end)).toBe('مُحَـــمَّدٌ');
  });

  it('gives the same terms for each spelling of a text', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('ابتثجحدرسشعفقكلمنهويأإآىةؤئء')),
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const text = words.join(' ');
        for (const spelling of listSpellings(text)) {
          expect(termsOf(spelling, 'ar')).toEqual(termsOf(text, 'ar'));
        }
      }),
    );
  });

  it('gives ranges in order that fold to their words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        let last = 0;
        for (const { start, end } of analyze(text, 'ar')) {
          expect(start).toBeLessThan(end);
          expect(end).toBeGreaterThanOrEqual(last);
          expect(foldText(text.slice(start, end))).not.toBe('');
          last = end;
        }
      }),
    );
  });

  it('has no terms for a text without words', () => {
    expect(analyze(' … — ؟ \u200F', 'ar')).toEqual([]);
  });
});

describe('analyzerOf', () => {
  it.each([
    ['ar', 'ar'],
    ['AR_EG', 'ar'],
    ['en-US', 'en'],
    ['arz', 'other'],
    ['', 'other'],
  ])('reads %j as %s', (locale, analyzer) => {
    expect(analyzerOf(locale)).toBe(analyzer);
  });
});

describe('termOf', () => {
  it('leaves words of another script than its language alone', () => {
    expect(termOf('panthers', 'ar')).toBe('panthers');
    expect(termOf('panthers', 'en')).toBe('panther');
    expect(termOf('المفاوضات', 'en')).toBe('المفاوضات');
  });
});
