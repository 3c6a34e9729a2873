import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { foldText } from '../../../lib/text';
import { column, idColumn } from './table-parts';

/**
 * The search index, folded slugs, and the slugs that articles once had.
 *
 * It branches by engine twice: each has a text index of its own kind, and only PostgreSQL has to be
 * told to compare terms by code points, as SQLite does anyway.
 */
export class CreateSearch1765200000000 implements MigrationInterface {
  readonly name = 'CreateSearch1765200000000';

  async up(runner: QueryRunner): Promise<void> {
    const isPostgres = runner.connection.options.type === 'postgres';
    for (const table of listTables(isPostgres)) await runner.createTable(table, false, true, true);
    for (const sql of isPostgres ? postgresIndex : sqliteIndex) await runner.query(sql);
    await runner.query(
      'INSERT INTO search_state (id, generation, last_sequence, article_count, word_count) VALUES (1, 1, 0, 0, 0)',
    );
    await runner.query('ALTER TABLE article ADD COLUMN slug_key varchar');
    await fillSlugKeys(runner, isPostgres);
    await runner.query('CREATE UNIQUE INDEX article_slug_key ON article (slug_key)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX article_slug_key');
    await runner.query('ALTER TABLE article DROP COLUMN slug_key');
    await runner.query('DROP TABLE search_index');
    for (const { name } of listTables(false).reverse()) await runner.dropTable(name);
  }
}

/** Without content of its own: the words stand in search_text, and nothing is kept twice. */
const sqliteIndex = [
  `CREATE VIRTUAL TABLE search_index USING fts5(
    title, rest, content = '', contentless_delete = 1, tokenize = 'ascii'
  )`,
];

const postgresIndex = [
  'CREATE TABLE search_index (sequence integer PRIMARY KEY, terms tsvector NOT NULL)',
  'CREATE INDEX search_index_terms ON search_index USING gin (terms)',
];

function listTables(isPostgres: boolean): Table[] {
  return [
    searchState,
    searchDocument,
    searchText,
    new Table({
      name: 'search_term',
      columns: [
        { ...column('generation', 'integer'), isPrimary: true },
        { ...termColumn('term', isPostgres), isPrimary: true },
        column('article_count', 'integer'),
        column('word', 'text'),
      ],
      withoutRowid: true,
    }),
    new Table({
      name: 'search_trigram',
      columns: [
        { ...termColumn('trigram', isPostgres), isPrimary: true },
        { ...termColumn('term', isPostgres), isPrimary: true },
      ],
      withoutRowid: true,
    }),
    formerSlug,
  ];
}

/** The one row that every write of the index locks first. */
const searchState = new Table({
  name: 'search_state',
  columns: [
    { ...column('id', 'integer'), isPrimary: true },
    column('generation', 'integer'),
    column('next_generation', 'integer', true),
    column('last_sequence', 'integer'),
    column('article_count', 'integer'),
    column('word_count', 'integer'),
  ],
});

const searchDocument = new Table({
  name: 'search_document',
  columns: [
    { ...column('sequence', 'integer'), isPrimary: true },
    idColumn('article_id'),
    column('analyzer', 'varchar'),
    column('word_count', 'integer'),
    column('generation', 'integer'),
  ],
  indices: [
    new TableIndex({
      name: 'search_document_article',
      columnNames: ['article_id'],
      isUnique: true,
    }),
  ],
});

const searchText = new Table({
  name: 'search_text',
  columns: [{ ...column('sequence', 'integer'), isPrimary: true }, column('words', 'text')],
});

const formerSlug = new Table({
  name: 'former_slug',
  columns: [
    { ...column('slug', 'varchar'), isPrimary: true },
    column('slug_key', 'varchar'),
    idColumn('article_id'),
    column('replaced_at', 'bigint'),
  ],
  foreignKeys: [
    {
      name: 'former_slug_article_id_fkey',
      columnNames: ['article_id'],
      referencedTableName: 'article',
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    },
  ],
  indices: [
    new TableIndex({ name: 'former_slug_key', columnNames: ['slug_key'] }),
    new TableIndex({ name: 'former_slug_article', columnNames: ['article_id'] }),
  ],
});

function termColumn(name: string, isPostgres: boolean) {
  return { ...column(name, 'varchar'), ...(isPostgres ? { collation: 'C' } : {}) };
}

/** Of articles whose slugs read alike, which was allowed until now, the first keeps its key. */
async function fillSlugKeys(runner: QueryRunner, isPostgres: boolean): Promise<void> {
  const rows = (await runner.query('SELECT id, slug FROM article ORDER BY id')) as {
    id: string;
    slug: string;
  }[];
  const update = isPostgres
    ? 'UPDATE article SET slug_key = $1 WHERE id = $2'
    : 'UPDATE article SET slug_key = ? WHERE id = ?';
  const taken = new Set<string>();
  for (const { id, slug } of rows) {
    const key = foldText(slug);
    if (!taken.has(key)) await runner.query(update, [key, id]);
    taken.add(key);
  }
}
