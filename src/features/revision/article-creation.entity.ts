import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../platform/database';

/** An idempotency key of `createArticle`: the same key again gives the article that it made. */
@Entity('article_creation')
@Index('article_creation_article', ['articleId'])
export class ArticleCreation {
  /** Keys of two editors are never the same. */
  @PrimaryColumn({ type: 'varchar', name: 'created_by' })
  createdBy!: string;

  @PrimaryColumn({ type: 'varchar', name: 'idempotency_key' })
  idempotencyKey!: string;

  @Column({ type: 'varchar', name: 'input_hash' })
  inputHash!: string;

  @ForeignKey('Article', { onDelete: 'CASCADE', name: 'article_creation_article_id_fkey' })
  @Column({ type: 'varchar', name: 'article_id' })
  articleId!: string;

  @Column({ ...instantColumn, name: 'created_at' })
  createdAt!: Date;
}
