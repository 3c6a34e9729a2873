import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock';
import type { Queryable, Transaction } from '../../platform/database';
import {
  type CommenterPrivacy,
  deriveReceipt,
  normalizeEmail,
  PrivacyKeyMissing,
} from '../commenter';
import type { CheckedSubmission, CommentFault, Submission } from '../submission';
import type { Comment } from './comment.entity';
import type { CommentRepository } from './comment.repository';
import type { IdempotencyKey } from './idempotency-key.entity';
import type { IdempotencyKeyRepository } from './idempotency-key.repository';

/** What a key stands for already. */
export type Known =
  | {
      readonly comment: Comment;
      /** Null where it was used, or after a day. */
      readonly receipt: string | null;
    }
  | { readonly faults: readonly CommentFault[] };

/** A comment that was written with an idempotency key. */
export interface KeyedComment {
  readonly checked: CheckedSubmission;
  readonly comment: Comment;
  /** What its receipt was derived with; null for a comment without a key. */
  readonly receiptSalt: string | null;
}

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
    all: readonly CheckedSubmission[],
  ): Promise<ReadonlyMap<CheckedSubmission, Known>> {
    const keyed = all.flatMap((checked) => {
      const { idempotencyKey } = checked;
      return idempotencyKey === null ? [] : [{ checked, keyHash: hashKey(idempotencyKey) }];
    });
    const found = new Map<CheckedSubmission, Known>();
    if (keyed.length === 0) return found;
    const { idempotencyKeys, comments } = this.dependencies;
    const rows = await idempotencyKeys.findByKeys(reads, [
      ...new Set(keyed.map(({ keyHash }) => keyHash)),
    ]);
    if (rows.length === 0) return found;
    const written = await comments.findByIds(
      reads,
      rows.map(({ commentId }) => commentId),
    );
    const commentOf = new Map(written.map((comment) => [comment.id, comment]));
    const rowOf = new Map(rows.map((row) => [row.idempotencyKey, row]));
    for (const { checked, keyHash } of keyed) {
      const row = rowOf.get(keyHash);
      if (row !== undefined) found.set(checked, this.judge(checked, row, commentOf));
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
    written: readonly KeyedComment[],
  ): Promise<ReadonlySet<string>> {
    const claims = written.flatMap((one) => this.toClaims(one));
    if (claims.length === 0) return new Set();
    const owners = await this.dependencies.idempotencyKeys.claimKeys(transaction, claims);
    const ids = claims.map(({ commentId }) => commentId);
    return new Set(ids.filter((id) => !owners.has(id)));
  }

  private toClaims({ checked, comment, receiptSalt }: KeyedComment): IdempotencyKey[] {
    const { submission, idempotencyKey } = checked;
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

  private judge(
    checked: CheckedSubmission,
    row: IdempotencyKey,
    commentOf: ReadonlyMap<string, Comment>,
  ): Known {
    const comment = commentOf.get(row.commentId);
    const isSame = this.listHashes(checked.submission).includes(row.inputHash);
    if (!isSame || comment === undefined) return { faults: ['keyReused'] };
    return { comment, receipt: this.findReceipt(checked, row) };
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
