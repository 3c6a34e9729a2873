import type { Transaction } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import type { Article } from '../article';
import {
  type CommenterPrivacy,
  createReceipt,
  createSalt,
  deriveReceipt,
  type RandomBytes,
} from '../commenter';
import { CommentStatus, type DecisionFeature, policyDecider } from '../decision';
import {
  type Judgement,
  type ModerationCase,
  type ModerationFeature,
  toArticleFacts,
} from '../moderation';
import type { AuthorHistory } from './author-history';
import type { CommentCounts } from './comment-counts.service';
import type { CommentSubmission } from './comment-submission';
import { Comment } from './comment.entity';
import { commentEvents } from './comment.events';
import type { CommentRepository } from './comment.repository';
import { commentTags } from './comment.tags';
import { type IdempotencyService, listSecrets } from './idempotency.service';

/** What the writer needs. */
export interface CommentWriterDependencies extends DecisionFeature {
  readonly ids: IdMaker;
  readonly randomBytes?: RandomBytes | undefined;
  readonly judge: ModerationFeature['judge'];
  readonly history: AuthorHistory;
  readonly privacy: CommenterPrivacy;
  readonly comments: CommentRepository;
  readonly idempotency: IdempotencyService;
  readonly counts: CommentCounts;
}

/** A comment whose texts and place are right. */
export interface ValidatedComment {
  readonly id: string;
  readonly sent: CommentSubmission;
  readonly article: Article;
  readonly parent: Comment | null;
  readonly now: Date;
}

/** A comment that was written, and its author's secret. */
export interface WrittenComment {
  readonly validated: ValidatedComment;
  readonly comment: Comment;
  readonly receipt: string;
}

/** A comment that is to be written, and what moderation says of it. */
interface ModeratedComment extends WrittenComment {
  readonly judgement: Judgement;
  /** Null for a comment without an idempotency key: its receipt is given once. */
  readonly receiptSalt: string | null;
}

/** Moderates new comments and writes them, with all that was found. */
export class CommentWriter {
  constructor(private readonly dependencies: CommentWriterDependencies) {}

  /**
   * Writes comments, each judged by what was there before all of them.
   * Shape: a comment is absent whose idempotency key another transaction took meanwhile.
   * Cost: three to six statements for all, and three more for each at most: by what the rules ask,
   * what was found and who may see it.
   */
  async writeAll(
    transaction: Transaction,
    validated: readonly ValidatedComment[],
  ): Promise<WrittenComment[]> {
    const moderated: ModeratedComment[] = [];
    for (const one of validated) moderated.push(await this.judge(transaction, one));
    await this.dependencies.comments.saveAll(
      transaction,
      moderated.map(({ comment }) => comment),
    );
    const claimed = await this.claimKeys(transaction, moderated);
    await this.saveJudgements(transaction, claimed);
    await this.publish(transaction, claimed);
    return claimed;
  }

  /** The comments that have their keys; the others are gone again before anything follows of them. */
  private async claimKeys(
    transaction: Transaction,
    moderated: readonly ModeratedComment[],
  ): Promise<ModeratedComment[]> {
    const { idempotency, comments } = this.dependencies;
    const keyed = moderated.map(({ validated, comment, receiptSalt }) => {
      return { checked: validated.sent.checked, comment, receiptSalt };
    });
    const raced = await idempotency.claimKeys(transaction, keyed);
    if (raced.size > 0) await comments.deleteByIds(transaction, [...raced]);
    return moderated.filter(({ comment }) => !raced.has(comment.id));
  }

  private async judge(
    transaction: Transaction,
    validated: ValidatedComment,
  ): Promise<ModeratedComment> {
    const { id, sent, now } = validated;
    const { scope, rules, webhookAnswer } = sent;
    const { submission, receipt: earlier } = sent.checked;
    const email = submission.authorEmail === '' ? null : submission.authorEmail;
    const trace = { commentId: id, email, receipt: earlier };
    const { facts: author, authorKey } = await this.dependencies.history.read(
      scope,
      transaction,
      { ...trace, authorKey: null },
      rules.rules,
    );
    const subject = { submission, article: toFactsAtTheTime(validated), author, rules, now };
    const status = sent.past?.status ?? null;
    const judgement =
      status === null
        ? this.dependencies.judge({ ...subject, webhookAnswer })
        : { status, findings: [] };
    const { randomBytes } = this.dependencies;
    const receiptSalt = sent.checked.idempotencyKey === null ? null : createSalt(randomBytes);
    const receipt =
      receiptSalt === null
        ? createReceipt(randomBytes)
        : deriveReceipt(receiptSalt, listSecrets(sent.checked));
    const traces = { authorKey, receiptHash: receipt.hash, ...this.hide(validated) };
    const comment = Object.assign(compose(validated, judgement), traces);
    return { validated, comment, judgement, receipt: receipt.secret, receiptSalt };
  }

  /** The author’s stored identity. */
  private hide({ id, sent: { scope, checked }, now }: ValidatedComment) {
    const { privacy } = this.dependencies;
    const { authorEmail } = checked.submission;
    const addressHash = privacy.hashAddress(scope.clientAddress ?? null, now);
    // Only of the past: a guest who left no address.
    if (authorEmail === '') return { authorEmail: null, emailHash: null, addressHash };
    return {
      authorEmail: privacy.encryptEmail(authorEmail, id),
      emailHash: privacy.hashEmail(authorEmail),
      addressHash,
    };
  }

  private async saveJudgements(
    transaction: Transaction,
    moderated: readonly ModeratedComment[],
  ): Promise<void> {
    const { findings, events, ids } = this.dependencies;
    await findings.saveAll(
      transaction,
      moderated.map(({ comment: { id: commentId, revision }, judgement }) => ({
        commentId,
        revision,
        findings: judgement.findings,
      })),
    );
    // A history without rows begins with an immediate approval.
    const held = moderated.filter(({ comment }) => comment.status !== CommentStatus.APPROVED);
    if (held.length === 0) return;
    await events.saveAll(
      transaction,
      held.map(({ comment: { id: commentId, status, createdAt: decidedAt } }) => ({
        id: ids.make('decision', decidedAt),
        ...policyDecider,
        commentId,
        status,
        decidedAt,
        reason: null,
      })),
    );
  }

  private async publish(
    transaction: Transaction,
    moderated: readonly ModeratedComment[],
  ): Promise<void> {
    const approved = moderated.filter(({ comment }) => comment.status === CommentStatus.APPROVED);
    await this.dependencies.counts.apply(
      transaction,
      approved.map(({ comment }) => ({ comment, from: null, to: comment.status })),
    );
    for (const { comment, validated } of moderated) {
      const facts = { commentId: comment.id, articleId: comment.articleId };
      const isNews = validated.sent.past === null;
      if (comment.isQueued && isNews) commentEvents.queued.publish(transaction, facts);
      if (comment.status !== CommentStatus.APPROVED) continue;
      transaction.invalidate(commentTags.ofShown(comment, validated.parent));
      if (isNews) commentEvents.approved.publish(transaction, facts);
    }
  }
}

/** The article as moderation is to see it: open, where the comment was written in the past. */
function toFactsAtTheTime({ article, sent }: ValidatedComment): ModerationCase['article'] {
  const facts = toArticleFacts(article);
  return sent.past === null ? facts : { ...facts, isOpen: true, publishedAt: null };
}

function compose({ id, sent, parent, now }: ValidatedComment, { status }: Judgement): Comment {
  return Object.assign(new Comment(), {
    ...sent.checked.submission,
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
  });
}
