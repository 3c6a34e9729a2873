import { runSql } from '../raw-database';
import { isPostgres, type TestDatabase } from '../test-database';

/** Rows enough for a planner to see that a table is large. */
const articleCount = 9_000;
const commentCount = 6_000;

/** Numbers below a count, as both engines make them. */
const numbers = (count: number) =>
  `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})`;

const fill = (table: string, count: number, columns: string, values: string) =>
  `INSERT INTO ${table} (${columns}) ${numbers(count)} SELECT ${values} FROM n`;

const atMs = 1_700_000_000_000;

const tables = [
  fill(
    'article',
    articleCount,
    `id, slug, slug_key, locale, title, byline, status, published_at, timeline_at, created_at,
     updated_at, version, word_count, reading_time_minutes, comments_open, is_public,
     unpublish_at, scheduled_at`,
    `'article_' || i, 'slug-' || i, 'slug-' || i, CASE WHEN i % 7 = 0 THEN 'en' ELSE 'ar' END,
     'عنوان', 'كاتب ' || (i % 4), CASE i % 3 WHEN 0 THEN 'DRAFT' WHEN 1 THEN 'ARCHIVED' ELSE 'PUBLISHED' END,
     ${atMs} + i, ${atMs} + i, ${atMs} + i, ${atMs} + i, 1, 100, 1, true, i % 3 > 1 AND i % 50 <> 0,
     CASE WHEN i % 300 = 2 THEN ${atMs} + i END, CASE WHEN i % 300 = 5 THEN ${atMs} + i END`,
  ),
  fill(
    'section',
    articleCount * 2,
    'id, article_id, position, body, body_html, paragraphs',
    `'section_' || i, 'article_' || (i / 2), i % 2, 'نص', 'نص', '[]'`,
  ),
  fill(
    'image',
    articleCount,
    'id, article_id, section_id, position, alt',
    `'image_' || i, 'article_' || i, 'section_' || (i * 2), 0, 'صورة'`,
  ),
  fill(
    'image_file',
    articleCount,
    `id, sha256, media_type, byte_length, width, height, focal_x, focal_y, version, placeholder,
     metadata, search_text, is_used, created_at`,
    `'file_' || i, 'sha256 ' || i, 'image/jpeg', 1, 1, 1, 5000, 5000, 1, 'data:',
     '{"takenAt":null}', 'ميدان ' || i, i % 10 <> 0, ${atMs} + i`,
  ),
  fill('image_file_use', articleCount, 'file_id, article_id', `'file_' || i, 'article_' || i`),
  fill(
    'comment',
    commentCount,
    `id, article_id, parent_id, depth, author_name, author_email, body, status, created_at,
     reply_count, is_queued, open_report_count, email_hash, address_hash, receipt_hash, author_key`,
    `'comment_' || i, 'article_' || (i % 200), CASE WHEN i % 3 = 2 THEN 'comment_' || (i - 1) END,
     0, 'قارئ', 'sealed', 'تعليق', CASE WHEN i % 20 = 0 THEN 'PENDING' WHEN i % 20 = 1 THEN 'SPAM'
     ELSE 'APPROVED' END, ${atMs} + i, 0, i % 20 = 0, CASE WHEN i % 30 = 0 THEN 1 ELSE 0 END,
     'hash ' || (i % 500), CASE WHEN i > ${commentCount - 500} THEN 'address ' || i END,
     'receipt ' || i, CASE WHEN i % 2 = 0 THEN 'comment_' || (i % 100) END`,
  ),
  fill(
    'comment_submission',
    commentCount,
    'idempotency_key, input_hash, comment_id, created_at',
    `'key ' || i, 'hash', 'comment_' || i, ${atMs} + i`,
  ),
  fill(
    'comment_finding',
    commentCount,
    'comment_id, revision, position, phase, verdict, reason, rule_version',
    `'comment_' || i, 0, 0, 'words', 'PENDING', 'reason', 'one'`,
  ),
  fill(
    'moderation_event',
    commentCount,
    'id, comment_id, status, decided_by, decided_at',
    `'decision_' || i, 'comment_' || i, 'APPROVED', 'policy', ${atMs} + i`,
  ),
  fill(
    'comment_report',
    commentCount,
    'id, comment_id, reason, created_at, reporter_hash',
    `'report_' || i, 'comment_' || i, 'SPAM', ${atMs} + i, 'reporter ' || i`,
  ),
  fill(
    'comment_revision',
    commentCount,
    'comment_id, revision, body, written_at',
    `'comment_' || i, 0, 'تعليق', ${atMs} + i`,
  ),
  fill(
    'comment_tally',
    articleCount,
    'article_id, approved_count, thread_count',
    `'article_' || i, 20, 10`,
  ),
  fill(
    'article_tally',
    articleCount,
    'locale, byline, status, article_count',
    `'ar', '=كاتب ' || i, 'PUBLISHED', 1`,
  ),
  fill(
    'former_slug',
    articleCount,
    'slug, slug_key, article_id, replaced_at',
    `'old-' || i, 'old-' || i, 'article_' || i, ${atMs}`,
  ),
  fill(
    'tag',
    articleCount,
    'id, name, name_key, name_order, slug, slug_key, fold_key, article_count',
    `'tag_' || i, 'وسم ' || i, 'وسم ' || i, 'وسم ' || i, 'وسم-' || i, 'وسم-' || i, 'وسم-' || i, i % 9`,
  ),
  fill(
    'article_tag',
    articleCount * 2,
    'article_id, tag_id, position, status, timeline_at, unpublish_at, is_public',
    `'article_' || (i / 2), 'tag_' || (i % 300), i % 2, CASE (i / 2) % 3 WHEN 0 THEN 'DRAFT'
     WHEN 1 THEN 'ARCHIVED' ELSE 'PUBLISHED' END, ${atMs} + i / 2, NULL, (i / 2) % 3 = 2`,
  ),
  fill(
    'former_tag_key',
    articleCount,
    'kind, text_key, tag_id',
    `'SLUG', 'قديم-' || i, 'tag_' || i`,
  ),
  fill(
    'search_document',
    articleCount,
    'sequence, article_id, analyzer, word_count, generation',
    `100000 + i, 'article_' || i, 'arabic', 100, 1`,
  ),
  fill('search_text', articleCount, 'sequence, words', `100000 + i, 'كلمات'`),
  fill(
    'search_term',
    commentCount,
    'generation, term, article_count, word',
    `i % 2, 'term' || i, 1, 'term' || i`,
  ),
  fill('search_trigram', commentCount, 'trigram, term', `'t' || (i % 300), 'term' || i`),
  fill('cdn_purge', articleCount, 'id, surrogate_keys', `'purge_' || i, '[]'`),
];

/** The text index, which is another on each engine. */
const index = isPostgres
  ? fill(
      'search_index',
      articleCount,
      'sequence, terms',
      `100000 + i, ('term' || i || ' common')::tsvector`,
    )
  : fill('search_index', articleCount, 'rowid, title, rest', `100000 + i, 'term' || i, 'common'`);

/** Makes every table that grows look as if it had. */
export async function fillTables(database: TestDatabase): Promise<void> {
  for (const statement of [...tables, index]) await runSql(database, statement);
}
