import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock';
import type { Database, Reads, Transaction } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import type { RequestScope } from '../access';
import { type ArticleRepository, canSeeArticle } from '../article';
import { type CheckedSubmission, checkSubmission } from './check-submission';
import { CommentStatus } from './comment-enums';
import type { CommentSubmissionRepository } from './comment-submission.repository';
import type { CommentTallyRepository } from './comment-tally.repository';
import { Comment } from './comment.entity';
import { type AddCommentInput, maxDepth } from './comment.input';
import { type CommentFault, toUserError } from './comment.messages';
import type { AddCommentPayload } from './comment.payload';
import type { CommentRepository } from './comment.repository';
import { commentTags } from './comment.tags';
import { moderate } from './moderation/moderate';
import type { ModerationPhase, Submission } from './moderation/moderation-phase';

/** What the service needs. */
export interface CommentServiceParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly articles: ArticleRepository;
  readonly comments: CommentRepository;
  readonly tallies: CommentTallyRepository;
  readonly submissions: CommentSubmissionRepository;
  readonly phases: readonly ModerationPhase[];
}

/** Where a comment is to stand, and what is wrong with that place. */
interface Place {
  /** The comment that it replies to; null for a top-level one. */
  readonly parent: Comment | null;
  readonly faults: readonly CommentFault[];
}

/** The comment that stands, or what is wrong. */
type Outcome = { readonly comment: Comment } | { readonly faults: readonly CommentFault[] };

/** Another transaction took the idempotency key first; the next attempt finds its comment. */
class SubmissionRaced extends Error {}

/** The rules of adding comments. */
export class CommentService {
  constructor(private readonly parts: CommentServiceParts) {}

  /**
   * Adds a comment, or says everything that is wrong with it.
   *
   * With an idempotency key the same input gives the first comment again, whatever has become of
   * the article since; also when both arrive at the same instant.
   * Errors: the scope's signal's reason, where nobody waits any more before the work began.
   */
  async add(scope: RequestScope, input: AddCommentInput): Promise<AddCommentPayload> {
    const checked = checkSubmission(input);
    const outcome =
      checked.faults.length > 0
        ? { faults: await this.listAllFaults(scope, checked) }
        : await this.write(scope, checked);
    if ('comment' in outcome) return { comment: outcome.comment, userErrors: [] };
    const { language } = scope;
    return {
      comment: null,
      userErrors: outcome.faults.map((fault) => toUserError(fault, language)),
    };
  }

  private async write(scope: RequestScope, checked: CheckedSubmission): Promise<Outcome> {
    try {
      return await this.parts.database.transaction(
        (transaction) => this.writeOnce(scope, transaction, checked),
        { signal: scope.signal },
      );
    } catch (error) {
      if (error instanceof SubmissionRaced) return this.write(scope, checked);
      throw error;
    }
  }

  private async writeOnce(
    scope: RequestScope,
    transaction: Transaction,
    checked: CheckedSubmission,
  ): Promise<Outcome> {
    const known = await this.findKnown(transaction, checked);
    if (known !== null) return known;
    const { submission } = checked;
    const { parent, faults } = await this.checkPlace(scope, transaction, submission);
    if (faults.length > 0) return { faults };
    const comment = this.compose(submission, parent);
    await this.parts.comments.save(transaction, comment);
    await this.claimKey(transaction, checked, comment);
    if (comment.status === CommentStatus.APPROVED) {
      await this.countIn(transaction, comment);
      transaction.announce(listShownTags(comment, parent));
    }
    return { comment };
  }

  private async findKnown(
    reads: Reads,
    { submission, idempotencyKey }: CheckedSubmission,
  ): Promise<Outcome | null> {
    if (idempotencyKey === null) return null;
    const known = await this.parts.submissions.findByKey(reads, idempotencyKey);
    if (known === null) return null;
    if (known.inputHash !== hashInput(submission)) return { faults: ['keyReused'] };
    const [comment] = await this.parts.comments.findByIds(reads, [known.commentId]);
    return comment === undefined ? { faults: ['keyReused'] } : { comment };
  }

  private async claimKey(
    transaction: Transaction,
    { submission, idempotencyKey }: CheckedSubmission,
    { id: commentId, createdAt }: Comment,
  ): Promise<void> {
    if (idempotencyKey === null) return;
    const inputHash = hashInput(submission);
    const claim = { idempotencyKey, inputHash, commentId, createdAt };
    if (!(await this.parts.submissions.saveIfNew(transaction, claim))) throw new SubmissionRaced();
  }

  private async checkPlace(
    scope: RequestScope,
    reads: Reads,
    { articleId, parentId }: Submission,
  ): Promise<Place> {
    const [article] = await this.parts.articles.findByIds(reads, [articleId]);
    if (article === undefined || !canSeeArticle(scope.viewer, article, scope.now)) {
      return { parent: null, faults: ['articleMissing'] };
    }
    const closed: CommentFault[] = article.commentsOpen ? [] : ['articleClosed'];
    if (parentId === null) return { parent: null, faults: closed };
    const [parent] = await this.parts.comments.findByIds(reads, [parentId]);
    const isThere = parent?.articleId === articleId && parent.status === CommentStatus.APPROVED;
    if (!isThere) return { parent: null, faults: [...closed, 'parentMissing'] };
    const isTooDeep = parent.depth >= maxDepth;
    return { parent, faults: isTooDeep ? [...closed, 'parentTooDeep'] : closed };
  }

  /** For input that cannot be written anyway: what is wrong with its place is told as well. */
  private async listAllFaults(
    scope: RequestScope,
    { submission, faults }: CheckedSubmission,
  ): Promise<CommentFault[]> {
    const place = await this.checkPlace(scope, this.parts.database.primary, submission);
    return [...faults, ...place.faults];
  }

  private compose(submission: Submission, parent: Comment | null): Comment {
    const now = this.parts.clock.now();
    return Object.assign(new Comment(), {
      ...submission,
      id: this.parts.ids.make('comment', now),
      depth: parent === null ? 0 : parent.depth + 1,
      status: moderate(submission, this.parts.phases).status,
      createdAt: now,
      replyCount: 0,
    });
  }

  private async countIn(transaction: Transaction, { articleId, parentId }: Comment): Promise<void> {
    const { tallies, comments } = this.parts;
    const threadCount = parentId === null ? 1 : 0;
    await tallies.add(transaction, { articleId, approvedCount: 1, threadCount });
    if (parentId !== null) await comments.countReply(transaction, parentId);
  }
}

/** What answers show of a comment: its list, its article's count, and its parent's count of replies. */
function listShownTags({ id, articleId }: Comment, parent: Comment | null): string[] {
  const own = [commentTags.comment(id), commentTags.ofArticle(articleId)];
  if (parent === null) return own;
  const ofParent = [commentTags.comment(parent.id), commentTags.ofParent(parent.id)];
  // The parent stands with its count in a list too: of its own parent, or of the article.
  const ofList = parent.parentId === null ? [] : [commentTags.ofParent(parent.parentId)];
  return [...own, ...ofParent, ...ofList];
}

function hashInput({ articleId, parentId, authorName, authorEmail, body }: Submission): string {
  const text = JSON.stringify([articleId, parentId, authorName, authorEmail, body]);
  return createHash('sha256').update(text).digest('base64url');
}
