import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { column, primaryId } from './table-parts';

/** API tokens, of which only a hash is kept. */
export class CreateApiTokens1765100000000 implements MigrationInterface {
  readonly name = 'CreateApiTokens1765100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(apiToken, false, true, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(apiToken.name);
  }
}

const apiToken = new Table({
  name: 'api_token',
  columns: [
    primaryId(),
    column('name', 'text'),
    column('role', 'varchar'),
    column('secret_hash', 'varchar'),
    column('created_at', 'bigint'),
    column('expires_at', 'bigint', true),
    column('last_used_at', 'bigint', true),
    column('revoked_at', 'bigint', true),
  ],
  indices: [
    new TableIndex({
      name: 'api_token_secret_hash',
      columnNames: ['secret_hash'],
      isUnique: true,
    }),
  ],
});
