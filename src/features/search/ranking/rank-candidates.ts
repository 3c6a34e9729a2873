import type { SearchQuery } from '../analysis/query-parser';
import { maxRanked, maxScored } from './candidate-plan';
import { satisfiesPhrases } from './exact-rows';
import {
  scoreCandidates,
  type Candidate,
  type IndexStatistics,
  type ScoredCandidate,
} from './score-candidates';
import type { TermGroup } from './term-group';

/** A row of the candidates' query: an article and the weight of the lists that it is on. */
export interface ListedArticle {
  readonly sequence: number;
  readonly coverage: number;
}

/** Any number does that keeps the quotient well below 1. */
const coverageScale = 1_000_000;

/**
 * Tells how many of the best covered articles have to be read for a query.
 *
 * Shape: more where phrases are asked for, since only reading shows whether the words are the same.
 */
export function countToRead(query: SearchQuery): number {
  const hasPhrases = query.phrases.length > 0 || query.exclusions.some(({ length }) => length > 1);
  return hasPhrases ? maxRanked : maxScored;
}

/**
 * Ranks what a search has found: first the articles that were read, by their words; after them the
 * others, by the words of the query that they are known to hold.
 *
 * Shape: `listed` by falling coverage, then falling sequence; `read` holds the first
 * {@link countToRead} of them. Scores fall; those of articles that were read are above 1.
 * Cost: linear in the letters of what was read.
 */
export function rankCandidates(
  listed: readonly ListedArticle[],
  read: readonly Candidate[],
  query: SearchQuery,
  groups: readonly TermGroup[],
  statistics: IndexStatistics,
): ScoredCandidate[] {
  const fitting = read.filter(({ indexedText }) => satisfiesPhrases(indexedText, query));
  const scored = scoreCandidates(fitting, groups, statistics);
  const wasRead = new Set(read.map(({ sequence }) => sequence));
  const others = listed.slice(countToRead(query)).filter(({ sequence }) => !wasRead.has(sequence));
  return [
    ...scored.map(({ sequence, score }) => ({ sequence, score: score + 1 })),
    ...others.map(({ sequence, coverage }) => ({
      sequence,
      score: coverage / (coverage + coverageScale),
    })),
  ];
}
