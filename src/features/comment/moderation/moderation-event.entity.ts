import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../../platform/database';
import type { CommentStatus } from '../comment-enums';

/** Who is named for what no person decided. */
export const decidedByPolicy = 'policy';
/** Who is named for what the comment's author did with the receipt. */
export const decidedByAuthor = 'author';

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

  /** A token's name, `policy` or `author`. */
  @Column({ type: 'varchar', name: 'decided_by' })
  decidedBy!: string;

  @Column({ ...instantColumn, name: 'decided_at' })
  decidedAt!: Date;
}
