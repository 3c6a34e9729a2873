import type { Queryable } from '../../platform/database';
import { type ArticleCriteria, ArticleStatus } from '../article';
import type { SearchQuery } from './analysis/query-parser';
import type { FoundArticles } from './found-articles';
import { maxRanked, planCandidates } from './ranking/candidate-plan';
import { countToRead, rankCandidates } from './ranking/rank-candidates';
import type { SearchSnapshot } from './ranking/search-snapshot';
import { chooseLookalikes, groupTerms, termsOf } from './ranking/term-group';
import type { SearchIndex } from './search-index';
import type { SearchRepository } from './search.repository';
import type { VocabularyRepository } from './vocabulary.repository';

/** A search with nothing left to be decided. */
export interface Search {
  readonly text: string;
  readonly query: SearchQuery;
  readonly criteria: ArticleCriteria;
  /** What an earlier page of the list was made from; null for a new list. */
  readonly snapshot: SearchSnapshot | null;
}

/** Whether a search is also about articles that readers do not see. */
export function includesHidden({ statuses }: Pick<ArticleCriteria, 'statuses'>): boolean {
  return statuses.some((status) => status !== ArticleStatus.PUBLISHED);
}

/** Finds and ranks articles: what is the same for every viewer, once the criteria are decided. */
export class SearchFinder {
  constructor(
    private readonly repository: SearchRepository,
    private readonly vocabulary: VocabularyRepository,
    private readonly searchIndex: SearchIndex,
  ) {}

  /** All that a search finds. Cost: at most six statements, four of them where nothing is unknown. */
  async find(reads: Queryable, search: Search): Promise<FoundArticles> {
    const { text, query, criteria } = search;
    const snapshot = search.snapshot ?? (await this.takeSnapshot(reads, query));
    const { vocabulary, statistics, lastSequence } = snapshot;
    const groups = groupTerms(query, vocabulary);
    const plan = planCandidates(query, groups, statistics.articleCount);
    const listed =
      plan.lists.length === 0
        ? []
        : await this.searchIndex.list(reads, { plan, criteria, lastSequence, limit: maxRanked });
    const articleIds = new Map(listed.map(({ sequence, articleId }) => [sequence, articleId]));
    const sequences = listed.slice(0, countToRead(query)).map(({ sequence }) => sequence);
    const read = sequences.length === 0 ? [] : await this.repository.listTexts(reads, sequences);
    const ranked = rankCandidates(listed, read, query, groups, statistics).flatMap((one) => {
      const articleId = articleIds.get(one.sequence);
      return articleId === undefined ? [] : [{ ...one, articleId }];
    });
    return { text, query, criteria, snapshot, groups, ranked };
  }

  /** Whether an article that the criteria mean holds a term. Cost: one statement, of one row. */
  async holds(
    reads: Queryable,
    term: string,
    { criteria, snapshot: { lastSequence } }: Pick<FoundArticles, 'criteria' | 'snapshot'>,
  ): Promise<boolean> {
    const expression = { kind: 'any', terms: [term], inTitle: false } as const;
    const plan = { lists: [{ expression, weight: 1 }], listLength: 1 };
    const listed = await this.searchIndex.list(reads, { plan, criteria, lastSequence, limit: 1 });
    return listed.length > 0;
  }

  /** What the index knows of a query at this moment. */
  private async takeSnapshot(reads: Queryable, query: SearchQuery): Promise<SearchSnapshot> {
    const terms = [...new Set(query.words.flatMap((word) => termsOf(word)))];
    const [state, articleCounts] = await Promise.all([
      this.repository.getState(reads),
      this.vocabulary.findTerms(reads, terms),
    ]);
    const unknown = query.words.filter(
      (word) => !termsOf(word).some((term) => articleCounts.has(term)),
    );
    const [candidates, completions] = await Promise.all([
      this.vocabulary.listLookalikes(reads, unknown),
      query.prefix === null ? [] : this.vocabulary.listCompletions(reads, query.prefix),
    ]);
    const lookalikes = unknown
      .map((word) => [word, chooseLookalikes(word, candidates.get(word) ?? [])] as const)
      .filter(([, found]) => found.length > 0);
    const { lastSequence, articleCount, wordCount } = state;
    return {
      lastSequence,
      statistics: { articleCount, wordCount },
      vocabulary: { articleCounts, completions, lookalikes: new Map(lookalikes) },
    };
  }
}
