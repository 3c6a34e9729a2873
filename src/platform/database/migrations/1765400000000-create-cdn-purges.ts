import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { column, primaryId } from './table-parts';

/** The outbox of what CDNs are to purge. */
export class CreateCdnPurges1765400000000 implements MigrationInterface {
  readonly name = 'CreateCdnPurges1765400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(cdnPurge);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(cdnPurge.name);
  }
}

const cdnPurge = new Table({
  name: 'cdn_purge',
  columns: [primaryId(), column('surrogate_keys', 'text')],
});
