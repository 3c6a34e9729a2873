import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { column, idColumn, primaryId } from './table-parts';

/** Moderation of comments, their authors' receipts, and what is kept for both. */
export class ModerateComments1765300000000 implements MigrationInterface {
  readonly name = 'ModerateComments1765300000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, type] of addedColumns) {
      await runner.query(`ALTER TABLE comment ADD COLUMN ${name} ${type}`);
    }
    await runner.query(`UPDATE comment SET is_queued = TRUE WHERE status = 'PENDING'`);
    for (const index of addedIndices) await runner.createIndex('comment', index);
    for (const table of addedTables) await runner.createTable(table, false, true, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...addedTables].reverse()) await runner.dropTable(name);
    for (const index of addedIndices) await runner.dropIndex('comment', index);
    for (const [name] of addedColumns) {
      await runner.query(`ALTER TABLE comment DROP COLUMN ${name}`);
    }
  }
}

/** All may be null, so that a large table takes them without being written anew. */
const addedColumns = [
  ['edited_at', 'bigint'],
  ['is_withdrawn', 'boolean'],
  ['revision', 'integer'],
  ['is_queued', 'boolean'],
  ['open_report_count', 'integer'],
  ['email_hash', 'varchar'],
  ['address_hash', 'varchar'],
  ['receipt_hash', 'varchar'],
  ['author_key', 'varchar'],
] as const;

const addedIndices = [
  new TableIndex({ name: 'comment_receipt', columnNames: ['receipt_hash'], isUnique: true }),
  new TableIndex({ name: 'comment_email', columnNames: ['email_hash', 'created_at'] }),
  new TableIndex({
    name: 'comment_address',
    columnNames: ['address_hash', 'created_at'],
    where: 'address_hash IS NOT NULL',
  }),
  new TableIndex({
    name: 'comment_author',
    columnNames: ['author_key'],
    where: 'author_key IS NOT NULL',
  }),
  new TableIndex({
    name: 'comment_queue',
    columnNames: ['created_at', 'id'],
    where: 'is_queued',
  }),
  new TableIndex({
    name: 'comment_reported',
    columnNames: ['created_at', 'id'],
    where: 'open_report_count > 0',
  }),
  new TableIndex({ name: 'comment_status', columnNames: ['status', 'created_at', 'id'] }),
];

function ofComment(table: string) {
  return [
    {
      name: `${table}_comment_id_fkey`,
      columnNames: ['comment_id'],
      referencedTableName: 'comment',
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    },
  ];
}

const finding = new Table({
  name: 'comment_finding',
  columns: [
    { ...idColumn('comment_id'), isPrimary: true },
    { ...column('revision', 'integer'), isPrimary: true },
    { ...column('position', 'integer'), isPrimary: true },
    column('phase', 'varchar'),
    column('verdict', 'varchar'),
    column('reason', 'varchar'),
    column('detail', 'text', true),
    column('field', 'varchar', true),
    column('range_start', 'integer', true),
    column('range_end', 'integer', true),
    column('rule_version', 'varchar'),
  ],
  foreignKeys: ofComment('comment_finding'),
});

const event = new Table({
  name: 'moderation_event',
  columns: [
    primaryId(),
    idColumn('comment_id'),
    column('status', 'varchar'),
    column('decided_by', 'varchar'),
    column('decided_at', 'bigint'),
  ],
  foreignKeys: ofComment('moderation_event'),
  indices: [
    new TableIndex({ name: 'moderation_event_comment', columnNames: ['comment_id', 'decided_at'] }),
  ],
});

const report = new Table({
  name: 'comment_report',
  columns: [
    primaryId(),
    idColumn('comment_id'),
    column('reason', 'varchar'),
    column('note', 'text', true),
    column('created_at', 'bigint'),
    column('reporter_hash', 'varchar', true),
    column('resolved_at', 'bigint', true),
  ],
  foreignKeys: ofComment('comment_report'),
  indices: [
    new TableIndex({ name: 'comment_report_comment', columnNames: ['comment_id', 'created_at'] }),
    new TableIndex({
      name: 'comment_report_reporter',
      columnNames: ['comment_id', 'reporter_hash'],
      isUnique: true,
    }),
  ],
});

const revision = new Table({
  name: 'comment_revision',
  columns: [
    { ...idColumn('comment_id'), isPrimary: true },
    { ...column('revision', 'integer'), isPrimary: true },
    column('body', 'text'),
    column('written_at', 'bigint'),
  ],
  foreignKeys: ofComment('comment_revision'),
});

const addedTables = [finding, event, report, revision];
