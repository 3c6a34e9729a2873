import { type Dialect, labelled, type Transaction } from '../../platform/database';
import type { CommentStatus } from '../decision';
import type { Comment } from './comment.entity';

/** What stands in place of a comment that was taken back. */
export interface RedactedComment {
  readonly id: string;
  readonly authorName: string;
  readonly body: string;
  readonly status: CommentStatus;
}

/** Changes of comments that are there. */
export class CommentChangeRepository {
  private readonly decision;
  private readonly rewriting = labelled(
    'commentChange.rewrite',
    `UPDATE comment SET body = $1, status = $2, is_queued = $3, edited_at = $4, revision = $5
     WHERE id = $6`,
  );
  private readonly redacting;
  private readonly erasing;
  private readonly reporting = labelled(
    'commentChange.countReport',
    `UPDATE comment SET open_report_count = coalesce(open_report_count, 0) + 1, is_queued = TRUE
     WHERE id = $1`,
  );

  constructor(dialect: Dialect) {
    this.decision = labelled(
      'commentChange.decide',
      `UPDATE comment SET status = $1, is_queued = FALSE, open_report_count = 0
       WHERE ${dialect.isOneOf('id', '$2')}`,
    );
    const redactions = dialect.jsonRows('$1', 'd', [
      { name: 'id', type: 'text' },
      { name: 'author_name', type: 'text' },
      { name: 'body', type: 'text' },
      { name: 'status', type: 'text' },
    ]);
    const redacted = `author_name = d.author_name, body = d.body, status = d.status,
      author_email = NULL, email_hash = NULL, address_hash = NULL,
      is_withdrawn = TRUE, is_queued = FALSE, open_report_count = 0`;
    this.redacting = labelled(
      'commentChange.blank',
      `UPDATE comment SET ${redacted} FROM ${redactions} WHERE comment.id = d.id`,
    );
    this.erasing = labelled(
      'commentChange.erase',
      `UPDATE comment SET ${redacted}, receipt_hash = NULL, author_key = NULL
       FROM ${redactions} WHERE comment.id = d.id`,
    );
  }

  /** Gives comments one status; none of them waits any more. Cost: one statement. */
  async decide(
    transaction: Transaction,
    ids: readonly string[],
    status: CommentStatus,
  ): Promise<void> {
    await transaction.execute(this.decision, [status, ids]);
  }

  /** Writes what an edit changes. Cost: one statement. */
  async rewrite(transaction: Transaction, comment: Comment): Promise<void> {
    const { id, body, status, isQueued, editedAt, revision } = comment;
    const editedAtMs = editedAt?.getTime() ?? null;
    await transaction.execute(this.rewriting, [body, status, isQueued, editedAtMs, revision, id]);
  }

  /**
   * Takes away what comments said and who said it.
   * Shape: the receipts go on opening them, unless `isErasure`: then nothing joins them any more.
   * Cost: one statement.
   */
  async redact(
    transaction: Transaction,
    redactions: readonly RedactedComment[],
    { isErasure }: { readonly isErasure: boolean },
  ): Promise<void> {
    const rows = redactions.map(({ id, authorName, body, status }) => [
      id,
      authorName,
      body,
      status,
    ]);
    const statement = isErasure ? this.erasing : this.redacting;
    await transaction.execute(statement, [JSON.stringify(rows)]);
  }

  /** Counts a report, which puts the comment into the queue. Cost: one statement. */
  async countReport(transaction: Transaction, id: string): Promise<void> {
    await transaction.execute(this.reporting, [id]);
  }
}
