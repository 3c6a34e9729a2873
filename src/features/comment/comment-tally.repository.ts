import {
  type Dialect,
  EntityMapper,
  labelled,
  type Reads,
  selection,
  type Transaction,
} from '../../platform/database';
import { CommentTally } from './comment-tally.entity';

/** Counters of public comments, one row an article. */
export class CommentTallyRepository {
  private readonly mapper = new EntityMapper(CommentTally);
  private readonly byArticleIds;
  private readonly addition = labelled(
    'commentTally.add',
    `INSERT INTO comment_tally (article_id, approved_count, thread_count) VALUES ($1, $2, $3)
     ON CONFLICT (article_id) DO UPDATE SET
       approved_count = comment_tally.approved_count + excluded.approved_count,
       thread_count = comment_tally.thread_count + excluded.thread_count`,
  );

  constructor(dialect: Dialect) {
    this.byArticleIds = selection(
      'commentTally.findByArticleIds',
      this.mapper.columns('t'),
      (list) =>
        `SELECT ${list} FROM comment_tally t WHERE ${dialect.isOneOf('t.article_id', '$1')}`,
    );
  }

  /** The tallies of articles; an article without comments has none. Cost: one statement. */
  async findByArticleIds(reads: Reads, articleIds: readonly string[]): Promise<CommentTally[]> {
    const rows = await reads.select(this.byArticleIds, [articleIds]);
    return rows.map((row) => this.mapper.fromRow(row));
  }

  /** Adds to an article's counters, which begin at 0. Cost: one statement. */
  async add(transaction: Transaction, { articleId, approvedCount, threadCount }: CommentTally) {
    await transaction.execute(this.addition, [articleId, approvedCount, threadCount]);
  }
}
