import type { Clock } from '../../platform/clock';
import type { Transaction } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import { type Article, type ArticleFeature, canSeeArticle } from '../article';
import {
  type CommenterPrivacy,
  createReceipt,
  createSalt,
  deriveReceipt,
  type RandomBytes,
} from '../commenter';
import {
  CommentStatus,
  type Decider,
  DeciderKind,
  type DecisionFeature,
  policyDecider,
} from '../decision';
import { type CompiledRules, strictest } from '../moderation';
import type { CommentFault } from '../submission';
import type { CommentAuthorRepository } from './comment-author.repository';
import type { CommentChangeRepository } from './comment-change.repository';
import type { CommentCounts } from './comment-counts.service';
import type { CommentJudge } from './comment-judge';
import type { CommentPlaces } from './comment-place';
import type { CommentRevisionRepository } from './comment-revision.repository';
import type {
  CommentDraft,
  CommentEdit,
  CommentSubmission,
  NewCommentDraft,
  WriteOutcome,
} from './comment-submission';
import type { CommentTallyRepository } from './comment-tally.repository';
import { Comment } from './comment.entity';
import { CommentChangeKind, commentEvents } from './comment.events';
import type { CommentRepository } from './comment.repository';
import { commentTags } from './comment.tags';
import { endOfEditing } from './edit-window';
import { type IdempotencyService, listSecrets } from './idempotency.service';

/** What the writer needs. */
export interface CommentWriterDependencies extends DecisionFeature {
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly randomBytes?: RandomBytes | undefined;
  readonly privacy: CommenterPrivacy;
  readonly articles: ArticleFeature['articles'];
  readonly places: CommentPlaces;
  readonly idempotency: IdempotencyService;
  readonly judge: CommentJudge;
  readonly comments: CommentRepository;
  readonly authors: CommentAuthorRepository;
  readonly changes: CommentChangeRepository;
  readonly revisions: CommentRevisionRepository;
  readonly counts: CommentCounts;
  readonly tallies: CommentTallyRepository;
}

/** A key that is taken in one round stands for a comment in the next, unless that was deleted. */
const maxRounds = 5;

/** Writes comments, new and edited, with all that follows from them. */
export class CommentWriter {
  constructor(private readonly dependencies: CommentWriterDependencies) {}

  /**
   * Adds comments, each judged by what was there before all of them; but one after the other where
   * rules look at earlier comments.
   * Shape: the outcomes, in the order of the comments.
   * Cost: three to eleven statements for all, by what the rules ask, what was found and who may see
   * it; and three more for each at most.
   */
  async addAll(
    transaction: Transaction,
    submissions: readonly CommentSubmission[],
  ): Promise<WriteOutcome[]> {
    const outcomes = new Map<CommentSubmission, WriteOutcome>();
    const isInTurn = submissions.some(({ rules }) => looksAtOthers(rules));
    for (const group of isInTurn ? submissions.map((one) => [one]) : [submissions]) {
      let open = group;
      for (let round = 1; open.length > 0; round += 1) {
        if (round > maxRounds) throw new Error('An idempotency key was always taken');
        await this.addOpen(transaction, open, outcomes);
        open = open.filter((submission) => !outcomes.has(submission));
      }
    }
    return submissions.flatMap((submission) => outcomes.get(submission) ?? []);
  }

  /** Replaces the text of a comment, which passes moderation again. The same text changes nothing. */
  async edit(transaction: Transaction, edit: CommentEdit): Promise<WriteOutcome> {
    const { authors, articles, events, idempotency } = this.dependencies;
    const { scope, receiptHash, body, rules } = edit;
    const comment = await authors.lockByReceipt(transaction, receiptHash);
    if (comment === null) return { faults: ['receiptUnknown'] };
    const [article] = await articles.findByIds(transaction, [comment.articleId]);
    if (article === undefined || !canSeeArticle(scope.viewer, article, scope.now)) {
      return { faults: ['receiptUnknown'] };
    }
    const decisions = await events.listByCommentIds(transaction, [comment.id]);
    const fault = this.findEditFault(comment, decisions.at(-1) ?? policyDecider, rules);
    if (fault !== null) return { faults: [fault] };
    await idempotency.forgetReceipts(transaction, [comment.id]);
    if (comment.body !== body) await this.rewrite(transaction, edit, comment, article);
    return { comment, receipt: null, after: null };
  }

