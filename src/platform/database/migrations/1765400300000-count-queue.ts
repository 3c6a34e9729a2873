import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { column } from './table-parts';

/**
 * How many comments wait for moderators, counted by the database itself: comments begin and cease to
 * wait in many ways, and none of them may forget to count.
 *
 * In 32 shards, by the last letter of the article's id, so that comments of different articles do
 * not wait for one row.
 */
export class CountQueue1765400300000 implements MigrationInterface {
  readonly name = 'CountQueue1765400300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(tally);
    const isPostgres = runner.connection.options.type === 'postgres';
    await runner.query(`INSERT INTO comment_queue_tally (shard, queued_count)
      SELECT ${isPostgres ? 'right(article_id, 1)' : 'substr(article_id, -1)'}, count(*)
      FROM comment WHERE is_queued GROUP BY 1`);
    for (const sql of isPostgres ? postgresTriggers : sqliteTriggers) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    const isPostgres = runner.connection.options.type === 'postgres';
    for (const event of ['insert', 'update', 'delete']) {
      const place = isPostgres ? ' ON comment' : '';
      await runner.query(`DROP TRIGGER comment_queue_${event}${place}`);
    }
    if (isPostgres) await runner.query('DROP FUNCTION comment_queue_count()');
    await runner.dropTable(tally);
  }
}

const tally = new Table({
  name: 'comment_queue_tally',
  columns: [{ ...column('shard', 'varchar'), isPrimary: true }, column('queued_count', 'integer')],
});

const addition = `ON CONFLICT (shard) DO UPDATE
  SET queued_count = comment_queue_tally.queued_count + excluded.queued_count`;

const countOne = (row: 'NEW' | 'OLD', difference: string) =>
  `INSERT INTO comment_queue_tally (shard, queued_count)
   VALUES (substr(${row}.article_id, -1), ${difference}) ${addition};`;

const sqliteTriggers = [
  `CREATE TRIGGER comment_queue_insert AFTER INSERT ON comment WHEN NEW.is_queued
   BEGIN ${countOne('NEW', '1')} END`,
  `CREATE TRIGGER comment_queue_update AFTER UPDATE OF is_queued ON comment
   WHEN coalesce(NEW.is_queued, 0) <> coalesce(OLD.is_queued, 0)
   BEGIN ${countOne('NEW', 'coalesce(NEW.is_queued, 0) - coalesce(OLD.is_queued, 0)')} END`,
  `CREATE TRIGGER comment_queue_delete AFTER DELETE ON comment WHEN OLD.is_queued
   BEGIN ${countOne('OLD', '-1')} END`,
];

/**
 * Once a statement and in the order of the shards, whatever the order of the rows: two transactions
 * that decide about the same articles must not wait for each other.
 */
const postgresTriggers = [
  `CREATE FUNCTION comment_queue_count() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'INSERT' THEN
       INSERT INTO comment_queue_tally (shard, queued_count)
       SELECT right(article_id, 1), count(*) FROM added WHERE is_queued
       GROUP BY 1 ORDER BY 1 ${addition};
     ELSIF TG_OP = 'DELETE' THEN
       INSERT INTO comment_queue_tally (shard, queued_count)
       SELECT right(article_id, 1), -count(*) FROM removed WHERE is_queued
       GROUP BY 1 ORDER BY 1 ${addition};
     ELSE
       INSERT INTO comment_queue_tally (shard, queued_count)
       SELECT right(changed.article_id, 1), sum(changed.difference) FROM (
         SELECT article_id, 1 AS difference FROM added WHERE is_queued
         UNION ALL SELECT article_id, -1 FROM removed WHERE is_queued
       ) changed
       GROUP BY 1 HAVING sum(changed.difference) <> 0 ORDER BY 1 ${addition};
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER comment_queue_insert AFTER INSERT ON comment
   REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION comment_queue_count()`,
  `CREATE TRIGGER comment_queue_update AFTER UPDATE ON comment
   REFERENCING OLD TABLE AS removed NEW TABLE AS added
   FOR EACH STATEMENT EXECUTE FUNCTION comment_queue_count()`,
  `CREATE TRIGGER comment_queue_delete AFTER DELETE ON comment
   REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION comment_queue_count()`,
];
