import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** That an article, or a revision of it that is kept, shows a file. */
@Entity('image_file_use')
@Index('image_file_use_article', ['articleId'])
export class ImageFileUse {
  @ForeignKey('ImageFile', { onDelete: 'CASCADE', name: 'image_file_use_file_id_fkey' })
  @PrimaryColumn({ type: 'varchar', name: 'file_id' })
  fileId!: string;

  @ForeignKey('Article', { onDelete: 'CASCADE', name: 'image_file_use_article_id_fkey' })
  @PrimaryColumn({ type: 'varchar', name: 'article_id' })
  articleId!: string;
}
