import type { Clock } from '../../platform/clock';
import type { Database, Transaction } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import type { RequestScope } from '../../platform/request';
import { type Article, type ArticleFeature, canSeeArticle } from '../article';
import {
  type Comment,
  CommentChangeKind,
  commentEvents,
  type CommentFeature,
  commentTags,
  markOwn,
} from '../comment';
import { type CommenterFeature, hashReceipt } from '../commenter';
import {
  CommentStatus,
  type Decider,
  DeciderKind,
  type DecisionFeature,
  policyDecider,
} from '../decision';
import {
  type CompiledRules,
  type Judgement,
  type ModerationCase,
  type ModerationFeature,
  strictest,
  toArticleFacts,
} from '../moderation';
import { checkText, type CommentFault, toUserError } from '../submission';
import type { CommentRevisionRepository } from './comment-revision.repository';
import type { EditCommentInput, EditCommentPayload } from './receipt.input';

/** What the service needs. */
export interface EditCommentDependencies
  extends
    ModerationFeature,
    DecisionFeature,
    Pick<CommenterFeature, 'privacy'>,
    Pick<
      CommentFeature,
      'comments' | 'authors' | 'changes' | 'counts' | 'history' | 'idempotencyKeys'
    > {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly articles: ArticleFeature['articles'];
  readonly revisions: CommentRevisionRepository;
}

/** Units: milliseconds. */
const minuteMs = 60_000;

/** What the rules say of the new text, found out before the transaction. */
interface Preparation {
  readonly body: string;
  readonly rules: CompiledRules;
  readonly webhookAnswer: ModerationCase['webhookAnswer'];
}

type Outcome = { readonly comment: Comment } | { readonly faults: readonly CommentFault[] };

/** Lets authors edit their comments. */
export class EditCommentService {
  constructor(private readonly dependencies: EditCommentDependencies) {}

  /**
   * Replaces the text of a comment, which then passes moderation again; the earlier text is stored as a revision.
   *
   * The same text again changes nothing. What a moderator refused stays refused.
   */
  async edit(scope: RequestScope, input: EditCommentInput): Promise<EditCommentPayload> {
    scope.cacheDependencies.markPrivate();
    const { text, fault } = checkText('body', input.body);
    const rules = await this.dependencies.rules.read();
    const outcome =
      fault === null ? await this.write(scope, input.receipt, text, rules) : { faults: [fault] };
    if ('comment' in outcome) return { comment: markOwn(outcome.comment), userErrors: [] };
    const userErrors = outcome.faults.map((fault) => toUserError(fault, scope.language));
    return { comment: null, userErrors };
  }

  private async write(
    scope: RequestScope,
    receipt: string,
    body: string,
    rules: CompiledRules,
  ): Promise<Outcome> {
    const receiptHash = hashReceipt(receipt);
    const webhookAnswer = await this.checkByWebhook(receiptHash, body, rules);
    return this.dependencies.database.transaction(
      (transaction) =>
        this.writeOnce(scope, transaction, receiptHash, { body, rules, webhookAnswer }),
      { signal: scope.signal },
    );
  }

  /** A guess at a receipt is nobody's business outside. */
  private async checkByWebhook(receiptHash: string, body: string, rules: CompiledRules) {
    if (rules.rules.external === null) return null;
    const { database, authors, webhook } = this.dependencies;
    const comment = await authors.findByReceipt(database.primary, receiptHash);
    if (comment === null) return null;
    const { articleId, parentId, authorName } = comment;
    const submission = { articleId, parentId, authorName, authorEmail: '', body };
    return webhook.check(submission, rules.rules);
  }

  private async writeOnce(
    scope: RequestScope,
    transaction: Transaction,
    receiptHash: string,
    preparation: Preparation,
  ): Promise<Outcome> {
    const { authors, articles, events } = this.dependencies;
    const comment = await authors.lockByReceipt(transaction, receiptHash);
    if (comment === null) return { faults: ['receiptUnknown'] };
    const [article] = await articles.findByIds(transaction, [comment.articleId]);
    if (article === undefined || !canSeeArticle(scope.viewer, article, scope.now)) {
      return { faults: ['receiptUnknown'] };
    }
    const decisions = await events.listByCommentIds(transaction, [comment.id]);
    const decider = decisions.at(-1) ?? policyDecider;
    const fault = this.findFault(comment, decider, preparation.rules);
    if (fault !== null) return { faults: [fault] };
    await this.dependencies.idempotencyKeys.forgetSalts(transaction, [comment.id]);
    if (comment.body === preparation.body) return { comment };
    return { comment: await this.rewrite(scope, transaction, comment, article, preparation) };
  }

