import { randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keeps hidden articles out of what searches tell readers: their words are counted no more, and
 * cursors, which name places in the index, are encrypted with a key of the database's own. A draft
 * that is saved waits in a backlog until an editor searches.
 */
export class HideFromSearches1765600500000 implements MigrationInterface {
  readonly name = 'HideFromSearches1765600500000';

  async up(runner: QueryRunner): Promise<void> {
    const yes = runner.connection.options.type === 'postgres' ? 'true' : '1';
    await runner.query(
      `ALTER TABLE search_document ADD COLUMN is_counted boolean NOT NULL DEFAULT ${yes}`,
    );
    await runner.query(
      "ALTER TABLE search_state ADD COLUMN cursor_key varchar NOT NULL DEFAULT ''",
    );
    await runner.query(
      `CREATE TABLE search_backlog (article_id varchar PRIMARY KEY NOT NULL
        REFERENCES article (id) ON DELETE CASCADE)`,
    );
    const key = randomBytes(32).toString('base64');
    await runner.query(`UPDATE search_state SET cursor_key = '${key}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_backlog');
    await runner.query('ALTER TABLE search_state DROP COLUMN cursor_key');
    await runner.query('ALTER TABLE search_document DROP COLUMN is_counted');
  }
}
