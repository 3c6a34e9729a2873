import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../platform/database';

/** One save of an article: a whole, immutable snapshot. */
@Entity('article_revision')
@Index('article_revision_version', ['articleId', 'version'], { unique: true })
export class ArticleRevisionRow {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @ForeignKey('Article', { onDelete: 'CASCADE', name: 'article_revision_article_id_fkey' })
  @Column({ type: 'varchar', name: 'article_id' })
  articleId!: string;

  /** The article's `editingVersion` as of this save; pages are cut by it, as by an instant. */
  @Column({
    type: 'bigint',
    transformer: { from: Number, to: (version: number) => version },
  })
  version!: number;

  /** The content as JSON text, in the order that the hash is made of. */
  @Column({ type: 'text' })
  content!: string;

  /** Equal where two saves say the same; the same on both databases. */
  @Column({ type: 'varchar', name: 'content_hash' })
  contentHash!: string;

  /** What the editor wrote for other editors. */
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  /** A token's name or an OpenID subject; null where nobody is known. */
  @Column({ type: 'varchar', name: 'edited_by', nullable: true })
  editedBy!: string | null;

  @Column({ ...instantColumn, name: 'edited_at' })
  editedAt!: Date;
}
