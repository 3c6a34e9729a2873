import type { RequestScope } from '../../platform/request';
import type { CommentStatus } from '../decision';
import type { CompiledRules, ModerationCase } from '../moderation';
import type { CheckedSubmission } from '../submission';

/** What is known of a comment that was written elsewhere, before it is brought in. */
export interface PastFacts {
  /** When it was written; null where nobody says. */
  readonly createdAt: Date | null;
  /** What became of it; null where moderation is to decide. */
  readonly status: CommentStatus | null;
  /** Whether its author may have left no e-mail address. */
  readonly isEmailOptional: boolean;
}

/** A comment on its way, with what was found out before the transaction. */
export interface CommentSubmission {
  readonly scope: RequestScope;
  readonly checked: CheckedSubmission;
  readonly rules: CompiledRules;
  /** Null for a comment that is written now, as all are that come over the API. */
  readonly past: PastFacts | null;
  /** Null where no service was asked. */
  readonly webhookAnswer: ModerationCase['webhookAnswer'];
}

/** A submission that the moderation webhook has not checked. */
export type UncheckedSubmission = Omit<CommentSubmission, 'webhookAnswer'>;
