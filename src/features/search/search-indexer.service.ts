import type { Transaction } from '../../platform/database';
import type { ArticleAggregate, ArticleFeature } from '../article';
import { type IndexedArticle, listTerms, toIndexedArticle } from './indexed-article';
import type { SearchIndex } from './search-index';
import type { SearchDocument, SearchRepository, SearchState } from './search.repository';
import { searchTags } from './search.tags';
import type { TermChange, VocabularyRepository } from './vocabulary.repository';

/** What the store of articles updates with each write. */
type ArticleIndexer = Parameters<ArticleFeature['createStore']>[0];

/** An article on its way into the index. */
interface Entry {
  readonly article: IndexedArticle;
  readonly sequence: number;
  /** What the index knew of it; null for a new one. */
  readonly before: SearchDocument | null;
}

/** Keeps the index in step with the articles, in the transactions that write them. */
export class SearchIndexer implements ArticleIndexer {
  constructor(
    private readonly repository: SearchRepository,
    private readonly vocabulary: VocabularyRepository,
    private readonly searchIndex: SearchIndex,
  ) {}

  /** Takes one article in as it now stands. Cost: at most 14 statements, whatever its length. */
  async index(transaction: Transaction, whole: ArticleAggregate): Promise<void> {
    const state = await this.repository.lockState(transaction);
    await this.put(transaction, state, [whole]);
  }

  /**
   * Notes that an article which readers do not see has been saved. It is taken in with the next
   * search of an editor: drafts are saved far more often than they are looked for.
   * Cost: one statement.
   */
  async defer(transaction: Transaction, articleId: string): Promise<void> {
    await this.repository.addToBacklog(transaction, articleId);
  }

  /**
   * Takes articles in as they now stand.
   *
   * While a rebuild is under way their terms are counted twice: in the generation that searches
   * read, and in the one that will follow it.
   * Shape: `state` is what `lockState` returned, so that nobody counts at the same time.
   * Cost: as for one article.
   */
  async put(
    transaction: Transaction,
    state: SearchState,
    wholes: readonly ArticleAggregate[],
  ): Promise<void> {
    if (wholes.length === 0) return;
    const articles = wholes.map(toIndexedArticle);
    const entries = await this.place(transaction, state, articles);
    const { generation, nextGeneration } = state;
    await this.repository.save(
      transaction,
      entries.map(({ article, sequence }) => ({
        ...article,
        sequence,
        generation: nextGeneration ?? generation,
      })),
    );
    await this.searchIndex.put(
      transaction,
      entries.map(({ article: { title, rest }, sequence }) => ({ sequence, title, rest })),
    );
    await this.vocabulary.change(transaction, generation, listChanges(entries));
    if (nextGeneration !== null) {
      const counted = entries.map((entry) => ({
        ...entry,
        before: entry.before?.generation === nextGeneration ? entry.before : null,
      }));
      await this.vocabulary.change(transaction, nextGeneration, listChanges(counted));
    }
    await this.repository.saveState(transaction, advance(state, entries));
    const ids = articles.map(({ articleId }) => articleId);
    await this.repository.removeFromBacklog(transaction, ids);
    transaction.invalidate([searchTags.index]);
  }

  /**
   * Removes one article: nothing of its text stays in the index.
   * Cost: at most 9 statements.
   */
  async remove(transaction: Transaction, articleId: string): Promise<void> {
    const state = await this.repository.lockState(transaction);
    const [before] = await this.repository.findByArticleIds(transaction, [articleId]);
    if (before === undefined) return;
    const { generation, nextGeneration } = state;
    const terms = before.isCounted ? listTerms(before.words, before.analyzer) : [];
    const changes = [...terms].map((term) => ({ term, change: -1, word: '' }));
    const counting =
      before.generation === nextGeneration ? [generation, nextGeneration] : [generation];
    for (const counted of counting) await this.vocabulary.change(transaction, counted, changes);
    await this.repository.remove(transaction, [before.sequence]);
    await this.searchIndex.remove(transaction, [before.sequence]);
    await this.repository.saveState(transaction, {
      ...state,
      articleCount: state.articleCount - (before.isCounted ? 1 : 0),
      wordCount: state.wordCount - countedWords(before),
    });
    transaction.invalidate([searchTags.index]);
  }

  private async place(
    transaction: Transaction,
    { lastSequence }: SearchState,
    articles: readonly IndexedArticle[],
  ): Promise<Entry[]> {
    const ids = articles.map(({ articleId }) => articleId);
    const known = await this.repository.findByArticleIds(transaction, ids);
    const byArticleId = new Map(known.map((document) => [document.articleId, document]));
    let last = lastSequence;
    return articles.map((article) => {
      const before = byArticleId.get(article.articleId) ?? null;
      return { article, before, sequence: before?.sequence ?? (last += 1) };
    });
  }
}

function advance(state: SearchState, entries: readonly Entry[]): SearchState {
  const next = { ...state };
  for (const { article, before } of entries) {
    if (before === null) next.lastSequence += 1;
    next.articleCount += Number(article.isCounted) - Number(before?.isCounted ?? false);
    next.wordCount += countedWords(article) - (before === null ? 0 : countedWords(before));
  }
  return next;
}

function countedWords({
  isCounted,
  wordCount,
}: Pick<SearchDocument, 'isCounted' | 'wordCount'>): number {
  return isCounted ? wordCount : 0;
}

/** What becomes of the terms' counts. */
function listChanges(entries: readonly Entry[]): TermChange[] {
  const changes = new Map<string, { change: number; word: string }>();
  const add = (term: string, change: number, word: string) => {
    const known = changes.get(term);
    if (known === undefined) changes.set(term, { change, word });
    else {
      known.change += change;
      if (known.word === '' || (word !== '' && word.length < known.word.length)) known.word = word;
    }
  };
  for (const { article, before } of entries) {
    if (article.isCounted) {
      for (const [term, spelling] of article.spellings) add(term, 1, spelling);
    }
    if (!before?.isCounted) continue;
    for (const term of listTerms(before.words, before.analyzer)) add(term, -1, '');
  }
  return Array.from(changes, ([term, { change, word }]) => ({ term, change, word })).filter(
    ({ change }) => change !== 0,
  );
}
