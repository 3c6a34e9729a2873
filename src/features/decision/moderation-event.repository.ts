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
    this.insert = this.mapper.insertAll('moderationEvent.insert', dialect);
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

  /** Stores decisions. Cost: one statement, or none for nothing. */
  async saveAll(transaction: Transaction, events: readonly ModerationEventRow[]): Promise<void> {
    if (events.length === 0) return;
    await transaction.execute(this.insert, [this.mapper.toRows(events)]);
  }

  /** Deletes what moderators wrote to the authors of comments. Cost: one statement. */
  async forgetReasons(transaction: Transaction, commentIds: readonly string[]): Promise<void> {
    await transaction.execute(this.forgetting, [commentIds]);
  }
}
