import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../platform/database';

/** A slug that an article once had: addresses that were shared with it go on answering. */
@Entity('former_slug')
@Index('former_slug_key', ['slugKey'])
@Index('former_slug_article', ['articleId'])
export class FormerSlug {
  @PrimaryColumn({ type: 'varchar' })
  slug!: string;

  /** The slug folded. */
  @Column({ type: 'varchar', name: 'slug_key' })
  slugKey!: string;

  @ForeignKey('Article', { onDelete: 'CASCADE', name: 'former_slug_article_id_fkey' })
  @Column({ type: 'varchar', name: 'article_id' })
  articleId!: string;

  @Column({ ...instantColumn, name: 'replaced_at' })
  replacedAt!: Date;
}
