import { createHash } from 'node:crypto';
import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** Idempotency keys are stored as hashes, beside what lets a retry have its receipt again. */
export class GiveReceiptsAgain1765500010000 implements MigrationInterface {
  readonly name = 'GiveReceiptsAgain1765500010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE comment_submission ADD COLUMN receipt_salt varchar');
    await runner.createIndex('comment_submission', saltIndex);
    await hashKeys(runner);
  }

  /** Hashes stay hashes: a retry of an earlier submission adds its comment once more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('comment_submission', saltIndex);
    await runner.query('ALTER TABLE comment_submission DROP COLUMN receipt_salt');
  }
}

/** Rows that are read at once. */
const batchSize = 1_000;

const saltIndex = new TableIndex({
  name: 'comment_submission_salt',
  columnNames: ['created_at'],
  where: 'receipt_salt IS NOT NULL',
});

async function hashKeys(runner: QueryRunner): Promise<void> {
  if (runner.connection.options.type === 'postgres') {
    await runner.query(`UPDATE comment_submission
      SET idempotency_key = encode(sha256(convert_to(idempotency_key, 'UTF8')), 'hex')`);
    return;
  }
  for (let after = ''; ;) {
    const rows = (await runner.query(
      `SELECT comment_id AS id, idempotency_key AS "key" FROM comment_submission
       WHERE comment_id > $1 ORDER BY comment_id LIMIT ${batchSize}`,
      [after],
    )) as readonly { readonly id: string; readonly key: string }[];
    for (const { id, key } of rows) {
      const hash = createHash('sha256').update(key).digest('hex');
      await runner.query(
        'UPDATE comment_submission SET idempotency_key = $1 WHERE comment_id = $2',
        [hash, id],
      );
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
