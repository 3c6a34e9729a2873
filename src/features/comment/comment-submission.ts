import type { RequestScope } from '../../platform/request';
import type { Article } from '../article';
import type { CommentStatus, Finding } from '../decision';
import type { CompiledRules, ModerationCase } from '../moderation';
import type { CheckedSubmission, CommentFault } from '../submission';
import type { CommentTally } from './comment-tally.entity';
import type { Comment } from './comment.entity';

/** What is known of a comment that was written elsewhere, before it is imported. */
export interface PastFacts {
  /** When it was written; null where nobody says. */
  readonly createdAt: Date | null;
  /** What became of it; null where moderation is to decide. */
  readonly status: CommentStatus | null;
  /** Whether its author may have left no e-mail address. */
  readonly isEmailOptional: boolean;
}

/** What is found out before a comment's transaction. */
interface Prepared {
  readonly scope: RequestScope;
  readonly rules: CompiledRules;
  /** Null where no service was asked. */
  readonly webhookAnswer: ModerationCase['webhookAnswer'];
}

/** A comment to add. */
export interface CommentSubmission extends Prepared {
  readonly checked: CheckedSubmission;
  /** Null for a comment that is written now, as all are that come over the API. */
  readonly past: PastFacts | null;
}

/** A new text for the comment of a receipt. */
export interface CommentEdit extends Prepared {
  readonly receiptHash: string;
  readonly body: string;
}

/** A comment as it is to be stored, new or edited. */
export interface CommentDraft {
  readonly comment: Comment;
  /** The status before the edit; null for a new comment. */
  readonly from: CommentStatus | null;
  readonly findings: readonly Finding[];
  readonly parent: Comment | null;
  /** Whether subscribers are told. */
  readonly isNews: boolean;
}

/** A comment to insert. */
export interface NewCommentDraft extends CommentDraft {
  readonly submission: CommentSubmission;
  readonly article: Article;
  readonly receipt: string;
  /** What the receipt is derived with; null for a comment without an idempotency key. */
  readonly receiptSalt: string | null;
}

/** The comment that stands, or what is wrong. */
export type WriteOutcome =
  | {
      readonly comment: Comment;
      /** Null where it is not given, or not given again. */
      readonly receipt: string | null;
      /** The article as the transaction left it; null where no comment was added. */
      readonly after: { readonly article: Article; readonly tally: CommentTally | null } | null;
    }
  | { readonly faults: readonly CommentFault[] };