  /** One round: a comment whose key another one takes meanwhile has no outcome yet. */
  private async addOpen(
    transaction: Transaction,
    open: readonly CommentSubmission[],
    outcomes: Map<CommentSubmission, WriteOutcome>,
  ): Promise<void> {
    const { idempotency, comments, tallies } = this.dependencies;
    for (const [submission, known] of await idempotency.findAll(transaction, open)) {
      outcomes.set(submission, known);
    }
    const drafts = await this.draftAll(
      transaction,
      open.filter((submission) => !outcomes.has(submission)),
      outcomes,
    );
    if (drafts.length === 0) return;
    await comments.saveAll(
      transaction,
      drafts.map(({ comment }) => comment),
    );
    const raced = await idempotency.claimKeys(transaction, drafts);
    // They go again before anything follows from them.
    if (raced.size > 0) await comments.deleteByIds(transaction, [...raced]);
    const added = drafts.filter(({ comment }) => !raced.has(comment.id));
    if (added.length === 0) return;
    await this.record(transaction, added);
    const articleIds = new Set(added.map(({ article }) => article.id));
    const counted = await tallies.findByArticleIds(transaction, [...articleIds]);
    const tallyOf = new Map(counted.map((tally) => [tally.articleId, tally]));
    for (const { submission, comment, receipt, article } of added) {
      const after = { article, tally: tallyOf.get(article.id) ?? null };
      outcomes.set(submission, { comment, receipt, after });
    }
  }

  /** The comments that have a place, the first of each idempotency key; notes the faults of others. */
  private async draftAll(
    transaction: Transaction,
    unknown: readonly CommentSubmission[],
    outcomes: Map<CommentSubmission, WriteOutcome>,
  ): Promise<NewCommentDraft[]> {
    if (unknown.length === 0) return [];
    const drafts: NewCommentDraft[] = [];
    const keys = new Set<string>();
    for (const place of await this.dependencies.places.findAll(transaction, unknown)) {
      const { submission, article, parent, faults } = place;
      const { idempotencyKey } = submission.checked;
      if (article === null || faults.length > 0) outcomes.set(submission, { faults });
      else if (idempotencyKey === null || !keys.has(idempotencyKey)) {
        if (idempotencyKey !== null) keys.add(idempotencyKey);
        drafts.push(await this.draft(transaction, submission, article, parent));
      }
    }
    return drafts;
  }

  private async draft(
    transaction: Transaction,
    submission: CommentSubmission,
    article: Article,
    parent: Comment | null,
  ): Promise<NewCommentDraft> {
    const { clock, ids, judge, randomBytes } = this.dependencies;
    const { checked, past } = submission;
    const now = past?.createdAt ?? clock.now();
    const id = ids.make('comment', now);
    const { judgement, authorKey } = await judge.judgeNew(transaction, submission, article, {
      commentId: id,
      now,
    });
    const { status, findings } = judgement;
    const receiptSalt = checked.idempotencyKey === null ? null : createSalt(randomBytes);
    const receipt =
      receiptSalt === null
        ? createReceipt(randomBytes)
        : deriveReceipt(receiptSalt, listSecrets(checked));
    const comment = Object.assign(new Comment(), {
      ...checked.submission,
      ...this.composeTraces(submission, id, now),
      id,
      depth: parent === null ? 0 : parent.depth + 1,
      status,
      createdAt: now,
      replyCount: 0,
      editedAt: null,
      isWithdrawn: false,
      revision: 0,
      isQueued: status === CommentStatus.PENDING,
      openReportCount: 0,
      receiptHash: receipt.hash,
      authorKey,
    });
    const draft = { comment, from: null, findings, parent, isNews: past === null };
    return { ...draft, submission, article, receipt: receipt.secret, receiptSalt };
  }

  /** The author’s stored identity. */
  private composeTraces({ scope, checked }: CommentSubmission, id: string, now: Date) {
    const { privacy } = this.dependencies;
    const { authorEmail } = checked.submission;
    const addressHash = privacy.hashAddress(scope.clientAddress ?? null, now);
    // Only in imported comments: a guest who left no address.
    if (authorEmail === '') return { authorEmail: null, emailHash: null, addressHash };
    return {
      authorEmail: privacy.encryptEmail(authorEmail, id),
      emailHash: privacy.hashEmail(authorEmail),
      addressHash,
    };
  }

