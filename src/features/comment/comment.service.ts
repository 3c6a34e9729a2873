import { type Database, GroupedWrites, retryOvertaken } from '../../platform/database';
import type { UserError } from '../../platform/graphql';
import { anonymousReader, type RequestScope } from '../../platform/request';
import { hashReceipt } from '../commenter';
import type { CompiledRules, ModerationFeature } from '../moderation';
import {
  type AddCommentInput,
  type CheckedSubmission,
  checkSubmission,
  checkText,
  type CommentFault,
  toUserError,
} from '../submission';
import type { CommentAuthorRepository } from './comment-author.repository';
import { toEdge } from './comment-pages';
import type { CommentPlaces } from './comment-place';
import type { CommentSubmission, PastFacts, WriteOutcome } from './comment-submission';
import type { CommentWriter } from './comment-writer.service';
import type { Comment } from './comment.entity';
import type { MakeCommentLoaders } from './comment.loaders';
import type { AddCommentPayload } from './comment.payload';
import { canSeeComment, markOwn } from './comment.policy';
import type { IdempotencyService } from './idempotency.service';

/** What the service needs. */
export interface CommentServiceDependencies extends Pick<ModerationFeature, 'rules' | 'webhook'> {
  readonly database: Database;
  readonly authors: CommentAuthorRepository;
  readonly places: CommentPlaces;
  readonly idempotency: IdempotencyService;
  readonly writer: CommentWriter;
  readonly loaders: MakeCommentLoaders;
}

/** The rules of adding comments and editing them. */
export class CommentService {
  private readonly additions: GroupedWrites<CommentSubmission, WriteOutcome>;

  constructor(private readonly dependencies: CommentServiceDependencies) {
    const { database, writer } = dependencies;
    this.additions = new GroupedWrites(database, {
      // The tally of an article is locked until a comment's transaction ends.
      laneOf: ({ checked }) => checked.submission.articleId,
      write: (transaction, submissions) => writer.addAll(transaction, submissions),
    });
  }

  /**
   * Adds a comment, or says everything that is wrong with it.
   *
   * With an idempotency key the same input gives the first comment again, whatever has become of
   * the article since; also when both arrive at the same instant. With it comes the receipt, for a
   * day and until it is used.
   * Errors: the scope's signal's reason, where the client has gone before the work began.
   */
  add(scope: RequestScope, input: AddCommentInput): Promise<AddCommentPayload> {
    return this.addChecked(scope, checkSubmission(input), null);
  }

  /**
   * Adds a comment that was written elsewhere before, with its instant and what became of it there.
   *
   * It may stand on an article that has closed since, and below a comment that is not public; no
   * subscriber is told of it. No operation of the API leads here.
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

  /**
   * Replaces the text of a receipt's comment, which passes moderation again; the earlier text is
   * stored as a revision.
   *
   * The same text again changes nothing. What a moderator refused stays refused.
   */
  async edit(
    scope: RequestScope,
    { receipt, body }: { readonly receipt: string; readonly body: string },
  ): Promise<{ readonly comment: Comment | null; readonly userErrors: UserError[] }> {
    scope.cacheDependencies.markPrivate();
    const { text, fault } = checkText('body', body);
    const rules = await this.dependencies.rules.read();
    const receiptHash = hashReceipt(receipt);
    const outcome =
      fault === null ? await this.rewrite(scope, receiptHash, text, rules) : { faults: [fault] };
    if ('faults' in outcome) return { comment: null, userErrors: toUserErrors(scope, outcome) };
    return { comment: markOwn(outcome.comment), userErrors: [] };
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
    const { rules: source, webhook } = this.dependencies;
    const rules = await source.read();
    const submission = { scope, checked, rules, past, webhookAnswer: null };
    let outcome: WriteOutcome;
    if (checked.faults.length > 0) {
      outcome = { faults: await this.listAllFaults(submission) };
    } else {
      const webhookAnswer =
        past === null ? await webhook.check(checked.submission, rules.rules) : null;
      const judged = { ...submission, webhookAnswer };
      // The article may be deleted while the comment is written.
      outcome = await retryOvertaken(() => this.additions.add(judged, scope.signal));
    }
    if ('faults' in outcome) {
      const nothing = { comment: null, commentEdge: null, receipt: null, alreadyAdded: false };
      return { ...nothing, userErrors: toUserErrors(scope, outcome) };
    }
    const { receipt, after } = outcome;
    if (after !== null) this.remember(scope, after);
    const comment = markOwn(outcome.comment);
    const commentEdge = canSeeComment(anonymousReader, comment) ? toEdge(comment) : null;
    return { comment, commentEdge, receipt, alreadyAdded: after === null, userErrors: [] };
  }

  /** The answer shows the article as the transaction left it, without reading it again. */
  private remember(
    scope: RequestScope,
    { article, tally }: NonNullable<Extract<WriteOutcome, { comment: Comment }>['after']>,
  ): void {
    scope.renewLoaders();
    const { articleById, tallyByArticleId } = scope.once(this.dependencies.loaders);
    articleById.prime(article.id, article);
    tallyByArticleId.prime(article.id, tally);
  }

  /** For input that has faults anyway: adds the faults of its place. */
  private async listAllFaults(submission: CommentSubmission): Promise<CommentFault[]> {
    const { database, places } = this.dependencies;
    const [place] = await places.findAll(database.primary, [submission]);
    return [...submission.checked.faults, ...(place?.faults ?? [])];
  }

  private async rewrite(
    scope: RequestScope,
    receiptHash: string,
    body: string,
    rules: CompiledRules,
  ): Promise<WriteOutcome> {
    const { database, writer } = this.dependencies;
    const webhookAnswer = await this.checkByWebhook(receiptHash, body, rules);
    const edit = { scope, rules, webhookAnswer, receiptHash, body };
    return database.transaction((transaction) => writer.edit(transaction, edit), {
      signal: scope.signal,
    });
  }

  /** The service is not asked about a text whose receipt is a guess. */
  private async checkByWebhook(receiptHash: string, body: string, { rules }: CompiledRules) {
    if (rules.external === null) return null;
    const { database, authors, webhook } = this.dependencies;
    const comment = await authors.findByReceipt(database.primary, receiptHash);
    if (comment === null) return null;
    const { articleId, parentId, authorName } = comment;
    return webhook.check({ articleId, parentId, authorName, authorEmail: '', body }, rules);
  }
}

function toUserErrors(
  { language }: RequestScope,
  { faults }: { readonly faults: readonly CommentFault[] },
): UserError[] {
  return faults.map((fault) => toUserError(fault, language));
}
