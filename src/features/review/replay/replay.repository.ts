import {
  type Dialect,
  EntityMapper,
  type Queryable,
  selection,
  unindexed,
} from '../../../platform/database';
import { Comment } from '../../comment';

/** Past comments, for judging them anew. */
export class ReplayRepository {
  private readonly mapper = new EntityMapper(Comment, { isWhole: true });
  private readonly since = selection(
    'moderationReplay.listSince',
    this.mapper.columns('c'),
    (list) => `SELECT ${list} FROM comment c
      WHERE c.id > $1 AND c.created_at >= $2 AND c.is_withdrawn IS NOT TRUE
      ORDER BY c.id LIMIT $3`,
  );
  private readonly approvedBefore;

  constructor(dialect: Dialect) {
    this.approvedBefore = selection(
      'moderationReplay.listApprovedAuthors',
      ['coalesce(c.author_key, c.id)'],
      (list) => `SELECT ${list} FROM comment c
        WHERE ${unindexed('c.status')} = 'APPROVED' AND c.created_at < $1
          AND (${dialect.isOneOf('c.id', '$2')} OR ${dialect.isOneOf('c.author_key', '$2')})`,
    );
  }

  /** The next comments since an instant; ids are in the order of their making. Cost: one statement. */
  async listAfter(reads: Queryable, id: string, since: Date, limit: number): Promise<Comment[]> {
    const rows = await reads.select(this.since, [id, since.getTime(), limit]);
    return rows.map((row) => this.mapper.fromRow(row));
  }

  /** Which authors had an approved comment before an instant, of some. Cost: one statement. */
  async listApprovedAuthors(
    reads: Queryable,
    before: Date,
    authorKeys: readonly string[],
  ): Promise<string[]> {
    const rows = await reads.select(this.approvedBefore, [before.getTime(), authorKeys]);
    return rows.map(([key]) => String(key));
  }
}
