import type { Queryable, Transaction } from '../../platform/database';
import type { ArticleCriteria } from '../article';
import type { CandidatePlan } from './ranking/candidate-plan';
import type { ListedArticle } from './ranking/rank-candidates';

/** An article's terms with its place in the order of indexing. */
export interface IndexEntry {
  readonly sequence: number;
  readonly title: readonly string[];
  readonly rest: readonly string[];
}

/** Which articles are candidates for a search. */
export interface CandidateSearch {
  readonly plan: CandidatePlan;
  readonly criteria: ArticleCriteria;
  /** The newest article that the search sees. */
  readonly lastSequence: number;
  /** How many are listed at most. */
  readonly limit: number;
}

/** A candidate with its article. */
export interface ListedCandidate extends ListedArticle {
  readonly articleId: string;
}

/**
 * The text index of a database engine: which articles hold which of the terms that this service has
 * made of them. It never sees a text.
 */
export interface SearchIndex {
  /** Puts articles in, in place of what they were before. Cost: two statements at most. */
  put(transaction: Transaction, entries: readonly IndexEntry[]): Promise<void>;
  /** Takes articles out; those that are not in stay out. Cost: one statement. */
  remove(transaction: Transaction, sequences: readonly number[]): Promise<void>;
  /**
   * Lists the articles that the criteria mean and that are on one of the plan's lists.
   * Shape: by falling coverage, the newer first where it is equal.
   * Cost: one statement; each list is read to its length, however many articles belong on it.
   */
  list(reads: Queryable, search: CandidateSearch): Promise<ListedCandidate[]>;
}
