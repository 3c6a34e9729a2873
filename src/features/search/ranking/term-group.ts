import { analyzerNames, termOf, type Analyzer } from '../analysis/analyze';
import { withoutApostrophe } from '../analysis/apostrophes';
import { withoutPrefix } from '../analysis/light-stem';
import type { SearchQuery } from '../analysis/query-parser';
import { similarity } from '../analysis/trigrams';

/** What one word of a query stands for in the index. */
export interface TermGroup {
  readonly word: string;
  /** The word's own terms, one for each way of reading it. */
  readonly terms: readonly string[];
  /** Other terms that may be meant, each with how surely, below 1. */
  readonly expansions: ReadonlyMap<string, number>;
  /** How many articles hold one of the terms, or where none does, one of the expansions; at least 1. */
  readonly articleCount: number;
}

/** A term of the index's vocabulary with the number of articles that hold it. */
export interface VocabularyTerm {
  readonly term: string;
  readonly articleCount: number;
}

/** What the index knows about the words of a query. */
export interface QueryVocabulary {
  /** Of every term of the query that the index holds. */
  readonly articleCounts: ReadonlyMap<string, number>;
  /** The commonest terms that begin like the query's last word. */
  readonly completions: readonly VocabularyTerm[];
  /** For each word of which the index holds no term: terms that look like it. */
  readonly lookalikes: ReadonlyMap<string, readonly VocabularyTerm[]>;
}

/** How surely a word that only begins like the last one is meant. */
const completionWeight = 0.6;

/** How many completions of the last word are looked for, the commonest first. */
export const maxCompletions = 16;

/** How many terms that share trigrams with an unknown word are compared with it. */
export const maxComparedLookalikes = 50;

const minCompletedLength = 2;
const minLikeness = 0.5;

/** How many terms stand in for an unknown word. */
export const maxLookalikes = 5;

/** Lists the terms of a word, one for each language that it may be read in, or that of `analyzer`. */
export function termsOf(word: string, analyzers: readonly Analyzer[] = analyzerNames): string[] {
  return [...new Set(analyzers.map((analyzer) => termOf(word, analyzer)))];
}

/**
 * Joins each word of a query with what the index's vocabulary holds for it.
 *
 * Shape: one group a word, in the order of the query. A word that no counted article holds is looked
 * for all the same: an article that the clock has just published is counted a moment later.
 * Cost: linear; no I/O, the vocabulary is an argument.
 */
export function groupTerms(query: SearchQuery, vocabulary: QueryVocabulary): TermGroup[] {
  return query.words.map((word) => {
    const terms = termsOf(word);
    const completions = word === query.prefix ? vocabulary.completions : [];
    const lookalikes = vocabulary.lookalikes.get(word) ?? [];
    const expansions = new Map<string, number>();
    for (const { term } of lookalikes) expansions.set(term, likenessOf(word, term) ** 2);
    for (const { term } of completions) expansions.set(term, completionWeight);
    for (const term of terms) expansions.delete(term);
    const own = sum(terms.map((term) => vocabulary.articleCounts.get(term) ?? 0));
    const others = sum([...lookalikes, ...completions].map((known) => known.articleCount));
    return { word, terms, expansions, articleCount: Math.max(1, own > 0 ? own : others) };
  });
}

/**
 * Chooses from terms of the vocabulary that share trigrams with a word those that look most like it.
 *
 * Shape: for a word of which the index holds no term; the likest first. None for a word with a
 * digit: another year, price or telephone number is not what somebody meant.
 */
export function chooseLookalikes(
  word: string,
  candidates: readonly VocabularyTerm[],
): VocabularyTerm[] {
  if (holdsDigit(word)) return [];
  return candidates
    .filter(({ term }) => !holdsDigit(term))
    .map((candidate) => ({ candidate, likeness: likenessOf(word, candidate.term) }))
    .filter(({ likeness }) => likeness >= minLikeness)
    .sort(
      (one, other) =>
        other.likeness - one.likeness || (one.candidate.term < other.candidate.term ? -1 : 1),
    )
    .slice(0, maxLookalikes)
    .map(({ candidate }) => candidate);
}

/**
 * Lists the beginnings under which the vocabulary may hold what somebody is typing, with and without
 * what Arabic writes onto a word.
 *
 * Shape: half-open ranges of terms in code point order; none for a word too short to mean anything.
 */
export function completionRanges(prefix: string): { readonly from: string; readonly to: string }[] {
  const beginnings = [prefix, withoutPrefix(prefix), withoutApostrophe(prefix, 'elision')];
  return [...new Set(beginnings)]
    .filter((beginning) => beginning.length >= minCompletedLength)
    .map((beginning) => ({ from: beginning, to: `${beginning}\u{10FFFF}` }));
}

/** Whether a word is a number or holds one, such as a year or a flight. */
export function holdsDigit(word: string): boolean {
  return /\p{N}/u.test(word);
}

function likenessOf(word: string, term: string): number {
  return Math.max(...termsOf(word).map((own) => similarity(own, term)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
