import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  selection,
  type Transaction,
} from '../../platform/database';
import { ModerationEventRow } from './moderation-event.entity';

/** Decisions about comments. */
export class ModerationEventRepository {
  private readonly mapper = new EntityMapper(ModerationEventRow);
  private readonly byCommentIds;
  private readonly insert;
  private readonly forgetting;

  constructor(dialect: Dialect) {
    this.byCommentIds = selection(
      'moderationEvent.listByCommentIds',
      this.mapper.columns('e'),
      (list) => `SELECT ${list} FROM moderation_event e
        WHERE ${dialect.isOneOf('e.comment_id', '$1')} ORDER BY e.decided_at, e.id`,
    );
    const rows = dialect.jsonRows('$1', 'd', [
      { name: 'id', type: 'text' },
      { name: 'comment_id', type: 'text' },
      { name: 'status', type: 'text' },
      { name: 'decided_by', type: 'text' },
      { name: 'decided_at', type: 'bigint' },
      { name: 'decider_kind', type: 'text' },
      { name: 'reason', type: 'text' },
    ]);
    this.insert = labelled(
      'moderationEvent.insert',
      `INSERT INTO moderation_event
         (id, comment_id, status, decided_by, decided_at, decider_kind, reason)
       SELECT d.id, d.comment_id, d.status, d.decided_by, d.decided_at, d.decider_kind, d.reason
       FROM ${rows}`,
    );
    this.forgetting = labelled(
      'moderationEvent.forgetReasons',
      `UPDATE moderation_event SET reason = NULL
       WHERE reason IS NOT NULL AND ${dialect.isOneOf('comment_id', '$1')}`,
    );
  }

  /** The decisions about comments, the oldest first. Cost: one statement. */
  async listByCommentIds(reads: Queryable, ids: readonly string[]): Promise<ModerationEventRow[]> {
    const rows = await reads.select(this.byCommentIds, [ids]);
    return rows.map((row) => this.mapper.fromRow(row));
  }

  /** Keeps decisions. Cost: one statement. */
  async saveAll(transaction: Transaction, events: readonly ModerationEventRow[]): Promise<void> {
    const rows = events.map(
      ({ id, commentId, status, decidedBy, decidedAt, deciderKind, reason }) => [
        ...[id, commentId, status, decidedBy, decidedAt.getTime(), deciderKind, reason],
      ],
    );
    await transaction.execute(this.insert, [JSON.stringify(rows)]);
  }

  /** Deletes what moderators wrote to the authors of comments. Cost: one statement. */
  async forgetReasons(transaction: Transaction, commentIds: readonly string[]): Promise<void> {
    await transaction.execute(this.forgetting, [commentIds]);
  }
}
