import { cursorOf } from '../by-hand/derived-fields';
import { all, closeSqlite, openSqlite, type SqlValue } from '../by-hand/sqlite';

/** An article as benches pick it. */
export interface SampledArticle {
  readonly id: string;
  readonly slug: string;
  readonly commentCount: number;
}

/** Every article of a list that is no longer than `most`, evenly over all; the newest first. */
export async function sampleArticles(
  path: string,
  most: number,
  fewestComments = 0,
): Promise<SampledArticle[]> {
  const rows = await query<SampledArticle>(
    path,
    `SELECT a.id, a.slug, coalesce(t.approved_count, 0) AS commentCount
     FROM article a LEFT JOIN comment_tally t ON t.article_id = a.id
     WHERE coalesce(t.approved_count, 0) >= ? ORDER BY a.timeline_at DESC, a.id DESC`,
    [fewestComments],
  );
  return thin(rows, most);
}

/** Cursors into the list of articles, evenly over all of it. */
export async function sampleCursors(path: string, most: number): Promise<string[]> {
  const rows = await query<{ at: number; id: string }>(
    path,
    `SELECT timeline_at AS at, id FROM article WHERE status = 'PUBLISHED' ORDER BY timeline_at, id`,
  );
  // The oldest have no whole page after them, and a shorter page costs less.
  return thin(rows.slice(50), most).map(({ at, id }) => cursorOf(at, id));
}

/** How many comments the database holds. */
export async function countComments(path: string): Promise<number> {
  const [row] = await query<{ total: number }>(path, 'SELECT count(*) AS total FROM comment');
  return row?.total ?? 0;
}

async function query<Row>(path: string, sql: string, values: readonly SqlValue[] = []) {
  const db = await openSqlite(path, false);
  try {
    return await all<Row>(db, sql, values);
  } finally {
    await closeSqlite(db);
  }
}

function thin<Value>(values: readonly Value[], most: number): Value[] {
  const step = Math.max(1, values.length / most);
  return Array.from({ length: Math.min(most, values.length) }, (_, index) => {
    const value = values[Math.floor(index * step)];
    if (value === undefined) throw new Error('There is nothing to sample');
    return value;
  });
}
