import type { Transaction } from '../../platform/database';
import type { ArticleWhole } from './article-whole';

/** An index of articles' texts, such as that of search, which is updated with each write. */
export interface ArticleIndexer {
  /** Indexes an article as it now stands, in the transaction that writes it. */
  index(transaction: Transaction, whole: ArticleWhole): Promise<void>;
}
