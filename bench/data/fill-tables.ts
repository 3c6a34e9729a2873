import { run, type SqliteHandle } from '../by-hand/sqlite';
import { BulkTable } from './bulk-table';
import type { DataPlan } from './data-plan';
import { fillQueue } from './fill-queue';
import { createRandom } from './random';
import { type MadeArticle, RowMaker } from './row-maker';

const tables = {
  article: [
    ...['id', 'slug', 'locale', 'title', 'summary', 'byline', 'status'],
    ...['published_at', 'timeline_at', 'created_at', 'updated_at', 'version', 'word_count'],
    ...['reading_time_minutes', 'stated_reading_time_minutes', 'comments_open', 'source_key'],
  ],
  section: ['id', 'article_id', 'position', 'heading', 'body', 'body_html', 'paragraphs'],
  image: [
    ...['id', 'article_id', 'section_id', 'position'],
    ...['alt', 'caption', 'credit', 'width', 'height'],
  ],
  comment: [
    ...['id', 'article_id', 'parent_id', 'depth', 'author_name', 'author_email'],
    ...['body', 'status', 'created_at', 'reply_count'],
  ],
  comment_tally: ['article_id', 'approved_count', 'thread_count'],
} as const;

type Tables = Record<keyof typeof tables, BulkTable>;

const byline = 'فريق التحرير';

/**
 * Fills the service's empty tables by the plan, in one transaction.
 * Errors: an Error where the service's tables have changed and this file has not.
 */
export async function fillTables(db: SqliteHandle, plan: DataPlan): Promise<void> {
  // Nothing is lost with a half-made file: the maker begins again.
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -500000']) {
    await run(db, `PRAGMA ${pragma}`);
  }
  await run(db, 'BEGIN');
  const open = await openTables(db);
  const maker = new RowMaker(plan, createRandom(plan.seed));
  const articleCount = plan.articleCount + (plan.crowdedCommentCount > 0 ? 1 : 0);
  for (let index = 0; index < articleCount; index += 1) {
    const article = maker.article(index);
    await addArticle(open, article);
    await addComments(open, article, maker);
  }
  for (const table of Object.values(open)) await table.close();
  if (plan.pendingCommentCount > 0) await fillQueue(db, plan);
  await run(db, 'COMMIT');
}

async function openTables(db: SqliteHandle): Promise<Tables> {
  const opened = [];
  for (const [table, columns] of Object.entries(tables)) {
    opened.push([table, await BulkTable.open(db, table, columns)]);
  }
  return Object.fromEntries(opened) as Tables;
}

async function addArticle(open: Tables, article: MadeArticle): Promise<void> {
  const { id, slug, title, summary, publishedAt: at } = article;
  const { wordCount, readingTimeMinutes } = article;
  const dates = [at, at, at, at];
  await open.article.add(
    ...[id, slug, 'ar', title, summary, byline, 'PUBLISHED'],
    ...[...dates, 1, wordCount],
    ...[readingTimeMinutes, null, 1, null],
  );
  for (const [position, { id: sectionId, heading, paragraphs }] of article.sections.entries()) {
    const html = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
    const forms = [paragraphs.join('\n\n'), html, JSON.stringify(paragraphs)];
    await open.section.add(sectionId, id, position, heading, ...forms);
  }
  for (const [position, image] of article.images.entries()) {
    const { id: imageId, sectionId, alt, caption, credit } = image;
    await open.image.add(imageId, id, sectionId, position, alt, caption, credit, null, null);
  }
}

async function addComments(open: Tables, article: MadeArticle, maker: RowMaker): Promise<void> {
  const { id: articleId, commentCount } = article;
  for (let place = 0; place < commentCount; place += 1) {
    const { id, authorName, authorEmail, body, createdAt } = maker.comment(article, place);
    const row = [id, articleId, null, 0, authorName, authorEmail, body, 'APPROVED', createdAt, 0];
    await open.comment.add(...row);
  }
  if (commentCount > 0) await open.comment_tally.add(articleId, commentCount, commentCount);
}
