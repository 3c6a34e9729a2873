import { labelled, selection } from '../../../../src/platform/database';

describe('labelled', () => {
  it('keeps the label and writes the text on one line', () => {
    expect(labelled('item.find', ' SELECT 1\n   FROM item\tWHERE id = $1 ')).toEqual({
      label: 'item.find',
      sql: 'SELECT 1 FROM item WHERE id = $1',
    });
  });

  it('takes placeholders that first appear in order, each as often as wanted', () => {
    const sql = 'UPDATE item SET id = $1, name = $2, alias = $2 WHERE id = $1 AND rank < $3';
    expect(labelled('item.update', sql).sql).toBe(sql);
  });

  it.each([
    ['SELECT $2, $1', 'expected $1 before $2'],
    ['SELECT $1, $3, $2', 'expected $2 before $3'],
    ['SELECT $1 WHERE $10', 'expected $2 before $10'],
  ])('refuses %j: SQLite numbers placeholders as they appear', (sql, reason) => {
    expect(() => labelled('item.wrong', sql)).toThrow(`Statement item.wrong: ${reason}`);
  });
});

describe('selection', () => {
  it('names its columns by their place and knows how many they are', () => {
    const read = selection(
      'item.read',
      ['i.id', 'count(*)'],
      (list) => `SELECT ${list} FROM item i`,
    );
    expect(read).toMatchObject({
      label: 'item.read',
      sql: 'SELECT i.id AS c0, count(*) AS c1 FROM item i',
      columnCount: 2,
    });
  });

  it('gives each selection a serial of its own, also for equal texts', () => {
    const make = () => selection('item.read', ['1'], (list) => `SELECT ${list}`);
    expect(make().serial).not.toBe(make().serial);
  });

  it('refuses placeholders out of order as labelled does', () => {
    const make = () => selection('item.wrong', ['$2'], (list) => `SELECT ${list}, $1`);
    expect(make).toThrow('expected $1 before $2');
  });
});
