import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../platform/database';
import type { CommentStatus } from './comment-enums';
import { DeciderKind } from './decider';

/** One decision about a comment. */
@Entity('moderation_event')
@Index('moderation_event_comment', ['commentId', 'decidedAt'])
export class ModerationEventRow {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @ForeignKey('Comment', { onDelete: 'CASCADE', name: 'moderation_event_comment_id_fkey' })
  @Column({ type: 'varchar', name: 'comment_id' })
  commentId!: string;

  @Column({ type: 'varchar' })
  status!: CommentStatus;

  /** A token's name or a subject's, `policy` or `author`: to be shown, never compared. */
  @Column({ type: 'varchar', name: 'decided_by' })
  decidedBy!: string;

  @Column({ type: 'varchar', name: 'decider_kind', default: DeciderKind.TOKEN })
  deciderKind!: DeciderKind;

  /** What a moderator wrote for the author; null for nothing. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ ...instantColumn, name: 'decided_at' })
  decidedAt!: Date;
}
