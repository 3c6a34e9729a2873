import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../platform/database';
import type { ReportReason } from './report-reason';

/** A reader's report of a comment. */
@Entity('comment_report')
@Index('comment_report_comment', ['commentId', 'createdAt'])
@Index('comment_report_reporter', ['commentId', 'reporterHash'], { unique: true })
export class CommentReportRow {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @ForeignKey('Comment', { onDelete: 'CASCADE', name: 'comment_report_comment_id_fkey' })
  @Column({ type: 'varchar', name: 'comment_id' })
  commentId!: string;

  @Column({ type: 'varchar' })
  reason!: ReportReason;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ ...instantColumn, name: 'created_at' })
  createdAt!: Date;

  /** Tells a second report from the same address on the same day. */
  @Column({ type: 'varchar', name: 'reporter_hash', nullable: true })
  reporterHash!: string | null;

  /** When a moderator decided about the comment after it; null while it waits. */
  @Column({ ...instantColumn, name: 'resolved_at', nullable: true })
  resolvedAt!: Date | null;
}
