import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/**
 * Indexes without which something is looked for in a whole table: the keys of a comment that is
 * erased or deleted, and the addresses that are kept from before there were hashes. And an article's
 * comments in the order in which moderators list them, whatever their status.
 */
export class IndexWhatGrows1765400200000 implements MigrationInterface {
  readonly name = 'IndexWhatGrows1765400200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('comment_submission', ofComment);
    await runner.dropIndex('comment', ofArticle);
    await runner.createIndex('comment', ofArticleInOrder);
    await runner.query(plainEmail);
    if (runner.connection.options.type !== 'postgres') await writeStatistics(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type !== 'postgres') await forgetStatistics(runner);
    await runner.query('DROP INDEX comment_plain_email');
    await runner.dropIndex('comment', ofArticleInOrder);
    await runner.createIndex('comment', ofArticle);
    await runner.dropIndex('comment_submission', ofComment);
  }
}

const ofComment = new TableIndex({
  name: 'comment_submission_comment',
  columnNames: ['comment_id'],
});

const ofArticle = new TableIndex({ name: 'comment_article', columnNames: ['article_id'] });

const ofArticleInOrder = new TableIndex({
  name: 'comment_article',
  columnNames: ['article_id', 'created_at', 'id'],
});

const plainEmail = `CREATE INDEX comment_plain_email ON comment (lower(author_email))
  WHERE email_hash IS NULL AND author_email IS NOT NULL`;

/**
 * How many articles there are, and how many have the same first column, the same first two, … of an
 * index. Not what this database holds but what one may come to hold: without statistics SQLite
 * takes the index without the byline for an author's page, and reads every article for it.
 * Source: SQLite, ANALYZE, section 4 (fixed results of ANALYZE).
 */
const statistics: Readonly<Record<string, string>> = {
  article_timeline: '1000000 500000 2 1',
  article_locale_timeline: '1000000 250000 200000 2 1',
  article_byline_timeline: '1000000 1000 900 2 1',
  article_byline_locale_timeline: '1000000 1000 500 450 2 1',
};

async function writeStatistics(runner: QueryRunner): Promise<void> {
  // A small table, for the sake of the table of statistics itself.
  await runner.query('ANALYZE search_state');
  for (const [index, numbers] of Object.entries(statistics)) {
    await runner.query('DELETE FROM sqlite_stat1 WHERE idx = ?', [index]);
    await runner.query('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)', [
      ...['article', index],
      numbers,
    ]);
  }
  await runner.query('ANALYZE sqlite_schema');
}

async function forgetStatistics(runner: QueryRunner): Promise<void> {
  await runner.query(`DELETE FROM sqlite_stat1 WHERE tbl = 'article'`);
  await runner.query('ANALYZE sqlite_schema');
}
