import {
  type Dialect,
  labelled,
  type Queryable,
  selection,
  type Transaction,
} from '../../platform/database';
import { trigramsOf } from './analysis/trigrams';
import type { Suggestion } from './did-you-mean';
import {
  completionRanges,
  maxComparedLookalikes,
  maxCompletions,
  termsOf,
  type VocabularyTerm,
} from './ranking/term-group';

/** How the number of a term's articles changes, with a word that one of them spells it by. */
export interface TermChange {
  readonly term: string;
  readonly change: number;
  readonly word: string;
}

const currentGeneration = '(SELECT s.generation FROM search_state s)';

/** Terms at once, so that no statement holds others up for long. */
const termsPerCleaning = 5_000;

/** Rows of the index's vocabulary: its terms, and the trigrams by which they are found. */
export class VocabularyRepository {
  private readonly byTerms;
  private readonly byTrigrams;
  private readonly known;
  private readonly addition;
  private readonly trigramAddition;
  private readonly unusedRemoval;
  private readonly completions = selection(
    'search.listCompletions',
    ['t.term', 't.article_count'],
    // Each range by itself: as one condition, SQLite reads the whole vocabulary for it.
    (list) => `SELECT ${list} FROM (
        SELECT r.term, r.article_count FROM search_term r
        WHERE r.generation = ${currentGeneration} AND r.term >= $1 AND r.term < $2
        UNION SELECT r.term, r.article_count FROM search_term r
        WHERE r.generation = ${currentGeneration} AND r.term >= $3 AND r.term < $4
      ) t ORDER BY t.article_count DESC, t.term LIMIT ${maxCompletions}`,
  );
  private readonly outdatedRemoval = labelled(
    'search.removeOutdatedTerms',
    `DELETE FROM search_term WHERE (generation, term) IN (
      SELECT t.generation, t.term FROM search_term t
      WHERE t.generation < ${currentGeneration} LIMIT ${termsPerCleaning})`,
  );
  private readonly trigramRemoval = labelled(
    'search.removeUnusedTrigrams',
    `DELETE FROM search_trigram WHERE (trigram, term) IN (
      SELECT g.trigram, g.term FROM search_trigram g
      WHERE NOT EXISTS (SELECT 1 FROM search_term t
        WHERE t.generation = ${currentGeneration} AND t.term = g.term)
      LIMIT ${termsPerCleaning})`,
  );

  constructor(dialect: Dialect) {
    this.byTerms = selection(
      'search.findTerms',
      ['t.term', 't.article_count'],
      (list) => `SELECT ${list} FROM search_term t
        WHERE t.generation = ${currentGeneration} AND ${dialect.isOneOf('t.term', '$1')}`,
    );
    this.known = selection(
      'search.listKnownTerms',
      ['t.term'],
      (list) => `SELECT ${list} FROM search_term t
        WHERE t.generation = $1 AND ${dialect.isOneOf('t.term', '$2')}`,
    );
    this.unusedRemoval = labelled(
      'search.removeUnusedTerms',
      `DELETE FROM search_term
        WHERE generation = $1 AND article_count <= 0 AND ${dialect.isOneOf('term', '$2')}`,
    );
    const asked = dialect.jsonRows('$1', 'q', [
      { name: 'word', type: 'text' },
      { name: 'trigram', type: 'text' },
    ]);
    this.byTrigrams = selection(
      'search.listLookalikes',
      ['x.word', 't.term', 't.article_count', 't.word'],
      (list) => `SELECT ${list} FROM (
          SELECT q.word, g.term,
            row_number() OVER (PARTITION BY q.word ORDER BY count(*) DESC, g.term) AS place
          FROM ${asked} JOIN search_trigram g ON g.trigram = q.trigram GROUP BY q.word, g.term
        ) x CROSS JOIN search_term t
        WHERE t.generation = ${currentGeneration} AND t.term = x.term AND x.place <= ${maxComparedLookalikes} ORDER BY x.word, x.place`,
    );
    const changed = dialect.jsonRows('$2', 'r', [
      { name: 'term', type: 'text' },
      { name: 'change', type: 'bigint' },
      { name: 'word', type: 'text' },
    ]);
    this.addition = labelled(
      'search.changeTerms',
      `INSERT INTO search_term (generation, term, article_count, word)
        SELECT CAST($1 AS integer), r.term, r.change, r.word FROM ${changed} WHERE true
        ON CONFLICT (generation, term) DO UPDATE SET
          article_count = search_term.article_count + excluded.article_count,
          word = CASE WHEN excluded.word <> '' AND length(excluded.word) < length(search_term.word)
            THEN excluded.word ELSE search_term.word END`,
    );
    const pairs = dialect.jsonRows('$1', 'r', [
      { name: 'trigram', type: 'text' },
      { name: 'term', type: 'text' },
    ]);
    this.trigramAddition = labelled(
      'search.addTrigrams',
      `INSERT INTO search_trigram (trigram, term) SELECT r.trigram, r.term FROM ${pairs} WHERE true
        ON CONFLICT DO NOTHING`,
    );
  }

