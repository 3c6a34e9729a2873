import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  selection,
  type Transaction,
} from '../../platform/database';
import { CommentReportRow } from './comment-report.entity';

/** Readers' reports of comments. */
export class CommentReportRepository {
  private readonly mapper = new EntityMapper(CommentReportRow);
  private readonly byCommentIds;
  private readonly insert = labelled(
    'commentReport.insert',
    `${this.mapper.insert('').sql} ON CONFLICT (comment_id, reporter_hash) DO NOTHING`,
  );
  private readonly openCount = selection(
    'commentReport.readOpenCount',
    ['coalesce(c.open_report_count, 0)'],
    (list) => `SELECT ${list} FROM comment c WHERE c.id = $1`,
  );
  private readonly resolution;
  private readonly deletion;

  constructor(dialect: Dialect) {
    this.byCommentIds = selection(
      'commentReport.listByCommentIds',
      this.mapper.columns('r'),
      (list) => `SELECT ${list} FROM comment_report r
        WHERE ${dialect.isOneOf('r.comment_id', '$1')} ORDER BY r.created_at, r.id`,
    );
    this.resolution = labelled(
      'commentReport.resolve',
      `UPDATE comment_report SET resolved_at = $1
       WHERE resolved_at IS NULL AND ${dialect.isOneOf('comment_id', '$2')}`,
    );
    this.deletion = labelled(
      'commentReport.deleteByCommentIds',
      `DELETE FROM comment_report WHERE ${dialect.isOneOf('comment_id', '$1')}`,
    );
  }

  /** The reports of comments, the oldest first. Cost: one statement. */
  async listByCommentIds(reads: Queryable, ids: readonly string[]): Promise<CommentReportRow[]> {
    const rows = await reads.select(this.byCommentIds, [ids]);
    return rows.map((row) => this.mapper.fromRow(row));
  }

  /** How many reports of a comment came since the last decision. Cost: one statement. */
  async readOpenCount(reads: Queryable, commentId: string): Promise<number> {
    const [row] = await reads.select(this.openCount, [commentId]);
    return Number(row?.[0] ?? 0);
  }

  /** Keeps a report; false where the same address reported the comment today. Cost: one statement. */
  async saveIfNew(transaction: Transaction, report: CommentReportRow): Promise<boolean> {
    return (await transaction.execute(this.insert, this.mapper.toParameters(report))) > 0;
  }

  /** Notes that a moderator decided about the comments. Cost: one statement. */
  async resolve(transaction: Transaction, commentIds: readonly string[], at: Date): Promise<void> {
    await transaction.execute(this.resolution, [at.getTime(), commentIds]);
  }

  /** Forgets the reports of comments. Cost: one statement. */
  async deleteByCommentIds(transaction: Transaction, ids: readonly string[]): Promise<void> {
    await transaction.execute(this.deletion, [ids]);
  }
}
