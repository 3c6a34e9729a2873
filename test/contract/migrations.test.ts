import { DataSource } from 'typeorm';
import { entities } from '../../src/app/create-features';
import { labelled, openDatabase, selection } from '../../src/platform/database';
import { migrations } from '../../src/platform/database/migrations';
import { createTestDatabase, isPostgres, type TestDatabase } from '../support/test-database';

let address: TestDatabase;

beforeEach(async () => {
  address = await createTestDatabase({ hasTables: false });
});

afterEach(() => address.drop());

const open = () => openDatabase({ url: address.url, statementTimeoutMs: 10_000, entities });

/** TypeORM by itself on the same database, for what it makes of the entities. */
async function withDataSource<Result>(
  work: (source: DataSource) => Promise<Result>,
): Promise<Result> {
  const common = { entities, migrations, synchronize: false };
  const source = await new DataSource(
    isPostgres
      ? { ...common, type: 'postgres', url: address.url, installExtensions: false }
      : { ...common, type: 'sqlite', database: address.url.replace(/^sqlite:/, '') },
  ).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

const listDifferences = () =>
  withDataSource(async (source) => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  });

const createMark = labelled('test.createMark', 'CREATE TABLE mark (value integer NOT NULL)');
const insertMark = labelled('test.insertMark', 'INSERT INTO mark (value) VALUES (1)');
const readMark = selection('test.readMark', ['value'], (list) => `SELECT ${list} FROM mark`);
const insertOrphan = labelled(
  'test.insertOrphan',
  `INSERT INTO comment_tally (article_id, approved_count, thread_count) VALUES ('none', 0, 0)`,
);

describe('the migrations', () => {
  it('make the tables that the entities describe, indexes and keys included', async () => {
    expect(await listDifferences()).not.toEqual([]);
    await (await open()).close();
    expect(await listDifferences()).toEqual([]);
  });

  it('leave nothing behind when they are undone', async () => {
    await (await open()).close();
    const left = await withDataSource(async (source) => {
      for (const _ of migrations) await source.undoLastMigration({ transaction: 'all' });
      const runner = source.createQueryRunner();
      const found: string[] = [];
      for (const { tableName } of source.entityMetadatas) {
        if (await runner.hasTable(tableName)) found.push(tableName);
      }
      return found;
    });
    expect(left).toEqual([]);
  });

  it('run once: a second start finds what the first one wrote', async () => {
    const first = await open();
    await first.transaction(async (transaction) => {
      await transaction.execute(createMark);
      await transaction.execute(insertMark);
    });
    await first.close();
    const second = await open();
    expect(await second.primary.select(readMark)).toEqual([[1]]);
    await second.close();
  });

  it('run once also when several services start at the same moment', async () => {
    const databases = await Promise.all(Array.from({ length: 4 }, open));
    await Promise.all(databases.map((database) => database.checkReady()));
    await Promise.all(databases.map((database) => database.close()));
    expect(await listDifferences()).toEqual([]);
  });

  it('refuse a database that a newer version has migrated, and name both versions', async () => {
    await (await open()).close();
    await withDataSource((source) =>
      source.query(
        `INSERT INTO migrations (timestamp, name) VALUES (4000000000000, 'FromTheFuture4000000000000')`,
      ),
    );
    const newest = migrations.at(-1)?.name ?? '';
    await expect(open()).rejects.toThrow(
      new RegExp(`newer than this program.*FromTheFuture4000000000000.*${newest}`),
    );
    await withDataSource((source) =>
      source.query(`DELETE FROM migrations WHERE name = 'FromTheFuture4000000000000'`),
    );
    await (await open()).close();
  });

  it('hold references: a row that points at nothing is refused', async () => {
    const database = await open();
    const orphan = database.transaction((transaction) => transaction.execute(insertOrphan));
    await expect(orphan).rejects.toMatchObject({ label: 'test.insertOrphan' });
    await database.close();
  });
});
