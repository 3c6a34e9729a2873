import {
  type Dialect,
  EntityMapper,
  integer,
  labelled,
  type Queryable,
  type Transaction,
  typedSelection,
} from '../../platform/database';
import { CommentReportRow } from './comment-report.entity';

/** Readers' reports of comments. */
export class CommentReportRepository {
  /** The reports of comments, the oldest first. Cost: one statement. */
  readonly listByCommentIds;
  /** Deletes the reports of comments. Cost: one statement. */
  readonly deleteByCommentIds;
  private readonly mapper = new EntityMapper(CommentReportRow);
  private readonly insert = labelled(
    'commentReport.insert',
    `${this.mapper.insert('').sql} ON CONFLICT (comment_id, reporter_hash) DO NOTHING`,
  );
  private readonly openCount = typedSelection(
    'commentReport.readOpenCount',
    { count: integer('coalesce(c.open_report_count, 0)') },
    (list) => `SELECT ${list} FROM comment c WHERE c.id = $1`,
  );
  private readonly resolution;

  constructor(dialect: Dialect) {
    this.listByCommentIds = this.mapper.listBy('commentReport.listByCommentIds', dialect, {
      column: 'comment_id',
      order: 'o.created_at, o.id',
    });
    this.deleteByCommentIds = this.mapper.deleteBy(
      'commentReport.deleteByCommentIds',
      dialect,
      'comment_id',
    );
    this.resolution = labelled(
      'commentReport.resolve',
      `UPDATE comment_report SET resolved_at = $1
       WHERE resolved_at IS NULL AND ${dialect.isOneOf('comment_id', '$2')}`,
    );
  }

  /** How many reports of a comment came since the last decision. Cost: one statement. */
  async readOpenCount(reads: Queryable, commentId: string): Promise<number> {
    const found = await this.openCount.find(reads, [commentId]);
    return found?.count ?? 0;
  }

  /** Stores a report; false where the same address reported the comment today. Cost: one statement. */
  async saveIfNew(transaction: Transaction, report: CommentReportRow): Promise<boolean> {
    return (await transaction.execute(this.insert, this.mapper.toParameters(report))) > 0;
  }

  /** Notes that a moderator decided about the comments. Cost: one statement. */
  async resolve(transaction: Transaction, commentIds: readonly string[], at: Date): Promise<void> {
    await transaction.execute(this.resolution, [at.getTime(), commentIds]);
  }
}
