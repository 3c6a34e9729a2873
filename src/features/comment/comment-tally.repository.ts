import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  type Transaction,
} from '../../platform/database';
import { CommentTally } from './comment-tally.entity';

/** Counters of public comments, one row an article. */
export class CommentTallyRepository {
  private readonly mapper = new EntityMapper(CommentTally);
  private readonly byArticleIds;
  private readonly addition;

  constructor(dialect: Dialect) {
    this.byArticleIds = this.mapper.select(
      'commentTally.findByArticleIds',
      't',
      (list) =>
        `SELECT ${list} FROM comment_tally t WHERE ${dialect.isOneOf('t.article_id', '$1')}`,
    );
    const added = dialect.jsonRows('$1', 'd', [
      { name: 'article_id', type: 'text' },
      { name: 'approved_count', type: 'bigint' },
      { name: 'thread_count', type: 'bigint' },
    ]);
    // SQLite takes the ON of a join and that of a conflict for the same without a WHERE between.
    this.addition = labelled(
      'commentTally.add',
      `INSERT INTO comment_tally (article_id, approved_count, thread_count)
       SELECT d.article_id, d.approved_count, d.thread_count FROM ${added} WHERE TRUE
       ON CONFLICT (article_id) DO UPDATE SET
         approved_count = comment_tally.approved_count + excluded.approved_count,
         thread_count = comment_tally.thread_count + excluded.thread_count`,
    );
  }

  /** The tallies of articles; an article without comments has none. Cost: one statement. */
  findByArticleIds(reads: Queryable, articleIds: readonly string[]): Promise<CommentTally[]> {
    return this.byArticleIds.list(reads, [articleIds]);
  }

  /** Adds to the counters of several articles. Cost: one statement. */
  async add(transaction: Transaction, changes: readonly CommentTally[]): Promise<void> {
    const rows = changes.map(({ articleId, approvedCount, threadCount }) => [
      articleId,
      approvedCount,
      threadCount,
    ]);
    await transaction.execute(this.addition, [JSON.stringify(rows)]);
  }
}
