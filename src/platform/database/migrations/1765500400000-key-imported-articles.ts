import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Identifies imported articles by a source key and the day that their page states.
 *
 * Until now only the file's base name was stored, which files of many folders share. Such a row
 * gets the key `*` + `/` + base name and no day: an import of a file with this base name may still
 * claim it (see ArticlePlaces), and then gives it a whole key.
 */
export class KeyImportedArticles1765500400000 implements MigrationInterface {
  readonly name = 'KeyImportedArticles1765500400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE article RENAME COLUMN source_name TO source_key');
    await runner.query('ALTER TABLE article ADD COLUMN source_day varchar');
    await runner.query(
      `UPDATE article SET source_key = '*/' || source_key WHERE source_key IS NOT NULL`,
    );
    await runner.query('CREATE UNIQUE INDEX article_source ON article (source_key, source_day)');
  }

  /** Keys become base names again; one that the caller chose stays as it is. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX article_source');
    await runner.query(
      `UPDATE article SET source_key = substr(source_key, 3) WHERE source_key LIKE '*/%'`,
    );
    await runner.query('ALTER TABLE article DROP COLUMN source_day');
    await runner.query('ALTER TABLE article RENAME COLUMN source_key TO source_name');
  }
}
