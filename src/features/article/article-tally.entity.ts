import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredArticleStatus } from './article.entity';

/**
 * How many articles there are of a kind, updated in the transaction that changes it.
 *
 * Each article is counted four times: in all, of its locale, of its byline, and of both.
 */
@Entity('article_tally')
export class ArticleTally {
  /** Empty for every locale. */
  @PrimaryColumn({ type: 'varchar' })
  locale!: string;

  /** An equals sign and the byline; empty for every one and for none. */
  @PrimaryColumn({ type: 'varchar' })
  byline!: string;

  /** A planned article is counted as PUBLISHED: what the clock does is no change of a row. */
  @PrimaryColumn({ type: 'varchar' })
  status!: StoredArticleStatus;

  @Column({ type: 'integer', name: 'article_count' })
  articleCount!: number;
}
