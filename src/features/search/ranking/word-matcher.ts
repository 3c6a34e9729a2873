import { termOf, type Analyzer } from '../analysis/analyze';
import { protectedSpellingsOf } from '../analysis/protected-names';
import type { TermGroup } from './term-group';
import { TrigramTable } from './trigram-table';

/** What one word of an article has in common with a query. */
export interface WordMatch {
  /** The group of which the word's stem is a term or an expansion. */
  readonly group: number;
  /** How surely: 1 for a term of the group itself. */
  readonly weight: number;
  /** Whether it is the query's word letter for letter. */
  readonly isExact: boolean;
}

/** A stem this long lies within every word of it, so that the word shares a trigram with it. */
const minProbedLength = 3;

/** Compares an article's words with one query, each different word once. */
export class WordMatcher {
  /** How many trigrams the query's words have. */
  readonly trigramCount: number;

  /**
   * Gives the index of each trigram of the query's words; `trigramCount` for one that only tells
   * that a word may be a form of a term.
   */
  readonly trigrams = new TrigramTable();

  /** Whether words that share no trigram with the query may match all the same. */
  readonly mayMatchAny: boolean;

  private readonly byTerm = new Map<string, { group: number; weight: number }>();
  private readonly byWord = new Map<string, number>();
  private readonly memory: Record<Analyzer, Map<string, WordMatch | null>> = {
    ar: new Map(),
    en: new Map(),
    elision: new Map(),
    tr: new Map(),
    other: new Map(),
  };

  constructor(groups: readonly TermGroup[]) {
    groups.forEach((group, index) => {
      this.byWord.set(group.word, index);
      for (const term of group.terms) this.add(term, index, 1);
    });
    groups.forEach((group, index) => {
      for (const [term, weight] of group.expansions) this.add(term, index, weight);
    });
    this.trigramCount = this.addTrigrams(groups);
    this.mayMatchAny = [...this.byTerm.keys()].some((term) => term.length < minProbedLength);
  }

  /**
   * Compares a word of an article that an analyzer has read.
   *
   * Shape: null where its stem is none of the query's.
   */
  match(word: string, analyzer: Analyzer): WordMatch | null {
    const memory = this.memory[analyzer];
    const known = memory.get(word);
    if (known !== undefined) return known;
    const match = this.compare(word, analyzer);
    memory.set(word, match);
    return match;
  }

  private compare(word: string, analyzer: Analyzer): WordMatch | null {
    const byTerm = this.byTerm.get(termOf(word, analyzer));
    const exact = this.byWord.get(word);
    const group = byTerm?.group ?? exact;
    if (group === undefined) return null;
    return { group, weight: byTerm?.weight ?? 1, isExact: exact === group };
  }

  private add(term: string, group: number, weight: number): void {
    if (!this.byTerm.has(term)) this.byTerm.set(term, { group, weight });
  }

  private addTrigrams(groups: readonly TermGroup[]): number {
    let count = 0;
    for (const { word } of groups) this.trigrams.addWord(word, () => count++);
    for (const term of this.byTerm.keys()) {
      for (const spelling of [term, ...protectedSpellingsOf(term)]) {
        this.trigrams.addWord(spelling, () => count);
      }
    }
    return count;
  }
}
