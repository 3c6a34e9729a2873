import type { ArticleRow, CommentRow, ImageRow, SectionRow, TallyRow } from './rows';
import { allOf, openSqlite, prepare, type Prepared } from './sqlite';

const articleColumns = `id, slug, locale, title, summary, byline, published_at AS publishedAtMs,
  updated_at AS updatedAtMs, timeline_at AS timelineAtMs,
  reading_time_minutes AS readingTimeMinutes, comments_open AS commentsOpen`;

const listed = '(SELECT value FROM json_each(?))';

// The index is named, since SQLite's planner would take the one on status and read them all.
const texts = {
  articleBySlug: `SELECT ${articleColumns} FROM article
    WHERE slug = ? AND status = 'PUBLISHED' AND timeline_at <= ?`,
  articlesByIds: `SELECT ${articleColumns} FROM article WHERE id IN ${listed}`,
  newest: `SELECT ${articleColumns} FROM article
    WHERE status = 'PUBLISHED' AND (timeline_at, id) < (?, ?)
    ORDER BY timeline_at DESC, id DESC LIMIT ?`,
  sections: `SELECT id, article_id AS articleId, heading, paragraphs FROM section
    WHERE article_id IN ${listed} ORDER BY article_id, position`,
  images: `SELECT id, article_id AS articleId, section_id AS sectionId, alt, caption, credit
    FROM image WHERE article_id IN ${listed} ORDER BY article_id, position`,
  tallies: `SELECT article_id AS articleId, approved_count AS approvedCount
    FROM comment_tally WHERE article_id IN ${listed}`,
  threads: `SELECT id, article_id AS articleId, author_name AS authorName, body, status,
      created_at AS createdAtMs, reply_count AS replyCount
    FROM comment INDEXED BY comment_thread WHERE article_id = ? AND status = 'APPROVED' AND parent_id IS NULL
    ORDER BY created_at, id LIMIT ?`,
} as const;

type Statements = Record<keyof typeof texts, Prepared>;

/** A place in the list of articles. Units: milliseconds since 1970. */
export interface ListPlace {
  readonly atMs: number;
  readonly id: string;
}

/** What every hand-written server reads, by prepared statements over one connection. */
export class HandReads {
  private constructor(private readonly statements: Statements) {}

  /** Opens the service's file read-only. */
  static async open(path: string): Promise<HandReads> {
    const db = await openSqlite(path, false);
    const prepared = [];
    for (const [name, sql] of Object.entries(texts)) prepared.push([name, await prepare(db, sql)]);
    return new HandReads(Object.fromEntries(prepared) as Statements);
  }

  /** The published article of a slug. */
  async articleBySlug(slug: string): Promise<ArticleRow | null> {
    const rows = await allOf<ArticleRow>(this.statements.articleBySlug, [slug, Date.now()]);
    return rows[0] ?? null;
  }

  /** Articles by id, in no order. */
  articlesByIds(ids: readonly string[]): Promise<ArticleRow[]> {
    return allOf(this.statements.articlesByIds, [JSON.stringify(ids)]);
  }

  /** Published articles from a place on, the newest first. */
  newest(limit: number, after: ListPlace | null): Promise<ArticleRow[]> {
    // A cursor lies at or before this moment, and nothing that is still to come is shown.
    const from = after ?? { atMs: Date.now() + 1, id: '' };
    return allOf(this.statements.newest, [from.atMs, from.id, limit]);
  }

  /** Sections of articles, by position. */
  sections(articleIds: readonly string[]): Promise<SectionRow[]> {
    return allOf(this.statements.sections, [JSON.stringify(articleIds)]);
  }

  /** Pictures of articles, by position. */
  images(articleIds: readonly string[]): Promise<ImageRow[]> {
    return allOf(this.statements.images, [JSON.stringify(articleIds)]);
  }

  /** Counts of articles that have comments. */
  tallies(articleIds: readonly string[]): Promise<TallyRow[]> {
    return allOf(this.statements.tallies, [JSON.stringify(articleIds)]);
  }

  /** The first public comments of an article that answer no other. */
  threads(articleId: string, limit: number): Promise<CommentRow[]> {
    return allOf(this.statements.threads, [articleId, limit]);
  }
}
