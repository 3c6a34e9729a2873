import {
  type Database,
  labelled,
  postgresDialect,
  type Row,
  selection,
  sqliteDialect,
} from '../../src/platform/database';
import { openScratchDatabase, type ScratchDatabase } from '../support/open-scratch-database';
import { isPostgres } from '../support/test-database';

const createItems = labelled(
  'test.createItems',
  'CREATE TABLE item (id varchar PRIMARY KEY, owner varchar NOT NULL, rank integer NOT NULL)',
);
const insertItem = labelled(
  'test.insertItem',
  'INSERT INTO item (id, owner, rank) VALUES ($1, $2, $3)',
);

/** Keys that would break a list that is not bound as a parameter. */
const strangeKeys = ["o'clock", 'a","b', 'مقال', '{x,y}', 'NULL', '', '\\', 'a b'];

let scratch: ScratchDatabase;
let database: Database;

beforeAll(async () => {
  scratch = await openScratchDatabase();
  database = scratch.database;
  await database.transaction(async (transaction) => {
    await transaction.execute(createItems);
    for (const rank of [3, 1, 4, 2, 5]) {
      await transaction.execute(insertItem, [`many-${rank}`, 'many', rank]);
    }
    await transaction.execute(insertItem, ['few-1', 'few', 10]);
    for (const key of strangeKeys) await transaction.execute(insertItem, [`#${key}`, key, 0]);
  });
});

afterAll(() => scratch.drop());

describe('Database.dialect', () => {
  it('is the one of the engine', () => {
    expect(database.dialect).toBe(isPostgres ? postgresDialect : sqliteDialect);
  });
});

describe('Dialect.isOneOf', () => {
  const read = (owners: readonly string[]): Promise<readonly Row[]> =>
    database.primary.select(
      selection(
        'test.isOneOf',
        ['id'],
        (list) =>
          `SELECT ${list} FROM item WHERE ${database.dialect.isOneOf('owner', '$1')} ORDER BY rank`,
      ),
      [owners],
    );

  it('holds for every row with one of the values', async () => {
    expect(await read(['few', 'many', 'nobody'])).toEqual(
      ['many-1', 'many-2', 'many-3', 'many-4', 'many-5', 'few-1'].map((id) => [id]),
    );
  });

  it('holds once for a value that is given twice', async () => {
    expect(await read(['few', 'few'])).toEqual([['few-1']]);
  });

  it('holds for no row where there are no values', async () => {
    expect(await read([])).toEqual([]);
  });

  it.each(strangeKeys)('takes %j as it is', async (key) => {
    expect(await read([key])).toEqual([[`#${key}`]]);
  });
});

describe('Dialect.firstForEach', () => {
  const read = (
    owners: readonly string[],
    direction: 'ASC' | 'DESC',
    least: number,
    limit: number,
  ) =>
    database.primary.select(
      selection('test.firstForEach', ['c.owner', 'c.rank'], (list) =>
        database.dialect.firstForEach({
          list,
          table: 'item',
          condition: 'c.owner = k.value AND c.rank >= $2',
          order: `c.rank ${direction}`,
          limit: '$3',
        }),
      ),
      [owners, least, limit],
    );

  it('reads no more than the limit for each key, in order', async () => {
    expect(await read(['few', 'many'], 'ASC', 0, 3)).toEqual([
      ['many', 1],
      ['many', 2],
      ['many', 3],
      ['few', 10],
    ]);
  });

  it('reads from the other end in the other order', async () => {
    expect(await read(['few', 'many'], 'DESC', 0, 2)).toEqual([
      ['few', 10],
      ['many', 5],
      ['many', 4],
    ]);
  });

  it('counts only rows that the condition lets through', async () => {
    expect(await read(['few', 'many'], 'ASC', 4, 2)).toEqual([
      ['many', 4],
      ['many', 5],
      ['few', 10],
    ]);
  });

  it('reads nothing for a key without rows, for no keys, and for a limit of 0', async () => {
    expect(await read(['nobody'], 'ASC', 0, 3)).toEqual([]);
    expect(await read([], 'ASC', 0, 3)).toEqual([]);
    expect(await read(['many'], 'ASC', 0, 0)).toEqual([]);
  });

  it.each(strangeKeys)('takes the key %j as it is', async (key) => {
    expect(await read([key], 'ASC', 0, 3)).toEqual([[key, 0]]);
  });
});

describe('Dialect.firstForEach, where the ids stand in another table', () => {
  const createLinks = labelled(
    'test.createLinks',
    'CREATE TABLE link (list varchar NOT NULL, item_id varchar NOT NULL, place integer NOT NULL)',
  );
  const insertLink = labelled(
    'test.insertLink',
    'INSERT INTO link (list, item_id, place) VALUES ($1, $2, $3)',
  );
  const read = (lists: readonly string[], limit: number) =>
    database.primary.select(
      selection('test.firstLinked', ['k.value', 'c.owner', 'c.rank'], (list) =>
        database.dialect.firstForEach({
          ...{ list, table: 'item', order: 'x.place DESC', limit: '$2' },
          condition: 'x.list = k.value',
          ids: { table: 'link', column: 'item_id', rowOrder: 'c.rank DESC, k.value' },
        }),
      ),
      [lists, limit],
    );

  beforeAll(() =>
    database.transaction(async (transaction) => {
      await transaction.execute(createLinks);
      for (const place of [1, 2, 3]) {
        await transaction.execute(insertLink, ['one', `many-${place}`, place]);
      }
      await transaction.execute(insertLink, ['two', 'many-3', 1]);
    }),
  );

  it('gives each key its rows, in one order, a row of two keys to both', async () => {
    expect(await read(['one', 'two', 'none'], 2)).toEqual([
      ['one', 'many', 3],
      ['two', 'many', 3],
      ['one', 'many', 2],
    ]);
  });
});

describe('Dialect.jsonRows', () => {
  const read = async (rows: readonly unknown[][]) => {
    const source = database.dialect.jsonRows('$1', 'd', [
      { name: 'name', type: 'text' },
      { name: 'amount', type: 'bigint' },
      { name: 'is_set', type: 'boolean' },
    ]);
    const found = await database.primary.select(
      selection(
        'test.jsonRows',
        ['d.name', 'd.amount', 'd.is_set'],
        (list) => `SELECT ${list} FROM ${source}`,
      ),
      [JSON.stringify(rows)],
    );
    return found.map(([name, amount, isSet]) => [
      name,
      amount === null ? null : Number(amount),
      isSet === null ? null : Boolean(isSet),
    ]);
  };

  it('gives the rows of a JSON text in its order, nulls and negative numbers too', async () => {
    const rows = [
      ['b', -1, true],
      ['a', 1_717_000_000_000, false],
      [null, null, null],
    ];
    expect(await read(rows)).toEqual(rows);
  });

  it('takes every text as it is', async () => {
    const rows = strangeKeys.map((key) => [key, 0, true]);
    expect(await read(rows)).toEqual(rows);
  });

  it('gives no row for an empty list', async () => {
    expect(await read([])).toEqual([]);
  });
});
