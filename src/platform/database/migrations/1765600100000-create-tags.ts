import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { column, idColumn, primaryId } from './table-parts';

/** Tags, the articles that have them, and what tags were once called. */
export class CreateTags1765600100000 implements MigrationInterface {
  readonly name = 'CreateTags1765600100000';

  async up(runner: QueryRunner): Promise<void> {
    const isPostgres = runner.connection.options.type === 'postgres';
    for (const table of [createTagTable(isPostgres), articleTag, formerTagKey]) {
      await runner.createTable(table, false, true, true);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [formerTagKey.name, articleTag.name, 'tag']) await runner.dropTable(name);
  }
}

/** Lists are in the order of code points on both engines. */
function createTagTable(isPostgres: boolean): Table {
  return new Table({
    name: 'tag',
    columns: [
      primaryId(),
      column('name', 'text'),
      column('name_key', 'varchar'),
      { ...column('name_order', 'varchar'), ...(isPostgres ? { collation: 'C' } : {}) },
      column('slug', 'varchar'),
      column('slug_key', 'varchar'),
      column('fold_key', 'varchar'),
      column('article_count', 'bigint'),
    ],
    indices: [
      new TableIndex({ name: 'tag_name_key', columnNames: ['name_key'], isUnique: true }),
      new TableIndex({ name: 'tag_slug_key', columnNames: ['slug_key'], isUnique: true }),
      new TableIndex({ name: 'tag_fold_key', columnNames: ['fold_key'] }),
      new TableIndex({ name: 'tag_use', columnNames: ['article_count', 'id', 'name_order'] }),
      new TableIndex({ name: 'tag_name', columnNames: ['name_order', 'id'] }),
      new TableIndex({
        name: 'tag_public_name',
        columnNames: ['name_order', 'id'],
        where: 'article_count > 0',
      }),
    ],
  });
}

const articleTag = new Table({
  name: 'article_tag',
  columns: [
    { ...idColumn('article_id'), isPrimary: true },
    { ...idColumn('tag_id'), isPrimary: true },
    column('position', 'integer'),
    column('status', 'varchar'),
    column('timeline_at', 'bigint'),
    column('unpublish_at', 'bigint', true),
    column('is_public', 'boolean'),
  ],
  foreignKeys: [references('article_tag', 'article'), references('article_tag', 'tag')],
  indices: [
    new TableIndex({
      name: 'article_tag_timeline',
      columnNames: ['tag_id', 'status', 'timeline_at', 'article_id'],
    }),
    new TableIndex({
      name: 'article_tag_due',
      columnNames: ['timeline_at', 'tag_id'],
      where: `status = 'PUBLISHED' AND NOT is_public`,
    }),
    new TableIndex({
      name: 'article_tag_unpublish',
      columnNames: ['unpublish_at', 'tag_id'],
      where: 'is_public AND unpublish_at IS NOT NULL',
    }),
  ],
});

const formerTagKey = new Table({
  name: 'former_tag_key',
  columns: [
    { ...column('kind', 'varchar'), isPrimary: true },
    { ...column('text_key', 'varchar'), isPrimary: true },
    idColumn('tag_id'),
  ],
  foreignKeys: [references('former_tag_key', 'tag')],
  indices: [new TableIndex({ name: 'former_tag_key_tag', columnNames: ['tag_id'] })],
});

function references(table: string, other: 'article' | 'tag') {
  return {
    name: `${table}_${other}_id_fkey`,
    columnNames: [`${other}_id`],
    referencedTableName: other,
    referencedColumnNames: ['id'],
    onDelete: 'CASCADE',
  };
}
