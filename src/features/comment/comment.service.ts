import type { Database } from '../../platform/database';
import { anonymousReader, type RequestScope } from '../../platform/request';
import type { ModerationFeature } from '../moderation';
import {
  type AddCommentInput,
  type CheckedSubmission,
  checkSubmission,
  type CommentFault,
  toUserError,
} from '../submission';
import type { ArticleAfter, CommentAdder, Outcome } from './comment-adder.service';
import { toEdge } from './comment-pages';
import type { CommentPlaces } from './comment-place';
import type { PastFacts, UncheckedSubmission } from './comment-submission';
import type { MakeCommentLoaders } from './comment.loaders';
import type { AddCommentPayload } from './comment.payload';
import { canSeeComment } from './comment.policy';
import type { IdempotencyService } from './idempotency.service';
import { markOwn } from './own-comment';

/** What the service needs. */
export interface CommentServiceDependencies extends Pick<ModerationFeature, 'rules' | 'webhook'> {
  readonly database: Database;
  readonly places: CommentPlaces;
  readonly idempotency: IdempotencyService;
  readonly adder: CommentAdder;
  readonly loaders: MakeCommentLoaders;
}

/** The rules of adding comments. */
export class CommentService {
  constructor(private readonly dependencies: CommentServiceDependencies) {}

  /**
   * Adds a comment, or says everything that is wrong with it.
   *
   * With an idempotency key the same input gives the first comment again, whatever has become of
   * the article since; also when both arrive at the same instant. With it comes the receipt, for a
   * day and until it is used.
   * Errors: the scope's signal's reason, where nobody waits any more before the work began.
   */
  add(scope: RequestScope, input: AddCommentInput): Promise<AddCommentPayload> {
    return this.addChecked(scope, checkSubmission(input), null);
  }

  /**
   * Adds a comment that was written elsewhere before, with its instant and what became of it there.
   *
   * It may stand on an article that has closed since, and below a comment that is not public; nobody
   * is told of it as of a new one. No operation of the API leads here.
   */
  addPast(
    scope: RequestScope,
    input: AddCommentInput,
    past: PastFacts,
  ): Promise<AddCommentPayload> {
    const checked = checkSubmission(input);
    const isAllowed = (fault: CommentFault) => fault === 'emailMissing' && past.isEmailOptional;
    const faults = checked.faults.filter((fault) => !isAllowed(fault));
    return this.addChecked(scope, { ...checked, faults }, past);
  }

  /** The comment that was added under an idempotency key; null where there is none. */
  findIdByKey(idempotencyKey: string): Promise<string | null> {
    const { idempotency, database } = this.dependencies;
    return idempotency.findCommentId(database.primary, idempotencyKey);
  }

  private async addChecked(
    scope: RequestScope,
    checked: CheckedSubmission,
    past: PastFacts | null,
  ): Promise<AddCommentPayload> {
    const rules = await this.dependencies.rules.read();
    const sent = { scope, checked, rules, past };
    const outcome =
      checked.faults.length > 0
        ? { faults: await this.listAllFaults(sent) }
        : await this.write(sent);
    if ('faults' in outcome) {
      const userErrors = outcome.faults.map((fault) => toUserError(fault, scope.language));
      return {
        comment: null,
        commentEdge: null,
        receipt: null,
        alreadyAdded: false,
        userErrors,
      };
    }
    const { receipt, after } = outcome;
    if (after !== null) this.remember(scope, after);
    const comment = markOwn(outcome.comment);
    const commentEdge = canSeeComment(anonymousReader, comment) ? toEdge(comment) : null;
    return { comment, commentEdge, receipt, alreadyAdded: after === null, userErrors: [] };
  }

  private async write(sent: UncheckedSubmission): Promise<Outcome> {
    const { adder, webhook } = this.dependencies;
    const webhookAnswer =
      sent.past === null ? await webhook.check(sent.checked.submission, sent.rules.rules) : null;
    return adder.add({ ...sent, webhookAnswer });
  }

  /** The answer tells of the article as the transaction left it, without reading it again. */
  private remember(scope: RequestScope, { article, tally }: ArticleAfter): void {
    scope.renewLoaders();
    const { articleById, tallyByArticleId } = scope.once(this.dependencies.loaders);
    articleById.prime(article.id, article);
    tallyByArticleId.prime(article.id, tally);
  }

  /** For input that has faults anyway: adds the faults of its place. */
  private async listAllFaults(sent: UncheckedSubmission): Promise<CommentFault[]> {
    const { database, places } = this.dependencies;
    const found = await places.findAll(database.primary, [sent]);
    return [...sent.checked.faults, ...(found.get(sent)?.faults ?? [])];
  }
}
