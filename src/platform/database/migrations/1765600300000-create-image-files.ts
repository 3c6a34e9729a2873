import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { column, idColumn, primaryId } from './table-parts';

/** Pictures that the service holds, and which articles show them. */
export class CreateImageFiles1765600300000 implements MigrationInterface {
  readonly name = 'CreateImageFiles1765600300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table, false, true, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...tables].reverse()) await runner.dropTable(name);
  }
}

const imageFile = new Table({
  name: 'image_file',
  columns: [
    primaryId(),
    column('sha256', 'varchar'),
    column('media_type', 'varchar'),
    column('byte_length', 'integer'),
    column('width', 'integer'),
    column('height', 'integer'),
    column('focal_x', 'integer'),
    column('focal_y', 'integer'),
    column('version', 'integer'),
    column('placeholder', 'text'),
    column('alt', 'text', true),
    column('caption', 'text', true),
    column('credit', 'text', true),
    column('metadata', 'text'),
    column('search_text', 'text'),
    column('is_used', 'boolean'),
    column('created_at', 'bigint'),
  ],
  indices: [
    new TableIndex({ name: 'image_file_sha256', columnNames: ['sha256'], isUnique: true }),
    new TableIndex({ name: 'image_file_order', columnNames: ['created_at', 'id'] }),
    new TableIndex({
      name: 'image_file_use_order',
      columnNames: ['is_used', 'created_at', 'id'],
    }),
  ],
});

const imageFileUse = new Table({
  name: 'image_file_use',
  columns: [
    { ...idColumn('file_id'), isPrimary: true },
    { ...idColumn('article_id'), isPrimary: true },
  ],
  foreignKeys: [references('file_id', 'image_file'), references('article_id', 'article')],
  indices: [new TableIndex({ name: 'image_file_use_article', columnNames: ['article_id'] })],
});

const tables = [imageFile, imageFileUse];

function references(columnName: string, referenced: string) {
  return {
    name: `image_file_use_${columnName}_fkey`,
    columnNames: [columnName],
    referencedTableName: referenced,
    referencedColumnNames: ['id'],
    onDelete: 'CASCADE',
  };
}