  private findFault(
    comment: Comment,
    { deciderKind }: Decider,
    { rules: { editWindowMinutes } }: CompiledRules,
  ): CommentFault | null {
    if (comment.isWithdrawn) return 'editingOver';
    const ageMs = this.dependencies.clock.now().getTime() - comment.createdAt.getTime();
    if (editWindowMinutes !== null && ageMs >= editWindowMinutes * minuteMs) return 'editingOver';
    const isRefused =
      comment.status === CommentStatus.REJECTED || comment.status === CommentStatus.SPAM;
    return isRefused && deciderKind !== DeciderKind.POLICY ? 'decidedAlready' : null;
  }

  private async rewrite(
    scope: RequestScope,
    transaction: Transaction,
    comment: Comment,
    article: Article,
    preparation: Preparation,
  ): Promise<Comment> {
    const { revisions, changes, findings, counts } = this.dependencies;
    const judgement = await this.judge(scope, transaction, comment, article, preparation);
    const { id: commentId, revision, body, createdAt, editedAt, status: from } = comment;
    const writtenAt = editedAt ?? createdAt;
    await revisions.save(transaction, { commentId, revision, body, writtenAt });
    // What waited goes on waiting: a new text takes away no reason that was not in the text.
    const floor = from === CommentStatus.APPROVED ? from : CommentStatus.PENDING;
    const to = strictest([judgement.status, floor]);
    Object.assign(comment, {
      body: preparation.body,
      status: to,
      isQueued: to === CommentStatus.PENDING || comment.openReportCount > 0,
      editedAt: this.dependencies.clock.now(),
      revision: revision + 1,
    });
    await changes.rewrite(transaction, comment);
    const found = { commentId, revision: comment.revision, findings: judgement.findings };
    await findings.saveAll(transaction, [found]);
    await counts.apply(transaction, [{ comment, from, to }]);
    await this.publish(transaction, comment, from);
    return comment;
  }

  private async judge(
    scope: RequestScope,
    transaction: Transaction,
    comment: Comment,
    article: Article,
    { body, rules, webhookAnswer }: Preparation,
  ): Promise<Judgement> {
    const { id, authorEmail, authorName } = comment;
    const email =
      authorEmail === null || rules.rules.repeats === null
        ? null
        : this.dependencies.privacy.decryptEmail(authorEmail, id);
    const { facts } = await this.dependencies.history.read(
      scope,
      transaction,
      { commentId: id, email, receipt: null, authorKey: comment.authorKey ?? id },
      rules.rules,
    );
    // An article that has closed since takes no new comments; this one is there. Edits are no pace.
    const subject = {
      submission: { authorName, body },
      article: { ...toArticleFacts(article), isOpen: true, publishedAt: null },
      author: {
        ...facts,
        earlier: facts.earlier.map((one) => ({ ...one, isFromSameAddress: false })),
        isAddressKnown: true,
      },
    };
    const now = this.dependencies.clock.now();
    return this.dependencies.judge({ ...subject, rules, webhookAnswer, now });
  }

  private async publish(
    transaction: Transaction,
    comment: Comment,
    from: CommentStatus,
  ): Promise<void> {
    const { id: commentId, articleId, parentId, status, editedAt } = comment;
    const decidedAt = editedAt ?? this.dependencies.clock.now();
    const id = this.dependencies.ids.make('decision', decidedAt);
    const decision = { ...policyDecider, id, commentId, status, decidedAt, reason: null };
    await this.dependencies.events.saveAll(transaction, [decision]);
    const [parent] =
      parentId === null ? [] : await this.dependencies.comments.findByIds(transaction, [parentId]);
    transaction.invalidate(commentTags.ofShown(comment, parent ?? null));
    const facts = { commentId, articleId };
    if (status === CommentStatus.PENDING) commentEvents.queued.publish(transaction, facts);
    const isPlacePublic = parent === undefined || parent.status === CommentStatus.APPROVED;
    if (!isPlacePublic) return;
    const isShown = status === CommentStatus.APPROVED;
    if (from === CommentStatus.APPROVED) {
      const kind = isShown ? CommentChangeKind.EDITED : CommentChangeKind.REMOVED;
      commentEvents.changed.publish(transaction, { ...facts, kind });
    } else if (isShown) {
      commentEvents.approved.publish(transaction, facts);
    }
  }
}
