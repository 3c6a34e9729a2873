import type { Transaction } from '../../platform/database';
import type { ArticleWhole } from './article-whole';

/** Whoever has to know an article's text as soon as it is written, such as search. */
export interface ArticleIndexer {
  /** Takes an article in as it now stands, in the transaction that writes it. */
  index(transaction: Transaction, whole: ArticleWhole): Promise<void>;
}
