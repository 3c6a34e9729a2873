import { instant, integer, optionalText, text, typedSelection } from '../../src/platform/database';
import { openScratchDatabase, type ScratchDatabase } from '../support/open-scratch-database';

const everyKind = typedSelection(
  'test.everyKind',
  {
    name: text<'أول' | 'ثان'>('v.name'),
    note: optionalText('v.note'),
    total: integer('sum(v.amount)'),
    at: instant('max(v.made_at)'),
  },
  (list) => `SELECT ${list} FROM (
      SELECT 'أول' AS name, NULL AS note, 2 AS amount, 1718182800000 AS made_at
      UNION ALL SELECT 'أول', NULL, 3, 0
      UNION ALL SELECT 'ثان', 'ملاحظة', 4, 0) v
    WHERE v.name <> $1 GROUP BY v.name, v.note ORDER BY v.name`,
);

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await openScratchDatabase();
});

afterAll(() => scratch.drop());

describe('typedSelection', () => {
  it('reads rows as objects with the values that its columns name', async () => {
    expect(await everyKind.list(scratch.database.primary, ['غيره'])).toEqual([
      { name: 'أول', note: null, total: 5, at: new Date('2024-06-12T09:00:00Z') },
      { name: 'ثان', note: 'ملاحظة', total: 4, at: new Date(0) },
    ]);
  });

  it('finds the first row, and null where there is none', async () => {
    const { primary } = scratch.database;
    const none = typedSelection(
      'test.none',
      { one: integer('1') },
      (l) => `SELECT ${l} WHERE 1 = 2`,
    );
    expect(await everyKind.find(primary, ['أول'])).toHaveProperty('total', 4);
    expect(await none.find(primary)).toBeNull();
    expect(await none.list(primary)).toEqual([]);
  });
});
