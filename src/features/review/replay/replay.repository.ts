import {
  type Dialect,
  EntityMapper,
  type Queryable,
  text,
  typedSelection,
  unindexed,
} from '../../../platform/database';
import { Comment } from '../../comment';

/** Past comments, for judging them anew. */
export class ReplayRepository {
  private readonly mapper = new EntityMapper(Comment, { isWhole: true });
  private readonly since = this.mapper.select(
    'moderationReplay.listSince',
    'c',
    (list) => `SELECT ${list} FROM comment c
      WHERE c.id > $1 AND c.created_at >= $2 AND c.is_withdrawn IS NOT TRUE
      ORDER BY c.id LIMIT $3`,
  );
  private readonly approvedBefore;

  constructor(dialect: Dialect) {
    this.approvedBefore = typedSelection(
      'moderationReplay.listApprovedAuthors',
      { key: text('coalesce(c.author_key, c.id)') },
      (list) => `SELECT ${list} FROM comment c
        WHERE ${unindexed('c.status')} = 'APPROVED' AND c.created_at < $1
          AND (${dialect.isOneOf('c.id', '$2')} OR ${dialect.isOneOf('c.author_key', '$2')})`,
    );
  }

  /** The next comments since an instant; ids are in the order of their making. Cost: one statement. */
  listAfter(reads: Queryable, id: string, since: Date, limit: number): Promise<Comment[]> {
    return this.since.list(reads, [id, since.getTime(), limit]);
  }

  /** Which authors had an approved comment before an instant, of some. Cost: one statement. */
  async listApprovedAuthors(
    reads: Queryable,
    before: Date,
    authorKeys: readonly string[],
  ): Promise<string[]> {
    const found = await this.approvedBefore.list(reads, [before.getTime(), authorKeys]);
    return found.map(({ key }) => key);
  }
}
