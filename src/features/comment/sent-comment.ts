import type { RequestScope } from '../access';
import type { CheckedSubmission } from './check-submission';
import type { ExternalAnswer } from './moderation/external/external-answer';
import type { CompiledRules } from './moderation/rules';

/** A comment on its way, with what was found out before the transaction. */
export interface SentComment {
  readonly scope: RequestScope;
  readonly checked: CheckedSubmission;
  readonly rules: CompiledRules;
  /** Null where no service was asked. */
  readonly externalAnswer: ExternalAnswer | null;
}
