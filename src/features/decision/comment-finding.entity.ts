import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CommentField, CommentStatus } from './comment-enums';
import type { ReasonCode } from './reasons';

/** What one phase held against one state of a comment. */
@Entity('comment_finding')
export class CommentFinding {
  @ForeignKey('Comment', { onDelete: 'CASCADE', name: 'comment_finding_comment_id_fkey' })
  @PrimaryColumn({ type: 'varchar', name: 'comment_id' })
  commentId!: string;

  /** Which state of the comment: 0 as it was sent, 1 after its first edit. */
  @PrimaryColumn({ type: 'integer' })
  revision!: number;

  @PrimaryColumn({ type: 'integer' })
  position!: number;

  @Column({ type: 'varchar' })
  phase!: string;

  @Column({ type: 'varchar' })
  verdict!: CommentStatus;

  @Column({ type: 'varchar' })
  reason!: ReasonCode;

  @Column({ type: 'text', nullable: true })
  detail!: string | null;

  @Column({ type: 'varchar', nullable: true })
  field!: CommentField | null;

  @Column({ type: 'integer', name: 'range_start', nullable: true })
  rangeStart!: number | null;

  @Column({ type: 'integer', name: 'range_end', nullable: true })
  rangeEnd!: number | null;

  @Column({ type: 'varchar', name: 'rule_version' })
  ruleVersion!: string;
}
