import { groupByKey } from '../../lib/batch';
import type { Database, Queryable, Transaction } from '../../platform/database';
import type { Article, ArticleFeature, ArticleAggregate } from '../article';
import type { ImageRepository } from '../image';
import type { SectionRepository } from '../section';
import type { SearchIndex } from './search-index';
import type { SearchIndexer } from './search-indexer.service';
import type { SearchRepository, SearchState } from './search.repository';
import { searchTags } from './search.tags';
import type { VocabularyRepository } from './vocabulary.repository';

/** What rebuilding needs. */
export interface ReindexServiceDependencies {
  readonly database: Database;
  readonly articles: ArticleFeature['articles'];
  readonly sections: SectionRepository;
  readonly images: ImageRepository;
  readonly search: SearchRepository;
  readonly vocabulary: VocabularyRepository;
  readonly searchIndex: SearchIndex;
  readonly indexer: SearchIndexer;
}

/** Told after each batch how many articles are done. */
export type ReindexListener = (articleCount: number) => void;

/** Articles in one transaction: it holds other writers up for some tenths of a second at most. */
const batchSize = 100;

/** Lists ids of articles that are to be taken in. */
type ListArticles = (reads: Queryable, limit: number) => Promise<string[]>;

/** What one transaction has done of the rebuild. */
interface Batch {
  readonly lastId: string;
  readonly count: number;
}

/**
 * Builds the search index anew from the articles, while the service reads and writes.
 *
 * Articles are taken in again a batch at a time, each whole, so a search finds every article either
 * as it was indexed before or as it is now. The terms' counts, which the old and the new analysis
 * may make differently, are made beside the old ones and take their place at the end, at once.
 */
export class ReindexService {
  constructor(private readonly dependencies: ReindexServiceDependencies) {}

  /** Whether there are articles that the index has never heard of. Cost: at most three statements. */
  async isNeeded(): Promise<boolean> {
    const { database, search, articles } = this.dependencies;
    const { lastSequence } = await search.getState(database.primary);
    if (lastSequence > 0 || !(await articles.hasAny(database.primary))) return false;
    return (await search.listBacklog(database.primary, 1)).length === 0;
  }

  /**
   * Takes in what was saved and put off, for a search that is about hidden articles as well.
   * Cost: one statement where that is nothing; some milliseconds an article.
   */
  catchUp(): Promise<void> {
    const { search } = this.dependencies;
    return this.takeInListed((reads, limit) => search.listBacklog(reads, limit));
  }

  /**
   * Counts the words of the articles that readers see, and of no others: for a database in which an
   * earlier version counted all.
   * Cost: one statement over all articles, and some milliseconds for each that is counted wrongly.
   */
  recount(): Promise<void> {
    const { search } = this.dependencies;
    return this.takeInListed((reads, limit) => search.listMiscounted(reads, limit));
  }

  /**
   * Rebuilds the index; how many articles it then holds.
   * Errors: an Error where another rebuild has begun in the meantime; that one goes on.
   * Cost: some milliseconds an article, in short transactions.
   */
  async run(onBatch: ReindexListener = () => undefined): Promise<number> {
    const generation = await this.begin();
    let done = 0;
    for (let lastId = ''; ;) {
      const batch = await this.takeIn(generation, lastId);
      if (batch.count === 0) break;
      ({ lastId } = batch);
      done += batch.count;
      onBatch(done);
    }
    const heldCount = await this.finish(generation);
    await this.clean();
    return heldCount;
  }

  /** Opens the generation that is counted from now on; one that was given up is passed over. */
  private begin(): Promise<number> {
    const { database, search } = this.dependencies;
    return database.transaction(async (transaction) => {
      const state = await search.lockState(transaction);
      const next = Math.max(state.generation, state.nextGeneration ?? 0) + 1;
      // Nothing is read of an empty index: what is counted first may be read at once.
      const isEmpty = state.lastSequence === 0;
      await search.saveState(transaction, {
        ...state,
        generation: isEmpty ? next : state.generation,
        nextGeneration: isEmpty ? null : next,
      });
      return next;
    });
  }

  private takeIn(generation: number, afterId: string): Promise<Batch> {
    const { database, search, articles, indexer } = this.dependencies;
    return database.transaction(async (transaction) => {
      const state = await this.lock(transaction, generation);
      const found = await articles.listAfter(transaction, afterId, batchSize);
      const ids = found.map(({ id }) => id);
      const known = await search.findByArticleIds(transaction, ids);
      const done = new Set(
        known.filter((one) => one.generation === generation).map(({ articleId }) => articleId),
      );
      // What was edited since the rebuild began is in already.
      const left = found.filter(({ id }) => !done.has(id));
      await indexer.put(transaction, state, await this.loadWholes(transaction, left));
      return { lastId: ids.at(-1) ?? afterId, count: ids.length };
    });
  }

  /** Takes articles in until none is listed any more, a batch in a transaction. */
  private async takeInListed(list: ListArticles): Promise<void> {
    const { database, search, articles, indexer } = this.dependencies;
    while ((await list(database.primary, 1)).length > 0) {
      await database.transaction(async (transaction) => {
        const state = await search.lockState(transaction);
        const ids = await list(transaction, batchSize);
        const found = await articles.listWholeByIds(transaction, ids);
        await indexer.put(transaction, state, await this.loadWholes(transaction, found));
      });
    }
  }

  /** Takes out what is no article any more, and lets searches read the new counts. */
  private finish(generation: number): Promise<number> {
    const { database, search, searchIndex } = this.dependencies;
    return database.transaction(async (transaction) => {
      const state = await this.lock(transaction, generation);
      const gone = await search.listOutdated(transaction, generation);
      await search.remove(transaction, gone);
      await searchIndex.remove(transaction, gone);
      const { heldCount, ...totals } = await search.count(transaction);
      await search.saveState(transaction, {
        ...state,
        ...totals,
        generation,
        nextGeneration: null,
      });
      transaction.invalidate([searchTags.index]);
      return heldCount;
    });
  }

  private async clean(): Promise<void> {
    const { database, vocabulary } = this.dependencies;
    while (await database.transaction((transaction) => vocabulary.clean(transaction)));
  }

  private async lock(transaction: Transaction, generation: number): Promise<SearchState> {
    const state = await this.dependencies.search.lockState(transaction);
    if ((state.nextGeneration ?? state.generation) !== generation) {
      throw new Error('Another rebuild of the search index has begun in the meantime: let it end');
    }
    return state;
  }

  private async loadWholes(
    transaction: Transaction,
    articles: readonly Article[],
  ): Promise<ArticleAggregate[]> {
    const { sections, images } = this.dependencies;
    const ids = articles.map(({ id }) => id);
    const ofArticle = (part: { articleId: string }) => part.articleId;
    const sectionLists = groupByKey(
      ids,
      await sections.listByArticleIds(transaction, ids),
      ofArticle,
    );
    const imageLists = groupByKey(ids, await images.listByArticleIds(transaction, ids), ofArticle);
    return articles.map((article, index) => ({
      article,
      sections: sectionLists[index] ?? [],
      images: imageLists[index] ?? [],
    }));
  }
}
