import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../platform/database';

/** What a comment said before an edit. */
@Entity('comment_revision')
export class CommentRevision {
  @ForeignKey('Comment', { onDelete: 'CASCADE', name: 'comment_revision_comment_id_fkey' })
  @PrimaryColumn({ type: 'varchar', name: 'comment_id' })
  commentId!: string;

  /** From 0, the text as it was sent. */
  @PrimaryColumn({ type: 'integer' })
  revision!: number;

  @Column({ type: 'text' })
  body!: string;

  @Column({ ...instantColumn, name: 'written_at' })
  writtenAt!: Date;
}
