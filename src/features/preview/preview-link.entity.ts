import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../platform/database';

/** A secret link to an article's newest save; only the secret's hash is stored. */
@Entity('preview_link')
@Index('preview_link_token', ['tokenHash'], { unique: true })
@Index('preview_link_article', ['articleId', 'expiresAt'])
export class PreviewLinkRow {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @ForeignKey('Article', { onDelete: 'CASCADE', name: 'preview_link_article_id_fkey' })
  @Column({ type: 'varchar', name: 'article_id' })
  articleId!: string;

  @Column({ type: 'varchar', name: 'token_hash' })
  tokenHash!: string;

  @Column({ ...instantColumn, name: 'expires_at' })
  expiresAt!: Date;

  @Column({ ...instantColumn, name: 'created_at' })
  createdAt!: Date;
}
