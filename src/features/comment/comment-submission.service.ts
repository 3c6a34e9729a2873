import { createHash } from 'node:crypto';
import type { Reads, Transaction } from '../../platform/database';
import type { CheckedSubmission } from './check-submission';
import type { CommentSubmissionRepository } from './comment-submission.repository';
import type { Comment } from './comment.entity';
import type { CommentFault } from './comment.messages';
import type { CommentRepository } from './comment.repository';
import type { Submission } from './moderation/moderation-phase';
import type { CommenterPrivacy } from './privacy';

/** Another transaction took the idempotency key first; the next attempt finds its comment. */
export class SubmissionRaced extends Error {}

/** What a key stands for already. */
type Known = { readonly comment: Comment } | { readonly faults: readonly CommentFault[] };

/** Remembers what was submitted with which idempotency key. */
export class KeptSubmissions {
  constructor(
    private readonly repository: CommentSubmissionRepository,
    private readonly comments: CommentRepository,
    private readonly privacy: CommenterPrivacy,
  ) {}

  /** What the submission's key stands for already; null where it has none, or a new one. */
  async find(
    reads: Reads,
    { submission, idempotencyKey }: CheckedSubmission,
  ): Promise<Known | null> {
    if (idempotencyKey === null) return null;
    const known = await this.repository.findByKey(reads, idempotencyKey);
    if (known === null) return null;
    if (!this.listHashes(submission).includes(known.inputHash)) return { faults: ['keyReused'] };
    const [comment] = await this.comments.findByIds(reads, [known.commentId]);
    return comment === undefined ? { faults: ['keyReused'] } : { comment };
  }

  /** The comment of a key; null where the key is new. */
  async findCommentId(reads: Reads, idempotencyKey: string): Promise<string | null> {
    return (await this.repository.findByKey(reads, idempotencyKey))?.commentId ?? null;
  }

  /** Takes the submission's key for a comment. Errors: SubmissionRaced. */
  async keep(
    transaction: Transaction,
    { submission, idempotencyKey }: CheckedSubmission,
    { id: commentId, createdAt }: Comment,
  ): Promise<void> {
    if (idempotencyKey === null) return;
    const [inputHash = ''] = this.listHashes(submission);
    const claim = { idempotencyKey, inputHash, commentId, createdAt };
    if (!(await this.repository.saveIfNew(transaction, claim))) throw new SubmissionRaced();
  }

  /** One for each key that may have hashed the address; the current one first. */
  private listHashes({ articleId, parentId, authorName, authorEmail, body }: Submission) {
    return this.privacy.listEmailHashes(authorEmail).map((emailHash) => {
      const text = JSON.stringify([articleId, parentId, authorName, emailHash, body]);
      return createHash('sha256').update(text).digest('base64url');
    });
  }
}
