import { type Dialect, EntityMapper, type Transaction } from '../../platform/database';
import { CommentRevision } from './comment-revision.entity';

/** What comments said before they were edited. */
export class CommentRevisionRepository {
  /** The earlier texts of comments, the oldest first. Cost: one statement. */
  readonly listByCommentIds;
  /** Deletes the earlier texts of comments. Cost: one statement. */
  readonly deleteByCommentIds;
  private readonly mapper = new EntityMapper(CommentRevision);
  private readonly insert = this.mapper.insert('commentRevision.insert');

  constructor(dialect: Dialect) {
    this.listByCommentIds = this.mapper.listBy('commentRevision.listByCommentIds', dialect, {
      column: 'comment_id',
      order: 'o.comment_id, o.revision',
    });
    this.deleteByCommentIds = this.mapper.deleteBy(
      'commentRevision.deleteByCommentIds',
      dialect,
      'comment_id',
    );
  }

  /** Stores a text that an edit replaces. Cost: one statement. */
  async save(transaction: Transaction, revision: CommentRevision): Promise<void> {
    await transaction.execute(this.insert, this.mapper.toParameters(revision));
  }
}
