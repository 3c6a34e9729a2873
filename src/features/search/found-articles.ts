import type { ArticleCriteria } from '../article';
import type { SearchQuery } from './analysis/query-parser';
import type { ScoredCandidate } from './ranking/score-candidates';
import type { SearchSnapshot } from './ranking/search-snapshot';
import type { TermGroup } from './ranking/term-group';

/** All that a search has found, before it is cut into pages. */
export interface FoundArticles {
  /** As it was typed. */
  readonly text: string;
  readonly query: SearchQuery;
  readonly criteria: ArticleCriteria;
  readonly snapshot: SearchSnapshot;
  readonly groups: readonly TermGroup[];
  /** The best first. */
  readonly ranked: readonly (ScoredCandidate & { readonly articleId: string })[];
}
