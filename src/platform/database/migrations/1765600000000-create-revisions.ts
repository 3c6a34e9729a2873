import { createHash } from 'node:crypto';
import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { createIdMaker } from '../../ids';
import { column, idColumn, primaryId } from './table-parts';

/**
 * Gives articles revisions, a guard for edits, and planned changes; gives images addresses.
 *
 * Each article that is there gets one revision, which says what its rows say.
 */
export class CreateRevisions1765600000000 implements MigrationInterface {
  readonly name = 'CreateRevisions1765600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [articleRevision, articleCreation, previewLink]) {
      await runner.createTable(table, false, true, true);
    }
    for (const added of articleColumns) {
      const column = added.replace('FALSE_VALUE', isPostgres(runner) ? 'false' : '(0)');
      await runner.query(`ALTER TABLE article ADD COLUMN ${column}`);
    }
    await runner.query('ALTER TABLE image ADD COLUMN url text');
    await runner.query(
      `UPDATE article SET editing_version = version, newest_version = version,
         edited_at = updated_at,
         is_public = (status = 'PUBLISHED' AND timeline_at <= $1),
         first_published_at = CASE WHEN status <> 'DRAFT' AND timeline_at <= $2
           THEN published_at END`,
      [Date.now(), Date.now()],
    );
    for (const index of articleIndexes) await runner.query(index);
    await writeRevisions(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['article_due', 'article_unpublish', 'article_replacement']) {
      await runner.query(`DROP INDEX ${name}`);
    }
    await runner.query('ALTER TABLE image DROP COLUMN url');
    for (const added of articleColumns.toReversed()) {
      await runner.query(`ALTER TABLE article DROP COLUMN ${added.split(' ')[0] ?? ''}`);
    }
    for (const { name } of [previewLink, articleCreation, articleRevision]) {
      await runner.dropTable(name);
    }
  }
}

const articleColumns = [
  'editing_version integer NOT NULL DEFAULT 1',
  'newest_version integer NOT NULL DEFAULT 1',
  'edited_by varchar',
  'edited_at bigint NOT NULL DEFAULT 0',
  'correction text',
  'first_published_at bigint',
  'scheduled_version integer',
  'scheduled_at bigint',
  'unpublish_at bigint',
  // TypeORM writes a default of false so on SQLite.
  'is_public boolean NOT NULL DEFAULT FALSE_VALUE',
  'source_hash varchar',
];

const articleIndexes = [
  'CREATE INDEX article_due ON article (status, is_public, timeline_at) WHERE NOT is_public',
  'CREATE INDEX article_unpublish ON article (unpublish_at) WHERE unpublish_at IS NOT NULL',
  'CREATE INDEX article_replacement ON article (scheduled_at) WHERE scheduled_at IS NOT NULL',
];

const articleRevision = new Table({
  name: 'article_revision',
  columns: [
    primaryId(),
    idColumn('article_id'),
    column('version', 'bigint'),
    column('content', 'text'),
    column('content_hash', 'varchar'),
    column('note', 'text', true),
    column('edited_by', 'varchar', true),
    column('edited_at', 'bigint'),
  ],
  foreignKeys: [referencesArticle('article_revision')],
  indices: [
    new TableIndex({
      name: 'article_revision_version',
      columnNames: ['article_id', 'version'],
      isUnique: true,
    }),
  ],
});

const articleCreation = new Table({
  name: 'article_creation',
  columns: [
    { ...column('created_by', 'varchar'), isPrimary: true },
    { ...column('idempotency_key', 'varchar'), isPrimary: true },
    column('input_hash', 'varchar'),
    idColumn('article_id'),
    column('created_at', 'bigint'),
  ],
  foreignKeys: [referencesArticle('article_creation')],
  indices: [new TableIndex({ name: 'article_creation_article', columnNames: ['article_id'] })],
});

const previewLink = new Table({
  name: 'preview_link',
  columns: [
    primaryId(),
    idColumn('article_id'),
    column('token_hash', 'varchar'),
    column('expires_at', 'bigint'),
    column('created_at', 'bigint'),
  ],
  foreignKeys: [referencesArticle('preview_link')],
  indices: [
    new TableIndex({ name: 'preview_link_token', columnNames: ['token_hash'], isUnique: true }),
    new TableIndex({
      name: 'preview_link_article',
      columnNames: ['article_id', 'expires_at'],
    }),
  ],
});

function referencesArticle(table: string) {
  return {
    name: `${table}_article_id_fkey`,
    columnNames: ['article_id'],
    referencedTableName: 'article',
    referencedColumnNames: ['id'],
    onDelete: 'CASCADE',
  };
}

function isPostgres({ connection }: QueryRunner): boolean {
  return connection.options.type === 'postgres';
}

type Row = Readonly<Record<string, unknown>>;

/** Articles are read a batch at a time, so that an archive of any size fits into memory. */
const batchSize = 100;

async function writeRevisions(runner: QueryRunner): Promise<void> {
  const ids = createIdMaker();
  for (let last = ''; ;) {
    const articles = (await runner.query(
      `SELECT * FROM article WHERE id > $1 ORDER BY id LIMIT ${batchSize}`,
      [last],
    )) as readonly Row[];
    for (const article of articles) await writeRevision(runner, article, ids);
    const end = articles.at(-1);
    if (end === undefined) return;
    last = String(end['id']);
  }
}

async function writeRevision(
  runner: QueryRunner,
  article: Row,
  ids: ReturnType<typeof createIdMaker>,
): Promise<void> {
  const content = JSON.stringify(await readContent(runner, article));
  const editedAt = Number(article['updated_at']);
  await runner.query(
    `INSERT INTO article_revision
       (id, article_id, version, content, content_hash, note, edited_by, edited_at)
     VALUES ($1, $2, $3, $4, $5, NULL, NULL, $6)`,
    [
      ids.make('revision', new Date(editedAt)),
      article['id'],
      article['version'],
      content,
      createHash('sha256').update(content).digest('hex'),
      editedAt,
    ],
  );
}

/** What a revision of the time of this migration holds, in the order that its hash is made of. */
async function readContent(runner: QueryRunner, article: Row): Promise<Row> {
  const { id } = article;
  const sections = (await runner.query(
    'SELECT * FROM section WHERE article_id = $1 ORDER BY position',
    [id],
  )) as readonly Row[];
  const images = (await runner.query(
    'SELECT * FROM image WHERE article_id = $1 ORDER BY position',
    [id],
  )) as readonly Row[];
  const lead = images.find((image) => image['section_id'] === null);
  return {
    title: article['title'],
    slug: article['slug'],
    locale: article['locale'],
    summary: article['summary'],
    byline: article['byline'],
    correction: null,
    readingTimeMinutes: article['stated_reading_time_minutes'],
    publishedAt: null,
    tags: [],
    leadImage: lead === undefined ? null : toImage(lead),
    sections: sections.map((section) => ({
      id: section['id'],
      heading: section['heading'],
      body: section['body'],
      images: images.filter((image) => image['section_id'] === section['id']).map(toImage),
    })),
  };
}

/** The caption stood in for an alternative text that nobody gave. */
function toImage(image: Row): Row {
  const { id, alt, caption, credit, width, height } = image;
  return {
    id,
    alt: alt === (caption ?? '') ? null : alt,
    caption,
    credit,
    fileId: null,
    url: null,
    width,
    height,
  };
}
