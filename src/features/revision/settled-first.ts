import type { Transaction } from '../../platform/database';
import type { Article } from '../article';
import type { ArticleChanger } from './article-changer';

/** That a transaction has written down what the clock had done, and nothing else. */
export const settledFirst = Symbol('settled first');

/**
 * Runs a transaction again where it had to write down first what the clock had done: a change builds
 * on the same article whether it or the job came first. Both in one transaction would lock tags and
 * counters twice, and so out of their order.
 */
export async function retrySettled<Result>(
  work: () => Promise<Result | typeof settledFirst>,
): Promise<Result> {
  for (;;) {
    const result = await work();
    if (result !== settledFirst) return result;
  }
}

/** Settles a locked article until an instant; whether that was anything. */
export async function hasSettled(
  changer: ArticleChanger,
  transaction: Transaction,
  article: Article,
  now: Date,
): Promise<boolean> {
  return (await changer.settle(transaction, article, now)) !== article;
}