  /**
   * How many articles hold each of the terms, in their order; those of none are left out.
   * Cost: one statement.
   */
  async findTerms(reads: Queryable, terms: readonly string[]): Promise<Map<string, number>> {
    const rows = await reads.select(this.byTerms, [terms]);
    const counts = new Map(rows.map(([term, count]) => [String(term), Number(count)]));
    // A database gives them in any order, and a sum of fractions depends on it.
    return new Map(
      terms.flatMap((term) => {
        const count = counts.get(term);
        return count === undefined ? [] : [[term, count]];
      }),
    );
  }

  /** The commonest terms that begin like a word. Cost: one statement, or none for a short word. */
  async listCompletions(reads: Queryable, prefix: string): Promise<VocabularyTerm[]> {
    const [first, second = first] = completionRanges(prefix);
    if (first === undefined || second === undefined) return [];
    const rows = await reads.select(this.completions, [
      first.from,
      first.to,
      second.from,
      second.to,
    ]);
    return rows.map(([term, count]) => ({ term: String(term), articleCount: Number(count) }));
  }

  /**
   * For each of the words the terms that share most trigrams with it.
   * Cost: one statement, or none where there are no words.
   */
  async listLookalikes(
    reads: Queryable,
    words: readonly string[],
  ): Promise<Map<string, Suggestion[]>> {
    const found = new Map<string, Suggestion[]>();
    if (words.length === 0) return found;
    const pairs = words.flatMap((word) => trigramsOfAll(termsOf(word)).map((part) => [word, part]));
    const rows = await reads.select(this.byTrigrams, [JSON.stringify(pairs)]);
    for (const [asked, term, count, word] of rows) {
      const suggestion = { term: String(term), articleCount: Number(count), word: String(word) };
      found.set(String(asked), [...(found.get(String(asked)) ?? []), suggestion]);
    }
    return found;
  }

  /** Counts articles into terms, or out of them; new terms get their trigrams. Cost: ≤ 4 statements. */
  async change(
    transaction: Transaction,
    generation: number,
    changes: readonly TermChange[],
  ): Promise<void> {
    if (changes.length === 0) return;
    const terms = changes.filter(({ change }) => change > 0).map(({ term }) => term);
    const rows = await transaction.select(this.known, [generation, terms]);
    const known = new Set(rows.map(([term]) => String(term)));
    const counted = changes.map(({ term, change, word }) => [term, change, word]);
    await transaction.execute(this.addition, [generation, JSON.stringify(counted)]);
    const added = terms.filter((term) => !known.has(term));
    const pairs = added.flatMap((term) => trigramsOfAll([term]).map((trigram) => [trigram, term]));
    if (pairs.length > 0) await transaction.execute(this.trigramAddition, [JSON.stringify(pairs)]);
    const lost = changes.filter(({ change }) => change < 0).map(({ term }) => term);
    if (lost.length > 0) await transaction.execute(this.unusedRemoval, [generation, lost]);
  }

  /** Takes away some of what no generation counts any more. Shape: whether there may be more. */
  async clean(transaction: Transaction): Promise<boolean> {
    const terms = await transaction.execute(this.outdatedRemoval);
    if (terms === termsPerCleaning) return true;
    return (await transaction.execute(this.trigramRemoval)) === termsPerCleaning;
  }
}

function trigramsOfAll(terms: readonly string[]): string[] {
  return [...new Set(terms.flatMap((term) => [...trigramsOf(term)]))];
}
