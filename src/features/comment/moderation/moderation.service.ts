import type { Clock } from '../../../platform/clock';
import type { Database, Transaction } from '../../../platform/database';
import type { IdMaker } from '../../../platform/ids';
import type { RequestScope } from '../../access';
import { maxModerated } from '../comment-bounds';
import type { CommentChangeRepository } from '../comment-change.repository';
import type { CommentCounts } from '../comment-counts.service';
import { CommentStatus } from '../comment-enums';
import type { Comment } from '../comment.entity';
import { commentApproved } from '../comment.events';
import { type CommentFault, toUserError } from '../comment.messages';
import type { CommentRepository } from '../comment.repository';
import { listShownTags } from '../comment.tags';
import type { CommentReportRepository } from '../reports/comment-report.repository';
import type { ModerationEventRepository } from './moderation-event.repository';
import { type ModerateCommentsInput, ModerationDecision } from './moderation.input';
import type { ModerateCommentsPayload } from './moderation.payload';

/** What the service needs. */
export interface ModerationServiceParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly comments: CommentRepository;
  readonly changes: CommentChangeRepository;
  readonly counts: CommentCounts;
  readonly reports: CommentReportRepository;
  readonly events: ModerationEventRepository;
}

/** What is wrong with one of the ids; null for the list as a whole. */
interface Refusal {
  readonly fault: CommentFault;
  readonly index: number | null;
}

type Outcome =
  { readonly comments: readonly Comment[] } | { readonly refusals: readonly Refusal[] };

const decided: Record<ModerationDecision, CommentStatus> = {
  [ModerationDecision.APPROVE]: CommentStatus.APPROVED,
  [ModerationDecision.REJECT]: CommentStatus.REJECTED,
  [ModerationDecision.SPAM]: CommentStatus.SPAM,
};

/** Decides about comments. */
export class ModerationService {
  constructor(private readonly parts: ModerationServiceParts) {}

  /**
   * Gives many comments one status, all or none; what was reported of them counts as decided.
   *
   * A reply may be approved while the comment above it is hidden: it shows once that is public too,
   * in whatever order they are decided about.
   * Cost: nine statements at most, whatever the number of comments.
   */
  async moderate(
    scope: RequestScope,
    { commentIds, decision }: ModerateCommentsInput,
  ): Promise<ModerateCommentsPayload> {
    const ids = [...new Set(commentIds)];
    const outcome = await this.decideAll(scope, ids, decided[decision]);
    if ('comments' in outcome) return { comments: [...outcome.comments], userErrors: [] };
    const userErrors = outcome.refusals.map(({ fault, index }) => {
      const path = ['input', 'commentIds', ...(index === null ? [] : [index])];
      return toUserError(fault, scope.language, path);
    });
    return { comments: [], userErrors };
  }

  private async decideAll(
    scope: RequestScope,
    ids: readonly string[],
    status: CommentStatus,
  ): Promise<Outcome> {
    if (ids.length === 0) return { refusals: [{ fault: 'noComments', index: null }] };
    if (ids.length > maxModerated) {
      return { refusals: [{ fault: 'tooManyComments', index: null }] };
    }
    return this.parts.database.transaction(
      (transaction) => this.decideOnce(scope, transaction, ids, status),
      { signal: scope.signal },
    );
  }

  private async decideOnce(
    scope: RequestScope,
    transaction: Transaction,
    ids: readonly string[],
    status: CommentStatus,
  ): Promise<Outcome> {
    const { comments, changes, reports } = this.parts;
    const named = await comments.findByIds(transaction, ids);
    const parentIds = named.map(({ parentId }) => parentId).filter((id) => id !== null);
    // Parents too, since their counters change: every transaction takes its rows in one order.
    const locked = await comments.lockByIds(transaction, [...new Set([...ids, ...parentIds])]);
    const byId = new Map(locked.map((comment) => [comment.id, comment]));
    const refusals = ids.flatMap((id, index) => refuse(byId.get(id), status, index));
    if (refusals.length > 0) return { refusals };
    const before = ids.map((id) => byId.get(id)).filter((comment) => comment !== undefined);
    await changes.decide(transaction, ids, status);
    await this.parts.counts.apply(
      transaction,
      before.map((comment) => ({ comment, from: comment.status, to: status })),
    );
    const now = this.parts.clock.now();
    await reports.resolve(transaction, ids, now);
    await this.keepHistory(scope, transaction, before, status, now);
    this.publish(transaction, before, byId, status);
    return { comments: await this.readBack(transaction, ids) };
  }

  private async keepHistory(
    { viewer }: RequestScope,
    transaction: Transaction,
    comments: readonly Comment[],
    status: CommentStatus,
    decidedAt: Date,
  ): Promise<void> {
    const { ids, events } = this.parts;
    const decidedBy = viewer.tokenName ?? viewer.role;
    await events.saveAll(
      transaction,
      comments.map(({ id: commentId }) => ({
        ...{ commentId, status, decidedBy, decidedAt },
        id: ids.make('decision', decidedAt),
      })),
    );
  }

  private publish(
    transaction: Transaction,
    before: readonly Comment[],
    byId: ReadonlyMap<string, Comment>,
    status: CommentStatus,
  ): void {
    const decidedIds = new Set(before.map(({ id }) => id));
    for (const comment of before) {
      if (comment.status === status) continue;
      const parent = comment.parentId === null ? null : (byId.get(comment.parentId) ?? null);
      transaction.announce(listShownTags(comment, parent));
      if (status !== CommentStatus.APPROVED) continue;
      const isPlacePublic =
        parent === null || parent.status === CommentStatus.APPROVED || decidedIds.has(parent.id);
      const { id: commentId, articleId } = comment;
      if (isPlacePublic) commentApproved.publish(transaction, { commentId, articleId });
    }
  }

  /** In the order asked, with the counters that the batch itself changed. */
  private async readBack(transaction: Transaction, ids: readonly string[]): Promise<Comment[]> {
    const written = await this.parts.comments.findByIds(transaction, ids);
    const byId = new Map(written.map((comment) => [comment.id, comment]));
    return ids.map((id) => byId.get(id)).filter((comment) => comment !== undefined);
  }
}

function refuse(comment: Comment | undefined, status: CommentStatus, index: number): Refusal[] {
  if (comment === undefined) return [{ fault: 'commentMissing', index }];
  // There is nothing left to show of it.
  const isGone = comment.isWithdrawn && comment.status !== CommentStatus.APPROVED;
  if (isGone && status === CommentStatus.APPROVED) return [{ fault: 'commentWithdrawn', index }];
  return [];
}
