import fc from 'fast-check';
import {
  maxQueryLength,
  maxQueryWords,
  parseQuery,
  type SearchQuery,
} from '../../../../src/features/search/analysis/query-parser';
import { listSpellings } from '../../../support/arabic-spellings';

function parsed(text: string): SearchQuery {
  const result = parseQuery(text);
  if (result.kind !== 'parsed') throw new Error(`'${text}' was read as ${result.kind}`);
  return result.query;
}

describe('parseQuery', () => {
  it('reads words, folded and each once', () => {
    expect(parsed('مدرسةٌ كبيرة، المدرسة مدرسه. ')).toMatchObject({
      words: ['مدرسه', 'كبيره', 'المدرسه'],
      prefix: null,
      phrases: [],
      exclusions: [],
    });
  });

  it.each([
    '"وقف إطلاق النار" ',
    '«وقف إطلاق النار» ',
    '“وقف إطلاق النار” ',
    '„وقف إطلاق النار“ ',
    '‹وقف إطلاق النار› ',
    '＂وقف إطلاق النار＂ ',
  ])('reads %s as a phrase', (text) => {
    expect(parsed(text).phrases).toEqual([['وقف', 'اطلاق', 'النار']]);
  });

  it('takes quotes in a question for the writer’s own', () => {
    expect(parsed('من كتب "دكتور هو"؟')).toMatchObject({ words: ['كتب', 'دكتور'], phrases: [] });
  });

  it('reads exclusions of words and of phrases', () => {
    expect(parsed('غزة -رياضة −"كرة القدم" ')).toMatchObject({
      words: ['غزه'],
      exclusions: [['رياضه'], ['كره', 'القدم']],
    });
  });

  it('takes a dash within a word or alone for no exclusion', () => {
    expect(parsed('23–16 سيف-الدين - نعم ')).toMatchObject({ exclusions: [] });
  });

  it('passes over a quote that is never closed', () => {
    expect(parsed('قال "نعم كبير ')).toMatchObject({ words: ['قال', 'كبير'], phrases: [] });
  });

  it.each([
    ['الفلسط', 'الفلسط'],
    ['أخبار غز', 'غز'],
    ['غزة ', null],
    ['غزة.', null],
    ['"غزة"', null],
    ['أخبار -غزة', null],
  ])('reads the beginning of a last word in %j: %s', (text, prefix) => {
    expect(parsed(text).prefix).toBe(prefix);
  });

  it('leaves stop words out, with a conjunction too, unless there is nothing else', () => {
    expect(parsed('ما هي وفي الحكومة والتي فمن ').words).toEqual(['الحكومه']);
    expect(parsed('the state of the union ').words).toEqual(['state', 'union']);
    expect(parsed('من في على ').words).toEqual(['من', 'في', 'علي']);
  });

  it.each(['', '   ', '"', '«»', '- -- ""', '؟!…', '\u200F\u064E', '()*:^~'])(
    'finds no word in %j',
    (text) => {
      expect(parseQuery(text)).toEqual({ kind: 'empty', reason: 'NO_WORDS' });
    },
  );

  it('tells when there is nothing but exclusions', () => {
    expect(parseQuery('-غزة -"كرة القدم"')).toEqual({ kind: 'empty', reason: 'ONLY_EXCLUSIONS' });
  });

  it('tells when a query is too long', () => {
    expect(parseQuery('ا'.repeat(10_000))).toEqual({
      kind: 'too-long',
      unit: 'CHARACTER',
      max: maxQueryLength,
    });
    expect(parseQuery('غزة '.repeat(maxQueryWords + 1))).toEqual({
      kind: 'too-long',
      unit: 'WORD',
      max: maxQueryWords,
    });
  });

  it('reads the five spellings of a query alike', () => {
    const text = 'ماذا قال "رئيس الوزراء الإسرائيلي" عن مفاوضات القاهرة -رياضة شؤو';
    const readings = listSpellings(text).map((spelling) => parseQuery(spelling));
    expect(new Set(readings.map((reading) => JSON.stringify(reading))).size).toBe(1);
  });

  it('has an outcome for any text at all', () => {
    const piece = fc.constantFrom('"', '«', '-', ' ', 'غزة', 'في', 'x', '؟', '*', "'", '\\', '\0');
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: piece }));
    fc.assert(
      fc.property(text, (typed) => {
        const result = parseQuery(typed);
        if (result.kind !== 'parsed') return;
        const { words, phrases, exclusions } = result.query;
        expect(words.length).toBeGreaterThan(0);
        for (const word of [...words, ...phrases.flat(), ...exclusions.flat()]) {
          expect(word).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*$/u);
        }
      }),
    );
  });
});
