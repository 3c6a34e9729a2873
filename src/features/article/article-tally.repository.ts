import { type Dialect, labelled, type Transaction } from '../../platform/database';
import type { Article } from './article.entity';
import { listTallyChanges } from './tally-changes';

/** Counters of articles. */
export class ArticleTallyRepository {
  private readonly addition;

  constructor(dialect: Dialect) {
    const changes = dialect.jsonRows('$1', 'j', [
      { name: 'locale', type: 'text' },
      { name: 'byline', type: 'text' },
      { name: 'status', type: 'text' },
      { name: 'article_count', type: 'bigint' },
    ]);
    this.addition = labelled(
      'articleTally.add',
      `INSERT INTO article_tally (locale, byline, status, article_count)
       SELECT j.locale, j.byline, j.status, j.article_count FROM ${changes} WHERE true
       ON CONFLICT (locale, byline, status) DO UPDATE SET
         article_count = article_tally.article_count + excluded.article_count`,
    );
  }

  /**
   * Counts an article as it now is, and no longer as it was; null stands for no article.
   * Cost: one statement, or none where it is counted as before.
   */
  async move(
    transaction: Transaction,
    previous: Article | null,
    next: Article | null,
  ): Promise<void> {
    const changes = listTallyChanges(previous, next);
    if (changes.length === 0) return;
    const rows = changes.map(({ locale, byline, status, articleCount }) => [
      ...[locale, byline, status],
      articleCount,
    ]);
    await transaction.execute(this.addition, [JSON.stringify(rows)]);
  }
}
