import stem from 'wink-porter2-stemmer';
import { foldWithMapWithoutHamzas, originalRange } from '../../../lib/text';
import { type ApostropheUse, withoutApostrophe } from './apostrophes';
import { lightStem } from './light-stem';
import { findProtectedName } from './protected-names';
import { segmentWords } from './word-segments';

/** One word of a text as search knows it. */
export interface Term {
  /** The stem under which the word is found, or the word where its language has no stemmer. */
  readonly term: string;
  /** The folded word, without hamzas. */
  readonly word: string;
  /** The how-many-eth word of the text it is, from 0. */
  readonly position: number;
  /** Half-open range of the word in the text that was given, its marks included, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** How words are reduced: by the language of the article that they stand in. */
export type Analyzer = 'ar' | 'en' | 'elision' | 'tr' | 'other';

/** All analyzers: a query, whose language nobody has stated, is read by each. */
export const analyzerNames: readonly Analyzer[] = ['ar', 'en', 'elision', 'tr', 'other'];

const elidingLanguages: ReadonlySet<string> = new Set(['fr', 'it', 'ca']);

/**
 * Cuts a text into the terms under which it is found.
 *
 * Shape: any text and a BCP 47 tag; the text's own letters are reached by each term's range.
 * Cost: linear.
 */
export function analyze(text: string, locale: string): Term[] {
  const folded = foldWithMapWithoutHamzas(text);
  const analyzer = analyzerOf(locale);
  return segmentWords(folded.folded, apostropheUseOf(analyzer)).map(
    ({ word, start, end }, position) => ({
      term: termOf(word, analyzer),
      word,
      position,
      ...originalRange(folded, start, end),
    }),
  );
}

/** Chooses the analyzer of an article's language. */
export function analyzerOf(locale: string): Analyzer {
  const [language] = locale.toLowerCase().split(/[-_]/u);
  if (language === 'ar' || language === 'en' || language === 'tr') return language;
  return language !== undefined && elidingLanguages.has(language) ? 'elision' : 'other';
}

/** What apostrophes mean in the articles of an analyzer. */
export function apostropheUseOf(analyzer: Analyzer): ApostropheUse {
  if (analyzer === 'tr') return 'suffix';
  return analyzer === 'elision' ? 'elision' : 'letter';
}

/**
 * Reduces a folded word to the term under which articles of an analyzer hold it.
 *
 * Shape: Arabic words have the light stem in Arabic articles, Latin ones the Porter2 stem in English
 * articles; French, Italian and Catalan words lose an elided word before them, Turkish ones the
 * endings after their apostrophe; every other word is its own term. Protected names are the same in all.
 * Cost: constant for a word that was met before.
 */
export function termOf(word: string, analyzer: Analyzer): string {
  const memory = memories[analyzer];
  const known = memory.get(word);
  if (known !== undefined) return known;
  const term = reduce(word, analyzer);
  if (memory.size >= maxRememberedWords) memory.clear();
  memory.set(word, term);
  return term;
}

/** A newspaper's whole vocabulary fits; when it does not, starting again costs little. */
const maxRememberedWords = 100_000;
const memories: Readonly<Record<Analyzer, Map<string, string>>> = {
  ar: new Map(),
  en: new Map(),
  elision: new Map(),
  tr: new Map(),
  other: new Map(),
};

const arabicWord = /^[\p{sc=Arab}\p{M}]+$/u;
const englishWord = /^[a-z][a-z']*$/u;

function reduce(word: string, analyzer: Analyzer): string {
  if (analyzer === 'ar' && arabicWord.test(word)) {
    return findProtectedName(word) ?? lightStem(word);
  }
  if (analyzer === 'en' && englishWord.test(word)) return stem(word);
  return withoutApostrophe(word, apostropheUseOf(analyzer));
}
