import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import type { ArticleChanger } from './article-changer';
import type { ArticleStore } from './article-store';
import type { Settler } from './publication-job';

/** What settling needs. */
export interface ArticleSettlerDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly store: ArticleStore;
  readonly changer: ArticleChanger;
}

/** Writes down what the clock has done to an article. */
export class ArticleSettler implements Settler {
  constructor(private readonly dependencies: ArticleSettlerDependencies) {}

  async settle(articleId: string): Promise<void> {
    const { database, clock, store, changer } = this.dependencies;
    await database.transaction(async (transaction) => {
      const article = await store.lock(transaction, articleId);
      if (article !== null) await changer.settle(transaction, article, clock.now());
    });
  }
}
