import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  selection,
  type Transaction,
} from '../../platform/database';
import { ArticleTag } from './article-tag.entity';
import { Tag } from './tag.entity';

/** Where an article stands, as far as lists of a tag's articles go by it. */
export type EntryStanding = Pick<
  ArticleTag,
  'articleId' | 'status' | 'timelineAt' | 'unpublishAt' | 'isPublic'
>;

/** A tag of an article. */
export interface TagOfArticle {
  readonly articleId: string;
  readonly tag: Tag;
}

/** Rows that say which articles have which tags. */
export class ArticleTagRepository {
  private readonly mapper = new EntityMapper(ArticleTag);
  private readonly tagMapper = new EntityMapper(Tag);
  private readonly tags;
  private readonly entries;
  private readonly insertion;
  private readonly following;
  private readonly repeatedRemoval;
  private readonly moving;
  private readonly removal = labelled(
    'articleTag.removeByArticleId',
    'DELETE FROM article_tag WHERE article_id = $1',
  );

  constructor(dialect: Dialect) {
    const isOfArticle = dialect.isOneOf('x.article_id', '$1');
    this.tags = selection(
      'articleTag.listTags',
      ['x.article_id', ...this.tagMapper.columns('t')],
      (list) => `SELECT ${list} FROM article_tag x JOIN tag t ON t.id = x.tag_id
        WHERE ${isOfArticle} ORDER BY x.article_id, x.position`,
    );
    this.entries = selection(
      'articleTag.listEntries',
      this.mapper.columns('x'),
      (list) => `SELECT ${list} FROM article_tag x WHERE ${isOfArticle}
        ORDER BY x.article_id, x.position`,
    );
    this.insertion = this.mapper.insertAll('articleTag.insert', dialect);
    const standings = dialect.jsonRows('$1', 'r', [
      { name: 'article_id', type: 'text' },
      { name: 'status', type: 'text' },
      { name: 'timeline_at', type: 'bigint' },
      { name: 'unpublish_at', type: 'bigint' },
      { name: 'is_public', type: 'boolean' },
    ]);
    this.following = labelled(
      'articleTag.follow',
      `UPDATE article_tag SET status = r.status, timeline_at = r.timeline_at,
         unpublish_at = r.unpublish_at, is_public = r.is_public
       FROM ${standings} WHERE article_tag.article_id = r.article_id`,
    );
    this.repeatedRemoval = labelled(
      'articleTag.removeRepeated',
      `DELETE FROM article_tag WHERE ${dialect.isOneOf('tag_id', '$1')} AND EXISTS (
         SELECT 1 FROM article_tag o WHERE o.article_id = article_tag.article_id
           AND ${dialect.isOneOf('o.tag_id', '$1')} AND o.position < article_tag.position)`,
    );
    this.moving = labelled(
      'articleTag.move',
      `UPDATE article_tag SET tag_id = $1 WHERE ${dialect.isOneOf('tag_id', '$2')}`,
    );
  }

  /** The tags of articles, each in the editor's order. Cost: one statement. */
  async listTags(reads: Queryable, articleIds: readonly string[]): Promise<TagOfArticle[]> {
    const rows = await reads.select(this.tags, [articleIds]);
    return rows.map(([articleId, ...row]) => ({
      articleId: String(articleId),
      tag: this.tagMapper.fromRow(row),
    }));
  }

  /** The entries of articles, each in the editor's order. Cost: one statement. */
  async listEntries(reads: Queryable, articleIds: readonly string[]): Promise<ArticleTag[]> {
    const rows = await reads.select(this.entries, [articleIds]);
    return rows.map((row) => this.mapper.fromRow(row));
  }

  /** Writes all entries of an article in place of those that are there. Cost: at most two statements. */
  async replace(
    transaction: Transaction,
    articleId: string,
    entries: readonly ArticleTag[],
  ): Promise<void> {
    await transaction.execute(this.removal, [articleId]);
    if (entries.length === 0) return;
    await transaction.execute(this.insertion, [this.mapper.toRows(entries)]);
  }

  /** Writes where articles now stand into their entries. Cost: one statement. */
  async follow(transaction: Transaction, standings: readonly EntryStanding[]): Promise<void> {
    const rows = standings.map(({ articleId, status, timelineAt, unpublishAt, isPublic }) => [
      ...[articleId, status, timelineAt.getTime()],
      unpublishAt?.getTime() ?? null,
      isPublic,
    ]);
    await transaction.execute(this.following, [JSON.stringify(rows)]);
  }

  /**
   * Gives one tag the articles of others; an article that has several of them keeps the first one's
   * place. Cost: two statements, which grow with the number of articles.
   */
  async move(transaction: Transaction, from: readonly string[], into: string): Promise<void> {
    await transaction.execute(this.repeatedRemoval, [[...from, into]]);
    await transaction.execute(this.moving, [into, from]);
  }
}
