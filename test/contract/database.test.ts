import {
  DatabaseClosed,
  DatabaseError,
  labelled,
  type Queryable,
  selection,
  TransactionOver,
} from '../../src/platform/database';
import { createGate } from '../support/gate';
import { openScratchDatabase, type ScratchDatabase } from '../support/open-scratch-database';
import { isPostgres } from '../support/test-database';

const createPairs = labelled(
  'test.createPairs',
  'CREATE TABLE pair (name varchar NOT NULL, half integer NOT NULL, PRIMARY KEY (name, half))',
);
const insertHalf = labelled('test.insertHalf', 'INSERT INTO pair (name, half) VALUES ($1, $2)');
const removeByName = labelled('test.removeByName', 'DELETE FROM pair WHERE name = $1');
const removeAll = labelled('test.removeAll', 'DELETE FROM pair');
const listHalves = selection(
  'test.listHalves',
  ['name', 'half'],
  (list) => `SELECT ${list} FROM pair ORDER BY name, half`,
);
const listByName = selection(
  'test.listByName',
  ['half'],
  (list) => `SELECT ${list} FROM pair WHERE name = $1 ORDER BY half DESC`,
);
/** Pairs of which another transaction has written one half only. */
const listTorn = selection(
  'test.listTorn',
  ['name'],
  (list) => `SELECT ${list} FROM pair WHERE name <> $1 GROUP BY name HAVING count(*) <> 2`,
);
const readMissing = selection(
  'test.readMissing',
  ['1'],
  (list) => `SELECT ${list} FROM no_such_table`,
);

let scratch: ScratchDatabase;

const pools = ['primary', 'replica'] as const;
const readNames = async (reads: Queryable, name: string) =>
  (await reads.select(listByName, [name])).length;
const writePair = (name: string) =>
  scratch.database.transaction(async (transaction) => {
    await transaction.execute(insertHalf, [name, 1]);
    await transaction.execute(insertHalf, [name, 2]);
  });

beforeAll(async () => {
  scratch = await openScratchDatabase();
  await scratch.database.transaction((transaction) => transaction.execute(createPairs));
});

afterEach(() => scratch.database.transaction((transaction) => transaction.execute(removeAll)));

afterAll(() => scratch.drop());

