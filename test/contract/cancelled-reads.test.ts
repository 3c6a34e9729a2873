import { Cancellation } from '../../src/platform/cancellation';
import { selection } from '../../src/platform/database';
import { openScratchDatabase, type ScratchDatabase } from '../support/open-scratch-database';
import { waitUntil } from '../support/wait-until';

/** Counts without end. */
const countForEver = selection(
  'test.countForEver',
  ['count(*)'],
  (list) =>
    `SELECT ${list} FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n) m`,
);
const readOne = selection('test.readOne', ['1'], (list) => `SELECT ${list}`);
/** More than either engine runs at once, so that some of them wait. */
const manyCount = 12;
const reason = new Error('The client went away');
const pools = ['primary', 'replica'] as const;

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await openScratchDatabase();
});

afterAll(() => scratch.drop());

describe('ReadPool.openForRequest with a signal', () => {
  it.each(pools)('interrupts what runs on the %s and drops what waits', async (pool) => {
    const controller = new Cancellation();
    const reads = scratch.database[pool].openForRequest(controller);
    scratch.statements.length = 0;
    const counts = Array.from({ length: manyCount }, () =>
      reads.select(countForEver).catch((error: unknown) => error),
    );
    await waitUntil(() => scratch.statements.includes('test.countForEver'));
    controller.abort(reason);
    expect(await Promise.all(counts)).toEqual(Array(manyCount).fill(reason));
  });

  it.each(pools)('disturbs no statement of another request on the %s', async (pool) => {
    for (let round = 0; round < 5; round += 1) {
      const controller = new Cancellation();
      const doomed = scratch.database[pool].openForRequest(controller).select(countForEver);
      const others = Array.from({ length: manyCount }, () =>
        scratch.database[pool].openForRequest(new Cancellation()).select(readOne),
      );
      setImmediate(() => {
        controller.abort(reason);
      });
      await expect(doomed).rejects.toBe(reason);
      expect(await Promise.all(others)).toEqual(Array(manyCount).fill([[1]]));
    }
  });

  it.each(pools)('sends nothing to the %s once the signal is aborted', async (pool) => {
    scratch.statements.length = 0;
    const reads = scratch.database[pool].openForRequest(AbortSignal.abort(reason));
    await expect(reads.select(countForEver)).rejects.toBe(reason);
    expect(scratch.statements).not.toContain('test.countForEver');
  });

  it.each(pools)('interrupts on the %s also by an AbortSignal', async (pool) => {
    const controller = new AbortController();
    const count = scratch.database[pool].openForRequest(controller.signal).select(countForEver);
    setImmediate(() => {
      controller.abort(reason);
    });
    await expect(count).rejects.toBe(reason);
  });
});
