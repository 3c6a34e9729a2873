import sqlite3 from 'sqlite3';
import {
  maxStatements,
  StatementCache,
} from '../../../../../src/platform/database/sqlite/statement-cache';

let handle: sqlite3.Database;
let statements: StatementCache;

const open = (number: number) =>
  statements.open(`key ${number}`, () => `SELECT ${number} AS value`);

const read = (statement: sqlite3.Statement) =>
  new Promise<unknown>((resolve, reject) => {
    statement.all((error, rows) => {
      if (error === null) resolve(rows);
      else reject(error);
    });
  });

beforeEach(async () => {
  await new Promise<void>((resolve, reject) => {
    handle = new sqlite3.Database(':memory:', (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
  statements = new StatementCache(handle);
});

afterEach(async () => {
  statements.clear();
  await new Promise<void>((resolve, reject) => {
    handle.close((error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
});

describe('StatementCache', () => {
  it('prepares a text once', async () => {
    expect(await open(1)).toBe(await open(1));
  });

  it('finalizes the least recently used statement when there is one too many', async () => {
    const [first, second] = [await open(0), await open(1)];
    for (let number = 2; number < maxStatements; number += 1) await open(number);
    await open(0);
    await open(maxStatements);
    await expect(read(second)).rejects.toThrow('finalized');
    expect(await read(first)).toEqual([{ value: 0 }]);
  });

  it('prepares an evicted statement again', async () => {
    for (let number = 0; number < 3 * maxStatements; number += 1) await open(number);
    expect(await read(await open(0))).toEqual([{ value: 0 }]);
  });

  it('keeps nothing of a text that cannot be prepared', async () => {
    const wrong = () => statements.open('wrong', () => 'SELECT FROM');
    await expect(wrong()).rejects.toThrow('syntax error');
    await expect(wrong()).rejects.toThrow('syntax error');
  });
});