describe('Database.transaction', () => {
  it('sees its own writes and tells how many rows a statement changed', async () => {
    const counts = await scratch.database.transaction(async (transaction) => [
      await transaction.execute(insertHalf, ['own', 1]),
      await transaction.execute(insertHalf, ['own', 2]),
      await readNames(transaction, 'own'),
      await transaction.execute(removeByName, ['own']),
      await transaction.execute(removeByName, ['own']),
    ]);
    expect(counts).toEqual([1, 1, 2, 2, 0]);
  });

  it('is undone whole when its work fails, and fails with the same error', async () => {
    const fault = new Error('changed my mind');
    const doomed = scratch.database.transaction(async (transaction) => {
      await transaction.execute(insertHalf, ['doomed', 1]);
      await transaction.execute(insertHalf, ['doomed', 2]);
      throw fault;
    });
    await expect(doomed).rejects.toBe(fault);
    expect(await readNames(scratch.database.primary, 'doomed')).toBe(0);
  });

  it('is undone whole when one of its statements fails', async () => {
    const doomed = scratch.database.transaction(async (transaction) => {
      await transaction.execute(insertHalf, ['twice', 1]);
      await transaction.execute(insertHalf, ['twice', 1]);
    });
    await expect(doomed).rejects.toBeInstanceOf(DatabaseError);
    expect(await readNames(scratch.database.primary, 'twice')).toBe(0);
  });

  it('is undone whole also when its work looks past a failed statement', async () => {
    const doomed = scratch.database.transaction(async (transaction) => {
      await transaction.execute(insertHalf, ['careless', 1]);
      await transaction.execute(insertHalf, ['careless', 1]).catch(() => 0);
      return 'acknowledged';
    });
    await expect(doomed).rejects.toBeInstanceOf(DatabaseError);
    expect(await readNames(scratch.database.primary, 'careless')).toBe(0);
  });

  it('takes no statement after its end', async () => {
    const late = await scratch.database.transaction((transaction) =>
      Promise.resolve({ send: () => transaction.execute(insertHalf, ['late', 1]) }),
    );
    await expect(late.send()).rejects.toBeInstanceOf(TransactionOver);
    expect(await readNames(scratch.database.primary, 'late')).toBe(0);
  });

  it('undoes also what its work left running when it failed', async () => {
    let leftRunning: Promise<unknown> = Promise.resolve();
    const doomed = scratch.database.transaction(async (transaction) => {
      await transaction.execute(insertHalf, ['hasty', 1]);
      leftRunning = Promise.allSettled(
        Array.from({ length: 20 }, (_, half) =>
          transaction.execute(insertHalf, ['hasty', half + 2]),
        ),
      );
      throw new Error('too hasty');
    });
    await expect(doomed).rejects.toThrow('too hasty');
    await leftRunning;
    await writePair('next');
    expect(await readNames(scratch.database.primary, 'hasty')).toBe(0);
  });

  it.each(pools)('hides its rows from the %s until they are durable', async (pool) => {
    const reads = scratch.database[pool];
    const seen = await scratch.database.transaction(async (transaction) => {
      await transaction.execute(insertHalf, ['open', 1]);
      return readNames(reads, 'open');
    });
    expect([seen, await readNames(reads, 'open')]).toEqual([0, 1]);
  });

  it('shows no reader a row that is later rolled back', async () => {
    const { database } = scratch;
    const [written, seen] = [createGate(), createGate()];
    // Fewer than PostgreSQL's pool has connections, since those who read need one too.
    const storm = Promise.allSettled(
      Array.from({ length: 5 }, (_, index) =>
        database.transaction(async (transaction) => {
          await transaction.execute(insertHalf, [`doomed-${index}`, 1]);
          await transaction.execute(insertHalf, [`doomed-${index}`, 2]);
          written.open();
          await seen.passed;
          throw new Error('rolled back');
        }),
      ),
    );
    await written.passed;
    for (const pool of pools) expect(await database[pool].select(listHalves)).toEqual([]);
    seen.open();
    for (const pool of pools) expect(await database[pool].select(listHalves)).toEqual([]);
    expect((await storm).map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
    for (const pool of pools) expect(await database[pool].select(listHalves)).toEqual([]);
  });

  it.each(pools)('is seen through the %s by every read after it was acknowledged', async (pool) => {
    for (let round = 0; round < 100; round += 1) {
      await writePair(`acknowledged-${round}`);
      expect(await readNames(scratch.database[pool], `acknowledged-${round}`)).toBe(2);
    }
  });

  it('succeeds a hundred times at once, none mixed with another, those that fail included', async () => {
    const name = (index: number) => `pair-${String(index).padStart(3, '0')}`;
    const fails = (index: number) => index % 3 === 1;
    const torn: unknown[] = [];
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, index) =>
        scratch.database.transaction(async (transaction) => {
          await transaction.execute(insertHalf, [name(index), 1]);
          torn.push(...(await transaction.select(listTorn, [name(index)])));
          if (fails(index)) throw new Error(name(index));
          await transaction.execute(insertHalf, [name(index), 2]);
          torn.push(...(await transaction.select(listTorn, [name(index)])));
          return name(index);
        }),
      ),
    );
    const all = Array.from({ length: 100 }, (_, index) => index);
    expect(results).toEqual(
      all.map((index) =>
        fails(index)
          ? { status: 'rejected', reason: new Error(name(index)) }
          : { status: 'fulfilled', value: name(index) },
      ),
    );
    expect(torn).toEqual([]);
    expect(await scratch.database.primary.select(listHalves)).toEqual(
      all
        .filter((index) => !fails(index))
        .flatMap((index) => [1, 2].map((half) => [name(index), half])),
    );
  });

  it('succeeds a hundred times at once beside another service on the same database', async () => {
    const other = await scratch.openAgain();
    try {
      await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          (index % 2 === 0 ? scratch.database : other).transaction(async (transaction) => {
            await transaction.execute(insertHalf, [`shared-${index}`, 1]);
            await transaction.execute(insertHalf, [`shared-${index}`, 2]);
          }),
        ),
      );
    } finally {
      await other.close();
    }
    expect(await scratch.database.primary.select(listHalves)).toHaveLength(200);
  });

  it('waits for the disk at each commit', async () => {
    const setting = isPostgres
      ? selection(
          'test.setting',
          [`current_setting('synchronous_commit')`],
          (list) => `SELECT ${list}`,
        )
      : selection(
          'test.setting',
          ['synchronous'],
          (list) => `SELECT ${list} FROM pragma_synchronous`,
        );
    const rows = await scratch.database.transaction((transaction) => transaction.select(setting));
    expect(rows).toEqual([[isPostgres ? 'on' : 2]]);
  });
});

describe('Database.transaction with a signal', () => {
  it('drops work whose signal is aborted already', async () => {
    const work = jest.fn(() => Promise.resolve());
    const reason = new Error('nobody waits');
    const dropped = scratch.database.transaction(work, { signal: AbortSignal.abort(reason) });
    await expect(dropped).rejects.toBe(reason);
    expect(work).not.toHaveBeenCalled();
  });

  it('drops work whose signal is aborted while it waits for its turn', async () => {
    const { database } = scratch;
    const gate = createGate();
    // As many as the larger of the two engines lets run at once.
    const held = Array.from({ length: 10 }, () => database.transaction(() => gate.passed));
    const controller = new AbortController();
    const work = jest.fn(() => Promise.resolve());
    const waiting = database.transaction(work, { signal: controller.signal });
    const reason = new Error('gone away');
    controller.abort(reason);
    gate.open();
    await expect(waiting).rejects.toBe(reason);
    await Promise.all(held);
    expect(work).not.toHaveBeenCalled();
  });

  it('finishes work that had begun before its signal was aborted', async () => {
    const controller = new AbortController();
    await scratch.database.transaction(
      async (transaction) => {
        await transaction.execute(insertHalf, ['begun', 1]);
        controller.abort(new Error('too late'));
        await transaction.execute(insertHalf, ['begun', 2]);
      },
      { signal: controller.signal },
    );
    expect(await readNames(scratch.database.primary, 'begun')).toBe(2);
  });
});