  private findEditFault(
    { isWithdrawn, createdAt, status }: Comment,
    { deciderKind }: Decider,
    { rules: { editWindowMinutes } }: CompiledRules,
  ): CommentFault | null {
    if (isWithdrawn) return 'withdrawnAlready';
    const end = endOfEditing(createdAt, editWindowMinutes);
    if (end !== null && this.dependencies.clock.now() >= end) return 'editingOver';
    const isRefused = status === CommentStatus.REJECTED || status === CommentStatus.SPAM;
    return isRefused && deciderKind !== DeciderKind.POLICY ? 'decidedAlready' : null;
  }

  /** Stores the earlier text as a revision and the new one in its place. */
  private async rewrite(
    transaction: Transaction,
    edit: CommentEdit,
    comment: Comment,
    article: Article,
  ): Promise<void> {
    const { judge, revisions, changes, comments, clock } = this.dependencies;
    const { status, findings } = await judge.judgeEdit(transaction, edit, comment, article);
    const { id: commentId, parentId, revision, body, createdAt, editedAt, status: from } = comment;
    const writtenAt = editedAt ?? createdAt;
    await revisions.save(transaction, { commentId, revision, body, writtenAt });
    // What waited goes on waiting: a new text takes away no reason that was not in the text.
    const floor = from === CommentStatus.APPROVED ? from : CommentStatus.PENDING;
    const to = strictest([status, floor]);
    Object.assign(comment, {
      body: edit.body,
      status: to,
      isQueued: to === CommentStatus.PENDING || comment.openReportCount > 0,
      editedAt: clock.now(),
      revision: revision + 1,
    });
    await changes.rewrite(transaction, comment);
    const [parent = null] =
      parentId === null ? [] : await comments.findByIds(transaction, [parentId]);
    await this.record(transaction, [{ comment, from, findings, parent, isNews: true }]);
  }

  /** Writes what follows from stored comments: findings, history, counts; tags and events. */
  private async record(transaction: Transaction, drafts: readonly CommentDraft[]): Promise<void> {
    const { findings, events, counts, ids } = this.dependencies;
    await findings.saveAll(
      transaction,
      drafts.map(({ comment: { id: commentId, revision }, findings: found }) => {
        return { commentId, revision, findings: found };
      }),
    );
    // A history without rows begins with an immediate approval.
    const decided = drafts.filter(
      ({ comment, from }) => from !== null || comment.status !== CommentStatus.APPROVED,
    );
    await events.saveAll(
      transaction,
      decided.map(({ comment: { id: commentId, status, createdAt, editedAt } }) => {
        const decidedAt = editedAt ?? createdAt;
        const id = ids.make('decision', decidedAt);
        return { ...policyDecider, id, commentId, status, decidedAt, reason: null };
      }),
    );
    await counts.apply(
      transaction,
      drafts.map(({ comment, from }) => ({ comment, from, to: comment.status })),
    );
    for (const draft of drafts) publish(transaction, draft);
  }
}

/** Whether earlier comments decide about a comment: they have to be written by then. */
function looksAtOthers({ rules }: CompiledRules): boolean {
  return rules.repeats !== null || rules.pace !== null || rules.mode === 'FIRST_HELD';
}

function publish(transaction: Transaction, { comment, from, parent, isNews }: CommentDraft): void {
  const isShown = comment.status === CommentStatus.APPROVED;
  if (isShown || from !== null) transaction.invalidate(commentTags.ofShown(comment, parent));
  if (!isNews) return;
  const facts = { commentId: comment.id, articleId: comment.articleId };
  if (comment.status === CommentStatus.PENDING) commentEvents.queued.publish(transaction, facts);
  // Below a hidden comment nothing is seen.
  if (parent !== null && parent.status !== CommentStatus.APPROVED) return;
  if (from === CommentStatus.APPROVED) {
    const kind = isShown ? CommentChangeKind.EDITED : CommentChangeKind.REMOVED;
    commentEvents.changed.publish(transaction, { ...facts, kind });
  } else if (isShown) {
    commentEvents.approved.publish(transaction, facts);
  }
}
