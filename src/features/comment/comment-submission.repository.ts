import {
  type Dialect,
  EntityMapper,
  labelled,
  type Reads,
  selection,
  type Transaction,
} from '../../platform/database';
import { CommentSubmission } from './comment-submission.entity';

/** Submissions that carried an idempotency key. */
export class CommentSubmissionRepository {
  private readonly mapper = new EntityMapper(CommentSubmission);
  private readonly byKey = selection(
    'commentSubmission.findByKey',
    this.mapper.columns('s'),
    (list) => `SELECT ${list} FROM comment_submission s WHERE s.idempotency_key = $1`,
  );
  private readonly claim = labelled(
    'commentSubmission.claim',
    `${this.mapper.insert('').sql} ON CONFLICT (idempotency_key) DO NOTHING`,
  );

  private readonly forgetting;

  constructor(dialect: Dialect) {
    this.forgetting = labelled(
      'commentSubmission.forgetInputs',
      `UPDATE comment_submission SET input_hash = ''
       WHERE ${dialect.isOneOf('comment_id', '$1')}`,
    );
  }

  /** The submission of a key; null where the key is new. Cost: one statement. */
  async findByKey(reads: Reads, idempotencyKey: string): Promise<CommentSubmission | null> {
    const [row] = await reads.select(this.byKey, [idempotencyKey]);
    return row === undefined ? null : this.mapper.fromRow(row);
  }

  /**
   * Takes the key for a comment; false where another transaction took it first, for which the
   * statement has then waited.
   * Cost: one statement.
   */
  async saveIfNew(transaction: Transaction, submission: CommentSubmission): Promise<boolean> {
    return (await transaction.execute(this.claim, this.mapper.toParameters(submission))) > 0;
  }

  /** Makes the keys of comments stand for no input any more. Cost: one statement. */
  async forgetInputs(transaction: Transaction, commentIds: readonly string[]): Promise<void> {
    await transaction.execute(this.forgetting, [commentIds]);
  }
}
