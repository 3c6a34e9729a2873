import { TypeID } from 'typeid-js';
import { V7Generator } from 'uuidv7';
import { closeSqlite, openSqlite, run } from '../by-hand/sqlite';
import { BulkTable } from '../data/bulk-table';
import { createRandom } from '../data/random';
import { migrate } from '../processes/start-service';
import { GeneratedNews } from './generated-news';

const firstPublishedAt = Date.parse('2020-01-01T00:00:00.000Z');
const articleSpacingMs = 60_000;

const articleColumns = [
  ...['id', 'slug', 'locale', 'title', 'status', 'published_at', 'timeline_at'],
  ...['created_at', 'updated_at', 'version', 'word_count', 'reading_time_minutes'],
  'comments_open',
];
const sectionColumns = ['id', 'article_id', 'position', 'body', 'body_html', 'paragraphs'];

/**
 * Makes a SQLite file of generated articles without a search index.
 * Units: the bytes of the articles' titles and paragraphs, in UTF-8.
 */
export async function fillNews(path: string, articleCount: number): Promise<number> {
  await migrate(path);
  const db = await openSqlite(path, true);
  for (const pragma of ['synchronous = OFF', 'cache_size = -200000']) {
    await run(db, `PRAGMA ${pragma}`);
  }
  await run(db, 'BEGIN');
  const articles = await BulkTable.open(db, 'article', articleColumns);
  const sections = await BulkTable.open(db, 'section', sectionColumns);
  const news = new GeneratedNews(1);
  const ids = new V7Generator(createRandom(2));
  const makeId = (prefix: string, at: number) =>
    TypeID.fromUUIDBytes(prefix, ids.generateOrResetWithTs(at).bytes).toString();
  let textBytes = 0;
  for (let index = 0; index < articleCount; index += 1) {
    const { title, paragraph } = news.article();
    const at = firstPublishedAt + index * articleSpacingMs;
    const id = makeId('article', at);
    textBytes += Buffer.byteLength(title) + Buffer.byteLength(paragraph);
    await articles.add(
      ...[id, `news-${index}`, 'ar', title, 'PUBLISHED', at, at, at, at, 1, 200, 2, 1],
    );
    const forms = [paragraph, `<p>${paragraph}</p>`, JSON.stringify([paragraph])];
    await sections.add(makeId('section', at), id, 0, ...forms);
  }
  await articles.close();
  await sections.close();
  await run(db, 'COMMIT');
  await closeSqlite(db);
  return textBytes;
}