describe('Database.close', () => {
  it('finishes what was handed in, reads included', async () => {
    const closing = await scratch.openAgain();
    const work = Array.from({ length: 30 }, (_, index) =>
      closing.transaction((transaction) =>
        transaction.execute(insertHalf, [`handed-in-${index}`, 1]),
      ),
    );
    const reads = Array.from({ length: 30 }, () => closing.primary.select(listHalves));
    await closing.close();
    expect(await Promise.all(work)).toEqual(Array(30).fill(1));
    await Promise.all(reads);
    expect(await scratch.database.primary.select(listHalves)).toHaveLength(30);
  });

  it('refuses what comes later', async () => {
    const closing = await scratch.openAgain();
    const closed = closing.close();
    const work = jest.fn(() => Promise.resolve());
    await expect(closing.transaction(work)).rejects.toBeInstanceOf(DatabaseClosed);
    await closed;
    expect(work).not.toHaveBeenCalled();
    await expect(closing.transaction(work)).rejects.toBeInstanceOf(DatabaseClosed);
    await expect(closing.primary.select(listHalves)).rejects.toBeInstanceOf(DatabaseClosed);
    await expect(closing.checkReady()).rejects.toBeInstanceOf(DatabaseClosed);
  });
});

describe('DatabaseError', () => {
  const secret = 'reader@example.org';
  const failures = [
    labelled('test.missingTable', 'INSERT INTO no_such_table (name) VALUES ($1)'),
    labelled('test.notUnique', 'INSERT INTO pair (name, half) VALUES ($1, 1), ($1, 1)'),
    labelled('test.notNumber', 'INSERT INTO pair (name, half) VALUES (NULL, CAST($1 AS integer))'),
    labelled('test.tooShort', 'INSERT INTO pair (name) VALUES ($1)'),
  ];

  it.each(failures)('names $label and none of its parameters', async (statement) => {
    const error: unknown = await scratch.database
      .transaction((transaction) => transaction.execute(statement, [secret]))
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DatabaseError);
    expect(error).toMatchObject({ label: statement.label });
    expect(String(error)).toContain(statement.label);
    const everything = JSON.stringify(error, [
      ...Object.getOwnPropertyNames(error),
      'detail',
      'where',
    ]);
    expect(everything).not.toContain(secret);
  });

  it.each(pools)('comes from the %s as well', async (pool) => {
    await expect(scratch.database[pool].select(readMissing)).rejects.toMatchObject({
      name: 'DatabaseError',
      label: 'test.readMissing',
    });
  });
});

describe('ReadPool.openForRequest', () => {
  it.each(pools)(
    'gives each of several selections its own rows, in order, from the %s',
    async (pool) => {
      await writePair('first');
      await writePair('second');
      const reads = scratch.database[pool].openForRequest();
      const answers = await Promise.all([
        reads.select(listByName, ['second']),
        reads.select(listHalves),
        reads.select(listByName, ['absent']),
        reads.select(listByName, ['first']),
      ]);
      const descending = [[2], [1]];
      const all = ['first', 'second'].flatMap((name) => [1, 2].map((half) => [name, half]));
      expect(answers).toEqual([descending, all, [], descending]);
    },
  );

  it.each(pools)(
    'fails for a selection that fails on the %s, and serves the next',
    async (pool) => {
      await writePair('there');
      const reads = scratch.database[pool].openForRequest();
      await expect(reads.select(readMissing)).rejects.toBeInstanceOf(DatabaseError);
      expect(await reads.select(listByName, ['there'])).toEqual([[2], [1]]);
    },
  );

  it.each(pools)('sees through the %s what was acknowledged before each call', async (pool) => {
    const reads = scratch.database[pool].openForRequest();
    for (let round = 0; round < 20; round += 1) {
      await writePair(`round-${round}`);
      expect(await readNames(reads, `round-${round}`)).toBe(2);
    }
  });
});

describe('StatementListener', () => {
  it('is told the label of every statement, in the order sent', async () => {
    scratch.statements.length = 0;
    await writePair('labelled');
    await scratch.database.replica.select(listHalves);
    expect(scratch.statements.filter((label) => label.startsWith('test.'))).toEqual([
      'test.insertHalf',
      'test.insertHalf',
      'test.listHalves',
    ]);
  });
});
