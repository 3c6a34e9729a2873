import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { flagColumn, instantColumn } from '../../platform/database';

/**
 * A tag of an article, with copies of what decides whether and where the article is listed, so that
 * a tag’s articles are read from one index.
 */
@Entity('article_tag')
@Index('article_tag_timeline', ['tagId', 'status', 'timelineAt', 'articleId'])
@Index('article_tag_due', ['timelineAt', 'tagId'], {
  where: `status = 'PUBLISHED' AND NOT is_public`,
})
@Index('article_tag_unpublish', ['unpublishAt', 'tagId'], {
  where: 'is_public AND unpublish_at IS NOT NULL',
})
export class ArticleTag {
  @ForeignKey('Article', { onDelete: 'CASCADE', name: 'article_tag_article_id_fkey' })
  @PrimaryColumn({ type: 'varchar', name: 'article_id' })
  articleId!: string;

  @ForeignKey('Tag', { onDelete: 'CASCADE', name: 'article_tag_tag_id_fkey' })
  @PrimaryColumn({ type: 'varchar', name: 'tag_id' })
  tagId!: string;

  /** Place among the article’s tags; of two the lower is the earlier. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'varchar' })
  status!: string;

  @Column({ ...instantColumn, name: 'timeline_at' })
  timelineAt!: Date;

  @Column({ ...instantColumn, name: 'unpublish_at', nullable: true })
  unpublishAt!: Date | null;

  @Column({ ...flagColumn, name: 'is_public' })
  isPublic!: boolean;
}
