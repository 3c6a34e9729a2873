import { type Dialect, EntityMapper, labelled, type Transaction } from '../../platform/database';
import { ModerationEventRow } from './moderation-event.entity';

/** Decisions about comments. */
export class ModerationEventRepository {
  /** The decisions about comments, the oldest first. Cost: one statement. */
  readonly listByCommentIds;
  private readonly mapper = new EntityMapper(ModerationEventRow);
  private readonly insert;
  private readonly forgetting;

  constructor(dialect: Dialect) {
    this.listByCommentIds = this.mapper.listBy('moderationEvent.listByCommentIds', dialect, {
      column: 'comment_id',
      order: 'o.decided_at, o.id',
    });
    this.insert = this.mapper.insertAll('moderationEvent.insert', dialect);
    this.forgetting = labelled(
      'moderationEvent.forgetReasons',
      `UPDATE moderation_event SET reason = NULL
       WHERE reason IS NOT NULL AND ${dialect.isOneOf('comment_id', '$1')}`,
    );
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
