import type { Clock } from '../../platform/clock';
import type { Database, Transaction } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import type { RequestScope } from '../../platform/request';
import {
  type Comment,
  CommentChangeKind,
  commentEvents,
  type CommentFeature,
  commentTags,
} from '../comment';
import { CommentStatus, type DecisionFeature, toDecider } from '../decision';
import type { ReportFeature } from '../report';
import { checkText, type CommentFault, maxModerated, toUserError } from '../submission';
import {
  type ModerateCommentsInput,
  type ModeratedCommentInput,
  ModerationDecision,
} from './moderation.input';
import type { ModerateCommentsPayload } from './moderation.payload';

/** What the service needs. */
export interface ModerationServiceDependencies
  extends
    Pick<CommentFeature, 'comments' | 'changes' | 'counts'>,
    Pick<ReportFeature, 'reports'>,
    Pick<DecisionFeature, 'events'> {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
}

/** What is wrong, and where in `input.comments`. */
interface Refusal {
  readonly fault: CommentFault;
  readonly path: readonly (string | number)[];
}

/** A decision, and the reason that the authors read. */
interface Taken {
  readonly status: CommentStatus;
  readonly reason: string | null;
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
  constructor(private readonly dependencies: ModerationServiceDependencies) {}

  /**
   * Gives many comments one status, all or none; what was reported of them counts as decided.
   *
   * A reply may be approved while the comment above it is hidden: it shows once that is public too,
   * in whatever order they are decided about.
   * Cost: nine statements at most, whatever the number of comments.
   */
  async moderate(
    scope: RequestScope,
    { comments, decision, reason }: ModerateCommentsInput,
  ): Promise<ModerateCommentsPayload> {
    const { text, fault } = checkText('reason', reason ?? '');
    if (fault !== null) return { comments: [], userErrors: [toUserError(fault, scope.language)] };
    const taken = { status: decided[decision], reason: text === '' ? null : text };
    const outcome = await this.decideAll(scope, comments, taken);
    if ('comments' in outcome) return { comments: [...outcome.comments], userErrors: [] };
    const userErrors = outcome.refusals.map(({ fault, path }) =>
      toUserError(fault, scope.language, ['input', 'comments', ...path]),
    );
    return { comments: [], userErrors };
  }

  private async decideAll(
    scope: RequestScope,
    targets: readonly ModeratedCommentInput[],
    taken: Taken,
  ): Promise<Outcome> {
    if (targets.length === 0) return { refusals: [{ fault: 'noComments', path: [] }] };
    if (new Set(targets.map(({ id }) => id)).size > maxModerated) {
      return { refusals: [{ fault: 'tooManyComments', path: [] }] };
    }
    return this.dependencies.database.transaction(
      (transaction) => this.decideOnce(scope, transaction, targets, taken),
      { signal: scope.signal },
    );
  }

  private async decideOnce(
    scope: RequestScope,
    transaction: Transaction,
    targets: readonly ModeratedCommentInput[],
    taken: Taken,
  ): Promise<Outcome> {
    const { status } = taken;
    const { comments, changes, reports } = this.dependencies;
    const ids = [...new Set(targets.map(({ id }) => id))];
    const named = await comments.findByIds(transaction, ids);
    const parentIds = named.map(({ parentId }) => parentId).filter((id) => id !== null);
    // Parents too, since their counters change: every transaction takes its rows in one order.
    const locked = await comments.lockByIds(transaction, [...new Set([...ids, ...parentIds])]);
    const byId = new Map(locked.map((comment) => [comment.id, comment]));
    const refusals = targets.flatMap((target, index) => refuse(target, byId.get(target.id), index));
    if (refusals.length > 0) return { refusals };
    const before = ids.map((id) => byId.get(id)).filter((comment) => comment !== undefined);
    await changes.decide(transaction, ids, status);
    await this.dependencies.counts.apply(
      transaction,
      before.map((comment) => ({ comment, from: comment.status, to: status })),
    );
    const now = this.dependencies.clock.now();
    await reports.resolve(transaction, ids, now);
    await this.keepHistory(scope, transaction, before, taken, now);
    this.publish(transaction, before, byId, status);
    return { comments: await this.readBack(transaction, ids) };
  }

  private async keepHistory(
    { viewer }: RequestScope,
    transaction: Transaction,
    comments: readonly Comment[],
    { status, reason }: Taken,
    decidedAt: Date,
  ): Promise<void> {
    const { ids, events } = this.dependencies;
    const decider = toDecider(viewer);
    await events.saveAll(
      transaction,
      comments.map(({ id: commentId }) => ({
        ...decider,
        commentId,
        status,
        decidedAt,
        reason,
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
      transaction.invalidate(commentTags.ofShown(comment, parent));
      const isPlacePublic =
        parent === null || parent.status === CommentStatus.APPROVED || decidedIds.has(parent.id);
      if (!isPlacePublic) continue;
      const facts = { commentId: comment.id, articleId: comment.articleId };
      if (status === CommentStatus.APPROVED) {
        commentEvents.approved.publish(transaction, facts);
      } else if (comment.status === CommentStatus.APPROVED) {
        commentEvents.changed.publish(transaction, { ...facts, kind: CommentChangeKind.REMOVED });
      }
    }
  }

  /** In the order asked, with the counters that the batch itself changed. */
  private async readBack(transaction: Transaction, ids: readonly string[]): Promise<Comment[]> {
    const written = await this.dependencies.comments.findByIds(transaction, ids);
    const byId = new Map(written.map((comment) => [comment.id, comment]));
    return ids.map((id) => byId.get(id)).filter((comment) => comment !== undefined);
  }
}

/** Judges the locked row: an edit that came first has raised the revision by now. */
function refuse(
  { revision }: ModeratedCommentInput,
  comment: Comment | undefined,
  index: number,
): Refusal[] {
  if (comment === undefined) return [{ fault: 'commentMissing', path: [index, 'id'] }];
  // There is nothing left to decide about: a notice stands in its place.
  if (comment.isWithdrawn) return [{ fault: 'commentWithdrawn', path: [index, 'id'] }];
  if (comment.revision === revision) return [];
  return [{ fault: 'revisionStale', path: [index, 'revision'] }];
}
