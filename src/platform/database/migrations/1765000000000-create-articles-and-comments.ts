import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { column, idColumn, primaryId } from './table-parts';

/** Articles with their sections and images, and readers' comments with their tallies. */
export class CreateArticlesAndComments1765000000000 implements MigrationInterface {
  readonly name = 'CreateArticlesAndComments1765000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [article, section, image, comment, commentTally, commentSubmission]) {
      await runner.createTable(table, false, true, true);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [commentSubmission, commentTally, comment, image, section, article]) {
      await runner.dropTable(name);
    }
  }
}

const article = new Table({
  name: 'article',
  columns: [
    primaryId(),
    column('slug', 'varchar'),
    column('locale', 'varchar'),
    column('title', 'text'),
    column('summary', 'text', true),
    column('byline', 'text', true),
    column('status', 'varchar'),
    column('published_at', 'bigint', true),
    column('timeline_at', 'bigint'),
    column('created_at', 'bigint'),
    column('updated_at', 'bigint'),
    column('version', 'integer'),
    column('word_count', 'integer'),
    column('reading_time_minutes', 'integer'),
    column('stated_reading_time_minutes', 'integer', true),
    column('comments_open', 'boolean'),
    column('source_name', 'varchar', true),
  ],
  indices: [
    new TableIndex({ name: 'article_slug', columnNames: ['slug'], isUnique: true }),
    new TableIndex({ name: 'article_timeline', columnNames: ['status', 'timeline_at', 'id'] }),
    new TableIndex({
      name: 'article_locale_timeline',
      columnNames: ['locale', 'status', 'timeline_at', 'id'],
    }),
    new TableIndex({
      name: 'article_byline_timeline',
      columnNames: ['byline', 'status', 'timeline_at', 'id'],
    }),
  ],
});

const section = new Table({
  name: 'section',
  columns: [
    primaryId(),
    idColumn('article_id'),
    column('position', 'integer'),
    column('heading', 'text', true),
    column('body', 'text'),
    column('body_html', 'text'),
    column('paragraphs', 'text'),
  ],
  foreignKeys: [references('section', 'article_id', 'article')],
  indices: [
    new TableIndex({
      name: 'section_order',
      columnNames: ['article_id', 'position'],
      isUnique: true,
    }),
  ],
});

const image = new Table({
  name: 'image',
  columns: [
    primaryId(),
    idColumn('article_id'),
    idColumn('section_id', true),
    column('position', 'integer'),
    column('alt', 'text'),
    column('caption', 'text', true),
    column('credit', 'text', true),
    column('width', 'integer', true),
    column('height', 'integer', true),
  ],
  foreignKeys: [
    references('image', 'article_id', 'article'),
    references('image', 'section_id', 'section'),
  ],
  indices: [
    new TableIndex({
      name: 'image_order',
      columnNames: ['article_id', 'position'],
      isUnique: true,
    }),
    new TableIndex({ name: 'image_section', columnNames: ['section_id', 'position'] }),
  ],
});

const comment = new Table({
  name: 'comment',
  columns: [
    primaryId(),
    idColumn('article_id'),
    idColumn('parent_id', true),
    column('depth', 'integer'),
    column('author_name', 'text'),
    column('author_email', 'text', true),
    column('body', 'text'),
    column('status', 'varchar'),
    column('created_at', 'bigint'),
    column('reply_count', 'integer'),
  ],
  foreignKeys: [
    references('comment', 'article_id', 'article'),
    references('comment', 'parent_id', 'comment'),
  ],
  indices: [
    new TableIndex({
      name: 'comment_thread',
      columnNames: ['article_id', 'created_at', 'id'],
      where: `status = 'APPROVED' AND parent_id IS NULL`,
    }),
    new TableIndex({
      name: 'comment_replies',
      columnNames: ['parent_id', 'created_at', 'id'],
      where: `status = 'APPROVED' AND parent_id IS NOT NULL`,
    }),
    new TableIndex({ name: 'comment_article', columnNames: ['article_id'] }),
    new TableIndex({ name: 'comment_parent', columnNames: ['parent_id'] }),
  ],
});

const commentTally = new Table({
  name: 'comment_tally',
  columns: [
    { ...idColumn('article_id'), isPrimary: true },
    column('approved_count', 'integer'),
    column('thread_count', 'integer'),
  ],
  foreignKeys: [references('comment_tally', 'article_id', 'article')],
});

const commentSubmission = new Table({
  name: 'comment_submission',
  columns: [
    { ...column('idempotency_key', 'varchar'), isPrimary: true },
    column('input_hash', 'varchar'),
    idColumn('comment_id'),
    column('created_at', 'bigint'),
  ],
  foreignKeys: [references('comment_submission', 'comment_id', 'comment')],
});

function references(table: string, columnName: string, referenced: string) {
  return {
    name: `${table}_${columnName}_fkey`,
    columnNames: [columnName],
    referencedTableName: referenced,
    referencedColumnNames: ['id'],
    onDelete: 'CASCADE',
  };
}
