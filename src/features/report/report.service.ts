import type { Clock } from '../../platform/clock';
import type { Database, Transaction } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import type { RequestScope } from '../../platform/request';
import { type Comment, commentEvents, type CommentFeature } from '../comment';
import type { CommenterFeature } from '../commenter';
import { checkText, type CommentFault, toUserError } from '../submission';
import type { CommentReportRepository } from './comment-report.repository';
import type { ReportCommentInput, ReportCommentPayload } from './report.input';

/** What the service needs. */
export interface ReportServiceDependencies
  extends
    Pick<CommentFeature, 'comments' | 'changes' | 'places'>,
    Pick<CommenterFeature, 'privacy'> {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly reports: CommentReportRepository;
}

/** Reports of one comment that wait at most: more would tell a moderator nothing new. */
const maxOpenReports = 100;

type Outcome = { readonly comment: Comment } | { readonly faults: readonly CommentFault[] };

/** Takes readers' reports of comments. */
export class ReportService {
  constructor(private readonly dependencies: ReportServiceDependencies) {}

  /**
   * Puts a public comment before the moderators.
   *
   * Nothing that readers see changes. A second report from the same network on the same day, and
   * any beyond a hundred that wait, are accepted and dropped.
   */
  async report(scope: RequestScope, input: ReportCommentInput): Promise<ReportCommentPayload> {
    const { text: note, fault } = checkText('note', input.note ?? '');
    const ownFaults = fault === null ? [] : [fault];
    const outcome = await this.dependencies.database.transaction(
      (transaction) => this.write(scope, transaction, input, note, ownFaults),
      { signal: scope.signal },
    );
    if ('comment' in outcome) return { comment: outcome.comment, userErrors: [] };
    const userErrors = outcome.faults.map((fault) => toUserError(fault, scope.language));
    return { comment: null, userErrors };
  }

  private async write(
    scope: RequestScope,
    transaction: Transaction,
    { commentId, reason }: ReportCommentInput,
    note: string,
    ownFaults: readonly CommentFault[],
  ): Promise<Outcome> {
    const { comments, places, reports, changes, privacy, clock, ids } = this.dependencies;
    const [comment] = await comments.lockByIds(transaction, [commentId]);
    if (comment === undefined || !(await places.isReadable(scope, transaction, comment))) {
      return { faults: ['commentMissing', ...ownFaults] };
    }
    if (ownFaults.length > 0) return { faults: ownFaults };
    // A notice stands in its place: there is nothing left to report.
    if (comment.isWithdrawn) return { faults: ['commentClosed'] };
    const openCount = await reports.readOpenCount(transaction, commentId);
    if (openCount >= maxOpenReports) return { comment };
    const createdAt = clock.now();
    const isNew = await reports.saveIfNew(transaction, {
      id: ids.make('report', createdAt),
      commentId,
      reason,
      createdAt,
      note: note === '' ? null : note,
      reporterHash: privacy.hashAddress(scope.clientAddress ?? null, createdAt),
      resolvedAt: null,
    });
    if (!isNew) return { comment };
    await changes.countReport(transaction, commentId);
    if (openCount === 0) {
      commentEvents.queued.publish(transaction, { commentId, articleId: comment.articleId });
    }
    return { comment };
  }
}
