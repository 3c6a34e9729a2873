import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock';
import type { Queryable, Transaction } from '../../platform/database';
import {
  type CommenterPrivacy,
  deriveReceipt,
  normalizeEmail,
  PrivacyKeyMissing,
} from '../commenter';
import type { CheckedSubmission, Submission } from '../submission';
import type { CommentSubmission, NewCommentDraft, WriteOutcome } from './comment-submission';
import type { Comment } from './comment.entity';
import type { CommentRepository } from './comment.repository';
import type { IdempotencyKey } from './idempotency-key.entity';
import type { IdempotencyKeyRepository } from './idempotency-key.repository';

/** What is needed. */
export interface IdempotencyDependencies {
  readonly clock: Clock;
  readonly idempotencyKeys: IdempotencyKeyRepository;
  readonly comments: CommentRepository;
  readonly privacy: CommenterPrivacy;
}

/** How long an identical retry is given the receipt again. */
const receiptTtlMs = 86_400_000;

/** Remembers what was submitted with which idempotency key. */
export class IdempotencyService {
  constructor(private readonly dependencies: IdempotencyDependencies) {}

  /**
   * What the keys of submissions stand for already; a submission with a new key, or none, is absent.
   * Cost: two statements at most; none where there is no key.
   */
  async findAll(
    reads: Queryable,
    submissions: readonly CommentSubmission[],
  ): Promise<ReadonlyMap<CommentSubmission, WriteOutcome>> {
    const keyed = submissions.flatMap((submission) => {
      const { idempotencyKey } = submission.checked;
      return idempotencyKey === null ? [] : [{ submission, keyHash: hashKey(idempotencyKey) }];
    });
    const found = new Map<CommentSubmission, WriteOutcome>();
    if (keyed.length === 0) return found;
    const { idempotencyKeys, comments } = this.dependencies;
    const keyHashes = new Set(keyed.map(({ keyHash }) => keyHash));
    const rows = await idempotencyKeys.findByKeys(reads, [...keyHashes]);
    if (rows.length === 0) return found;
    const ids = rows.map(({ commentId }) => commentId);
    const added = await comments.findByIds(reads, ids);
    const commentOf = new Map(added.map((comment) => [comment.id, comment]));
    const rowOf = new Map(rows.map((row) => [row.idempotencyKey, row]));
    for (const { submission, keyHash } of keyed) {
      const row = rowOf.get(keyHash);
      if (row === undefined) continue;
      const comment = commentOf.get(row.commentId);
      found.set(submission, this.compare(submission.checked, row, comment));
    }
    return found;
  }

  /** The comment of a key; null where the key is new. */
  async findCommentId(reads: Queryable, idempotencyKey: string): Promise<string | null> {
    const [row] = await this.dependencies.idempotencyKeys.findByKeys(reads, [
      hashKey(idempotencyKey),
    ]);
    return row?.commentId ?? null;
  }

  /**
   * Claims the keys of written comments.
   * Shape: the ids of the comments whose key another transaction has taken.
   * Cost: two statements at most; none where there is no key.
   */
  async claimKeys(
    transaction: Transaction,
    drafts: readonly NewCommentDraft[],
  ): Promise<ReadonlySet<string>> {
    const claims = drafts.flatMap((draft) => this.toClaims(draft));
    if (claims.length === 0) return new Set();
    const owners = await this.dependencies.idempotencyKeys.claimKeys(transaction, claims);
    const ids = claims.map(({ commentId }) => commentId);
    return new Set(ids.filter((id) => !owners.has(id)));
  }

  /** From now on a retry is not given the receipts of comments again. Cost: one statement. */
  async forgetReceipts(transaction: Transaction, commentIds: readonly string[]): Promise<void> {
    await this.dependencies.idempotencyKeys.forgetSalts(transaction, commentIds);
  }

  private toClaims({ submission: sent, comment, receiptSalt }: NewCommentDraft): IdempotencyKey[] {
    const { submission, idempotencyKey } = sent.checked;
    if (idempotencyKey === null) return [];
    const { id: commentId, createdAt } = comment;
    const [inputHash = ''] = this.listHashes(submission);
    const encrypted =
      receiptSalt === null ? null : this.dependencies.privacy.encryptSecret(receiptSalt, commentId);
    const idempotencyHash = hashKey(idempotencyKey);
    return [
      { idempotencyKey: idempotencyHash, inputHash, commentId, createdAt, receiptSalt: encrypted },
    ];
  }

  private compare(
    checked: CheckedSubmission,
    row: IdempotencyKey,
    comment: Comment | undefined,
  ): WriteOutcome {
    const isSame = this.listHashes(checked.submission).includes(row.inputHash);
    if (!isSame || comment === undefined) return { faults: ['keyReused'] };
    return { comment, receipt: this.findReceipt(checked, row), after: null };
  }

  /** The receipt of a submission, while it may be given again. */
  private findReceipt(
    checked: CheckedSubmission,
    { receiptSalt, createdAt, commentId }: IdempotencyKey,
  ): string | null {
    const ageMs = this.dependencies.clock.now().getTime() - createdAt.getTime();
    if (receiptSalt === null || ageMs >= receiptTtlMs) return null;
    try {
      const salt = this.dependencies.privacy.decryptSecret(receiptSalt, commentId);
      return deriveReceipt(salt, listSecrets(checked)).secret;
    } catch (error) {
      if (error instanceof PrivacyKeyMissing) return null;
      throw error;
    }
  }

  /** One for each key that may have hashed the address; the current one first. */
  private listHashes({ articleId, parentId, authorName, authorEmail, body }: Submission) {
    return this.dependencies.privacy.listEmailHashes(authorEmail).map((emailHash) => {
      const text = JSON.stringify([articleId, parentId, authorName, emailHash, body]);
      return createHash('sha256').update(text).digest('base64url');
    });
  }
}

/** What a receipt is derived from: all that an identical retry sends, in the same form. */
export function listSecrets({
  idempotencyKey,
  submission: { articleId, parentId, authorName, authorEmail, body },
}: CheckedSubmission): readonly (string | null)[] {
  return [...[idempotencyKey, articleId, parentId, authorName, normalizeEmail(authorEmail), body]];
}

/** As keys are stored: with the key itself, the database alone could derive receipts. */
function hashKey(idempotencyKey: string): string {
  return createHash('sha256').update(idempotencyKey).digest('hex');
}
