import { z } from 'zod';
import { analyzerNames } from '../analysis/analyze';
import { maxQueryWords } from '../analysis/query-parser';
import type { IndexStatistics } from './score-candidates';
import {
  maxCompletions,
  maxLookalikes,
  type QueryVocabulary,
  type VocabularyTerm,
} from './term-group';

/**
 * What a search's scores depend on beside the articles themselves. A cursor carries it, so that the
 * next page is cut from the very list that the first was cut from, whatever was added since.
 */
export interface SearchSnapshot {
  /** The newest article that the search has seen. */
  readonly lastSequence: number;
  readonly statistics: IndexStatistics;
  readonly vocabulary: QueryVocabulary;
}

const count = z.number().int().nonnegative();
const term = z.string().min(1).max(200);
const pair = z.tuple([term, count]);
const snapshotSchema = z.tuple([
  count,
  count,
  count,
  z.array(pair).max(analyzerNames.length * maxQueryWords),
  z.array(pair).max(maxCompletions),
  z.array(z.tuple([term, z.array(pair).max(maxLookalikes)])).max(maxQueryWords),
]);

/**
 * Writes a snapshot as the JSON value that a cursor carries.
 *
 * Shape: nested arrays, as short as they can be; not for anybody else to read.
 */
export function toSnapshotValue({
  lastSequence,
  statistics,
  vocabulary,
}: SearchSnapshot): z.input<typeof snapshotSchema> {
  return [
    lastSequence,
    statistics.articleCount,
    statistics.wordCount,
    [...vocabulary.articleCounts],
    vocabulary.completions.map(toPair),
    Array.from(vocabulary.lookalikes, ([word, found]) => [word, found.map(toPair)]),
  ];
}

/**
 * Reads a snapshot back from the value of a cursor.
 *
 * Shape: null for what {@link toSnapshotValue} has not written, and for more terms than a search
 * looks for: a cursor comes from outside.
 */
export function fromSnapshotValue(value: unknown): SearchSnapshot | null {
  const parsed = snapshotSchema.safeParse(value);
  if (!parsed.success) return null;
  const [lastSequence, articleCount, wordCount, counts, completions, lookalikes] = parsed.data;
  return {
    lastSequence,
    statistics: { articleCount, wordCount },
    vocabulary: {
      articleCounts: new Map(counts),
      completions: completions.map(fromPair),
      lookalikes: new Map(lookalikes.map(([word, found]) => [word, found.map(fromPair)])),
    },
  };
}

function toPair({ term: text, articleCount }: VocabularyTerm): [string, number] {
  return [text, articleCount];
}

function fromPair([text, articleCount]: [string, number]): VocabularyTerm {
  return { term: text, articleCount };
}
