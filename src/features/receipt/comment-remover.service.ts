import type { Transaction } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import type { ArticleFeature } from '../article';
import {
  type Comment,
  CommentChangeKind,
  commentEvents,
  type CommentFeature,
  commentTags,
} from '../comment';
import { CommentStatus, type Decider, type DecisionFeature } from '../decision';
import type { ReportFeature } from '../report';
import { describeWithdrawn } from './withdrawn-notice';

/** What the remover needs. */
export interface CommentRemoverDependencies
  extends
    DecisionFeature,
    Pick<CommentFeature, 'changes' | 'idempotencyKeys' | 'revisions'>,
    Pick<ReportFeature, 'reports'> {
  readonly ids: IdMaker;
  readonly articles: ArticleFeature['articles'];
}

/** How comments are taken back. */
export interface Removal {
  /** Who is named in the history. */
  readonly decider: Decider;
  readonly now: Date;
  /** Whether the receipts are to open nothing any more. */
  readonly isErasure: boolean;
}

/**
 * Takes away what comments said and who said it, and keeps threads whole.
 *
 * What was public stays in its place with a notice, so no counter changes; what waited is refused,
 * since there is nothing left to decide about. The history of decisions stays.
 */
export class CommentRemover {
  constructor(private readonly dependencies: CommentRemoverDependencies) {}

  /** Shape: locked comments. Cost: eight statements, whatever their number. */
  async remove(
    transaction: Transaction,
    comments: readonly Comment[],
    { decider, now, isErasure }: Removal,
  ): Promise<void> {
    const { ids, changes, findings, events, reports, revisions, idempotencyKeys } =
      this.dependencies;
    const commentIds = comments.map(({ id }) => id);
    const redactions = await this.composeRedactions(transaction, comments);
    await changes.redact(transaction, redactions, { isErasure });
    await revisions.deleteByCommentIds(transaction, commentIds);
    await findings.deleteByCommentIds(transaction, commentIds);
    await reports.deleteByCommentIds(transaction, commentIds);
    await idempotencyKeys.forgetInputs(transaction, commentIds);
    await events.forgetReasons(transaction, commentIds);
    await events.saveAll(
      transaction,
      redactions.map(({ id: commentId, status }) => ({
        ...decider,
        commentId,
        status,
        decidedAt: now,
        reason: null,
        id: ids.make('decision', now),
      })),
    );
    transaction.invalidate(comments.flatMap(listTags));
    for (const { id: commentId, articleId, status, isWithdrawn } of comments) {
      if (status !== CommentStatus.APPROVED || isWithdrawn) continue;
      const kind = CommentChangeKind.WITHDRAWN;
      commentEvents.changed.publish(transaction, { commentId, articleId, kind });
    }
  }

  private async composeRedactions(transaction: Transaction, comments: readonly Comment[]) {
    const articleIds = [...new Set(comments.map(({ articleId }) => articleId))];
    const articles = await this.dependencies.articles.findByIds(transaction, articleIds);
    const locales = new Map(articles.map(({ id, locale }) => [id, locale]));
    return comments.map(({ id, articleId, status }) => ({
      id,
      ...describeWithdrawn(locales.get(articleId) ?? 'en'),
      status: status === CommentStatus.PENDING ? CommentStatus.REJECTED : status,
    }));
  }
}

/** Only the comment itself shows anything else; its lists show it. */
function listTags({ id, articleId, parentId }: Comment): string[] {
  const list =
    parentId === null ? commentTags.ofArticle(articleId) : commentTags.ofParent(parentId);
  return [commentTags.comment(id), list];
}
