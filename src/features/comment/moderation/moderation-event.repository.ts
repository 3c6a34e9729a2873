import {
  type Dialect,
  EntityMapper,
  labelled,
  type Reads,
  selection,
  type Transaction,
} from '../../../platform/database';
import { ModerationEventRow } from './moderation-event.entity';

/** Decisions about comments. */
export class ModerationEventRepository {
  private readonly mapper = new EntityMapper(ModerationEventRow);
  private readonly byCommentIds;
  private readonly insert;

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
    ]);
    this.insert = labelled(
      'moderationEvent.insert',
      `INSERT INTO moderation_event (id, comment_id, status, decided_by, decided_at)
       SELECT d.id, d.comment_id, d.status, d.decided_by, d.decided_at FROM ${rows}`,
    );
  }

  /** The decisions about comments, the oldest first. Cost: one statement. */
  async listByCommentIds(reads: Reads, ids: readonly string[]): Promise<ModerationEventRow[]> {
    const rows = await reads.select(this.byCommentIds, [ids]);
    return rows.map((row) => this.mapper.fromRow(row));
  }

  /** Keeps decisions. Cost: one statement. */
  async saveAll(transaction: Transaction, events: readonly ModerationEventRow[]): Promise<void> {
    const rows = events.map(({ id, commentId, status, decidedBy, decidedAt }) => [
      ...[id, commentId, status, decidedBy, decidedAt.getTime()],
    ]);
    await transaction.execute(this.insert, [JSON.stringify(rows)]);
  }
}
