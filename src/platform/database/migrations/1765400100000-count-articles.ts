import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { column } from './table-parts';

/** Counters of articles, and an index for lists of one byline in one locale. */
export class CountArticles1765400100000 implements MigrationInterface {
  readonly name = 'CountArticles1765400100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(articleTally);
    await countArticles(runner);
    await runner.createIndex('article', bylineInLocale);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('article', bylineInLocale);
    await runner.dropTable(articleTally.name);
  }
}

/** Fills the empty table of counters from the articles that are there. */
export async function countArticles(runner: QueryRunner): Promise<void> {
  for (const [locale, byline, condition] of kinds) {
    await runner.query(`INSERT INTO article_tally (locale, byline, status, article_count)
      SELECT ${locale}, ${byline}, a.status, count(*) FROM article a
      WHERE ${condition} GROUP BY 1, 2, 3`);
  }
}

/** What an article is counted in: its locale's expression, its byline's, and which articles. */
const kinds = [
  [`''`, `''`, 'true'],
  ['a.locale', `''`, 'true'],
  [`''`, `'=' || a.byline`, 'a.byline IS NOT NULL'],
  ['a.locale', `'=' || a.byline`, 'a.byline IS NOT NULL'],
] as const;

const articleTally = new Table({
  name: 'article_tally',
  columns: [
    { ...column('locale', 'varchar'), isPrimary: true },
    { ...column('byline', 'varchar'), isPrimary: true },
    { ...column('status', 'varchar'), isPrimary: true },
    column('article_count', 'integer'),
  ],
});

const bylineInLocale = new TableIndex({
  name: 'article_byline_locale_timeline',
  columnNames: ['byline', 'locale', 'status', 'timeline_at', 'id'],
});
