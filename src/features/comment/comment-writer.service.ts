import type { Transaction } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import type { RequestScope } from '../access';
import type { Article } from '../article';
import type { CommentCounts } from './comment-counts.service';
import { CommentStatus } from './comment-enums';
import { toArticleFacts } from './comment-place';
import { Comment } from './comment.entity';
import { commentApproved, commentQueued } from './comment.events';
import type { CommentRepository } from './comment.repository';
import { listShownTags } from './comment.tags';
import type { AuthorHistory } from './moderation/author-history';
import type { CommentFindingRepository } from './moderation/comment-finding.repository';
import type { ExternalAnswer } from './moderation/external/external-answer';
import { type Judgement, moderate } from './moderation/moderate';
import { decidedByPolicy } from './moderation/moderation-event.entity';
import type { ModerationEventRepository } from './moderation/moderation-event.repository';
import type { ModerationPhase, Submission } from './moderation/moderation-phase';
import type { CompiledRules } from './moderation/rules';
import type { CommenterPrivacy, RandomBytes } from './privacy';
import { createReceipt } from './receipts/receipt';

/** What the writer needs. */
export interface CommentWriterParts {
  readonly ids: IdMaker;
  readonly randomBytes?: RandomBytes | undefined;
  readonly phases: readonly ModerationPhase[];
  readonly history: AuthorHistory;
  readonly privacy: CommenterPrivacy;
  readonly comments: CommentRepository;
  readonly counts: CommentCounts;
  readonly findings: CommentFindingRepository;
  readonly events: ModerationEventRepository;
}

/** A submission whose texts and place are right. */
export interface PlacedSubmission {
  readonly id: string;
  readonly submission: Submission;
  /** Of an earlier comment of the author's. */
  readonly receipt: string | null;
  readonly article: Article;
  readonly parent: Comment | null;
  readonly rules: CompiledRules;
  readonly externalAnswer: ExternalAnswer | null;
  readonly now: Date;
}

/** A comment that was written, and its author's secret. */
export interface WrittenComment {
  readonly comment: Comment;
  readonly receipt: string;
}

/** Moderates a new comment and writes it, with all that was found. */
export class CommentWriter {
  constructor(private readonly parts: CommentWriterParts) {}

  /** Cost: two to eight statements: by what the rules ask, what was found and who may see it. */
  async write(
    scope: RequestScope,
    transaction: Transaction,
    placed: PlacedSubmission,
  ): Promise<WrittenComment> {
    const { submission, article, parent, rules, externalAnswer, now, id } = placed;
    const trace = { commentId: id, email: submission.authorEmail, receipt: placed.receipt };
    const { facts: author, authorKey } = await this.parts.history.read(
      scope,
      transaction,
      { ...trace, authorKey: null },
      rules.rules,
    );
    const subject = { submission, article: toArticleFacts(article), author, rules, now };
    const judgement = moderate({ ...subject, externalAnswer }, this.parts.phases);
    const receipt = createReceipt(this.parts.randomBytes);
    const traces = { authorKey, receiptHash: receipt.hash, ...this.hide(scope, placed) };
    const comment = Object.assign(compose(placed, judgement), traces);
    await this.parts.comments.save(transaction, comment);
    await this.keepJudgement(transaction, comment, judgement);
    await this.publish(transaction, comment, parent);
    return { comment, receipt: receipt.secret };
  }

  /** Who the author is, as it is kept. */
  private hide({ clientAddress }: RequestScope, { id, submission, now }: PlacedSubmission) {
    const { privacy } = this.parts;
    return {
      authorEmail: privacy.sealEmail(submission.authorEmail, id),
      emailHash: privacy.hashEmail(submission.authorEmail),
      addressHash: privacy.hashAddress(clientAddress ?? null, now),
    };
  }

  private async keepJudgement(
    transaction: Transaction,
    { id: commentId, revision, status, createdAt }: Comment,
    { findings }: Judgement,
  ): Promise<void> {
    await this.parts.findings.saveAll(transaction, commentId, revision, findings);
    // That a comment was approved at once is what its history begins with where nothing is kept.
    if (status === CommentStatus.APPROVED) return;
    const id = this.parts.ids.make('decision', createdAt);
    const event = { id, commentId, status, decidedBy: decidedByPolicy, decidedAt: createdAt };
    await this.parts.events.saveAll(transaction, [event]);
  }

  private async publish(
    transaction: Transaction,
    comment: Comment,
    parent: Comment | null,
  ): Promise<void> {
    const facts = { commentId: comment.id, articleId: comment.articleId };
    if (comment.isQueued) commentQueued.publish(transaction, facts);
    if (comment.status !== CommentStatus.APPROVED) return;
    await this.parts.counts.apply(transaction, [{ comment, from: null, to: comment.status }]);
    transaction.announce(listShownTags(comment, parent));
    commentApproved.publish(transaction, facts);
  }
}

function compose(
  { id, submission, parent, now }: PlacedSubmission,
  { status }: Judgement,
): Comment {
  return Object.assign(new Comment(), {
    ...submission,
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
