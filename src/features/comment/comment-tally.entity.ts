import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How many public comments an article has, updated in the transaction that adds one. */
@Entity('comment_tally')
export class CommentTally {
  @ForeignKey('Article', { onDelete: 'CASCADE', name: 'comment_tally_article_id_fkey' })
  @PrimaryColumn({ type: 'varchar', name: 'article_id' })
  articleId!: string;

  /** All of them, replies included. */
  @Column({ type: 'integer', name: 'approved_count' })
  approvedCount!: number;

  /** Top-level ones. */
  @Column({ type: 'integer', name: 'thread_count' })
  threadCount!: number;
}
