import fc from 'fast-check';
import { termOf } from '../../../../src/features/search/analysis/analyze';
import { segmentWords } from '../../../../src/features/search/analysis/word-segments';
import { highlightRanges, soughtTerms } from '../../../../src/features/search/highlight';
import { dropHamzas, foldText } from '../../../../src/lib/text';
import { listSpellings } from '../../../support/arabic-spellings';

const highlighted = (text: string, locale: string, terms: readonly string[]): string[] =>
  highlightRanges(text, locale, new Set(terms)).map(({ start, end }) => text.slice(start, end));

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

describe('highlightRanges', () => {
  it('covers each word of a term with its marks', () => {
    const text = 'قال مُحَـــمَّدٌ إن الفِلَسطينيّين و(فلسطين) بخير';
    expect(highlighted(text, 'ar', ['محمد', 'فلسطين'])).toEqual([
      'مُحَـــمَّدٌ',
      'الفِلَسطينيّين',
      'فلسطين',
    ]);
  });

  it('covers a word in each of its spellings', () => {
    for (const spelling of listSpellings('مسؤولة')) {
      expect(highlighted(`قالت ${spelling}.`, 'ar', ['مسوول'])).toEqual([spelling]);
    }
  });

  it('covers a hamza that begins a word, and a sign that belongs to a number', () => {
    expect(highlighted('ءاية', 'ar', [termOf('ايه', 'ar')])).toEqual(['ءاية']);
    expect(highlighted('سنة \u0601٢٠٢٤', 'ar', ['2024'])).toEqual(['\u0601٢٠٢٤']);
  });

  it('covers a ligature only when all its words were looked for', () => {
    const words = ['صلي', 'الله', 'عليه', 'وسلم'];
    expect(highlighted('النبي ﷺ', 'ar', words)).toEqual(['ﷺ']);
    expect(highlighted('النبي ﷺ', 'ar', ['الله'])).toEqual([]);
  });

  it('reads words as their language does', () => {
    expect(highlighted('Two elections', 'en', ['elect'])).toEqual(['elections']);
    expect(highlighted('Two elections', 'fr', ['elect'])).toEqual([]);
  });

  it('covers whole grapheme clusters that fold to the words that were looked for', () => {
    const unit = fc.constantFrom(
      ...Array.from(
        'أإاىةكلمنهويءؤئ ـ\u064B\u0651\u0654\u0670\u200B\u200D\u200F\u0601٣۳7ﻻﷺée\u0301कि́',
      ),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 25 }), fc.nat(7), (text, choice) => {
        const words = segmentWords(dropHamzas(foldText(text))).map(({ word }) => word);
        const sought = new Set(words.filter((_, index) => ((index + 1) & choice) !== 0));
        const boundaries = new Set([
          ...Array.from(clusters.segment(text), ({ index }) => index),
          text.length,
        ]);
        let last = 0;
        for (const { start, end } of highlightRanges(text, 'und', sought)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(boundaries).toContain(start);
          expect(boundaries).toContain(end);
          const found = segmentWords(dropHamzas(foldText(text.slice(start, end))));
          expect(found.length).toBeGreaterThan(0);
          for (const { word } of found) expect([...sought]).toContain(word);
          last = end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('soughtTerms', () => {
  it('holds the words of a query, their terms and their expansions', () => {
    const group = {
      word: 'الكتب',
      terms: ['كتب'],
      expansions: new Map([['كتاب', 0.5]]),
      articleCount: 1,
    };
    expect([...soughtTerms([group])]).toEqual(['الكتب', 'كتب', 'كتاب']);
  });
});
