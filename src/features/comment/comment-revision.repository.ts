import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  selection,
  type Transaction,
} from '../../platform/database';
import { CommentRevision } from './comment-revision.entity';

/** What comments said before they were edited. */
export class CommentRevisionRepository {
  private readonly mapper = new EntityMapper(CommentRevision);
  private readonly insert = this.mapper.insert('commentRevision.insert');
  private readonly byCommentIds;
  private readonly deletion;

  constructor(dialect: Dialect) {
    this.byCommentIds = selection(
      'commentRevision.listByCommentIds',
      this.mapper.columns('v'),
      (list) => `SELECT ${list} FROM comment_revision v
        WHERE ${dialect.isOneOf('v.comment_id', '$1')} ORDER BY v.comment_id, v.revision`,
    );
    this.deletion = labelled(
      'commentRevision.deleteByCommentIds',
      `DELETE FROM comment_revision WHERE ${dialect.isOneOf('comment_id', '$1')}`,
    );
  }

  /** The earlier texts of comments, the oldest first. Cost: one statement. */
  async listByCommentIds(reads: Queryable, ids: readonly string[]): Promise<CommentRevision[]> {
    const rows = await reads.select(this.byCommentIds, [ids]);
    return rows.map((row) => this.mapper.fromRow(row));
  }

  /** Keeps a text that an edit replaces. Cost: one statement. */
  async save(transaction: Transaction, revision: CommentRevision): Promise<void> {
    await transaction.execute(this.insert, this.mapper.toParameters(revision));
  }

  /** Forgets the earlier texts of comments. Cost: one statement. */
  async deleteByCommentIds(transaction: Transaction, ids: readonly string[]): Promise<void> {
    await transaction.execute(this.deletion, [ids]);
  }
}
