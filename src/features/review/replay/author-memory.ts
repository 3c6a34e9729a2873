import type { Comment } from '../../comment';
import { CommentStatus } from '../../decision';
import type { ModerationCase } from '../../moderation';

type AuthorFacts = ModerationCase['author'];

interface Remembered {
  readonly body: string;
  readonly createdAt: Date;
  readonly emailHash: string | null;
  readonly addressHash: string | null;
  /** The first comment of the author’s receipts. */
  readonly authorKey: string;
}

/** Remembers what a replay has passed, as far back as any rule looks. */
export class AuthorMemory {
  private remembered: Remembered[] = [];
  private readonly trusted = new Set<string>();

  /** Shape: `windowMs` is the longest that a rule looks back. */
  constructor(private readonly windowMs: number) {}

  /** Notes that an author had an approved comment before the replay began. */
  trust(authorKey: string): void {
    this.trusted.add(authorKey);
  }

  /** What was known of the comment's author when it was sent. */
  recall(comment: Comment): AuthorFacts {
    const { emailHash, addressHash, createdAt, authorKey, id } = comment;
    const sinceMs = createdAt.getTime() - this.windowMs;
    this.remembered = this.remembered.filter((one) => one.createdAt.getTime() >= sinceMs);
    const earlier = this.remembered.flatMap((one): AuthorFacts['earlier'] => {
      const isFromSameAddress = addressHash !== null && one.addressHash === addressHash;
      const isOfSameAuthor =
        (emailHash !== null && one.emailHash === emailHash) || one.authorKey === (authorKey ?? id);
      if (!isFromSameAddress && !isOfSameAuthor) return [];
      return [{ body: one.body, createdAt: one.createdAt, isOfSameAuthor, isFromSameAddress }];
    });
    return {
      isStaff: false,
      isTrusted: authorKey !== null && this.trusted.has(authorKey),
      earlier: earlier.reverse(),
      // Of an older comment nobody knows any more where it came from; that is not held against it.
      isAddressKnown: true,
    };
  }

  /** Remembers a comment that the replay has passed. */
  remember(comment: Comment): void {
    const { body, createdAt, emailHash, addressHash, id } = comment;
    const authorKey = comment.authorKey ?? id;
    if (this.windowMs > 0) {
      this.remembered.push({ body, createdAt, emailHash, addressHash, authorKey });
    }
    if (comment.status === CommentStatus.APPROVED) this.trusted.add(authorKey);
  }
}
