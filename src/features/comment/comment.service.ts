import type { Clock } from '../../platform/clock';
import type { Database, Transaction } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import type { RequestScope } from '../access';
import { type CheckedSubmission, checkSubmission } from './check-submission';
import type { CommentPlaces } from './comment-place';
import type { KeptSubmissions } from './comment-submission.service';
import { SubmissionRaced } from './comment-submission.service';
import type { CommentWriter } from './comment-writer.service';
import type { Comment } from './comment.entity';
import type { AddCommentInput } from './comment.input';
import { type CommentFault, toUserError } from './comment.messages';
import type { AddCommentPayload } from './comment.payload';
import type { ExternalAnswer } from './moderation/external/external-answer';
import type { ExternalService } from './moderation/external/external-service';
import type { CompiledRules, RulesSource } from './moderation/rules';

/** What the service needs. */
export interface CommentServiceParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly places: CommentPlaces;
  readonly submissions: KeptSubmissions;
  readonly writer: CommentWriter;
  readonly rules: RulesSource;
  readonly external: ExternalService;
}

/** The comment that stands, or what is wrong. */
type Outcome =
  | { readonly comment: Comment; readonly receipt: string | null }
  | { readonly faults: readonly CommentFault[] };

/** What was found out before the transaction. */
interface Preparation {
  readonly checked: CheckedSubmission;
  readonly rules: CompiledRules;
  readonly externalAnswer: ExternalAnswer | null;
}

/** The rules of adding comments. */
export class CommentService {
  constructor(private readonly parts: CommentServiceParts) {}

  /**
   * Adds a comment, or says everything that is wrong with it.
   *
   * With an idempotency key the same input gives the first comment again, whatever has become of
   * the article since; also when both arrive at the same instant. The receipt is given once.
   * Errors: the scope's signal's reason, where nobody waits any more before the work began.
   */
  async add(scope: RequestScope, input: AddCommentInput): Promise<AddCommentPayload> {
    const checked = checkSubmission(input);
    const rules = await this.parts.rules.read();
    const outcome =
      checked.faults.length > 0
        ? { faults: await this.listAllFaults(scope, checked, rules) }
        : await this.write(scope, await this.prepare(checked, rules));
    if ('comment' in outcome) return { ...outcome, userErrors: [] };
    const userErrors = outcome.faults.map((fault) => toUserError(fault, scope.language));
    return { comment: null, receipt: null, userErrors };
  }

  private async prepare(checked: CheckedSubmission, rules: CompiledRules): Promise<Preparation> {
    const externalAnswer = await this.parts.external.ask(checked.submission, rules.rules);
    return { checked, rules, externalAnswer };
  }

  private async write(scope: RequestScope, preparation: Preparation): Promise<Outcome> {
    try {
      return await this.parts.database.transaction(
        (transaction) => this.writeOnce(scope, transaction, preparation),
        { signal: scope.signal },
      );
    } catch (error) {
      if (error instanceof SubmissionRaced) return this.write(scope, preparation);
      throw error;
    }
  }

  private async writeOnce(
    scope: RequestScope,
    transaction: Transaction,
    { checked, rules, externalAnswer }: Preparation,
  ): Promise<Outcome> {
    const { submissions, places, writer, clock, ids } = this.parts;
    const known = await submissions.find(transaction, checked);
    if (known !== null) return 'faults' in known ? known : { ...known, receipt: null };
    const { submission, receipt } = checked;
    const { closeAfterDays } = rules.rules;
    const { article, parent, faults } = await places.find(
      scope,
      transaction,
      submission,
      closeAfterDays,
    );
    if (article === null || faults.length > 0) return { faults };
    const now = clock.now();
    const written = await writer.write(scope, transaction, {
      ...{ submission, receipt, article, parent, rules, externalAnswer, now },
      id: ids.make('comment', now),
    });
    await submissions.keep(transaction, checked, written.comment);
    return written;
  }

  /** For input that cannot be written anyway: what is wrong with its place is told as well. */
  private async listAllFaults(
    scope: RequestScope,
    { submission, faults }: CheckedSubmission,
    { rules }: CompiledRules,
  ): Promise<CommentFault[]> {
    const { database, places } = this.parts;
    const place = await places.find(scope, database.primary, submission, rules.closeAfterDays);
    return [...faults, ...place.faults];
  }
}
