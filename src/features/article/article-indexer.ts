import type { Transaction } from '../../platform/database';
import type { ArticleAggregate } from './article-aggregate';

/** An index of articles' texts, such as that of search, which is updated with each write. */
export interface ArticleIndexer {
  /** Indexes an article as it now stands, in the transaction that writes it. */
  index(transaction: Transaction, aggregate: ArticleAggregate): Promise<void>;
  /** Notes that an article which readers do not see has been saved, to be indexed when it is needed. */
  defer(transaction: Transaction, articleId: string): Promise<void>;
  /** Removes an article from the index, in the transaction that deletes it. */
  remove(transaction: Transaction, articleId: string): Promise<void>;
}
