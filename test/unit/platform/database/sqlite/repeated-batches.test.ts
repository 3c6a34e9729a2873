import { selection } from '../../../../../src/platform/database';
import type { BatchedQuery } from '../../../../../src/platform/database/sqlite/batched-query';
import {
  maxBatchedQueries,
  RepeatedBatches,
} from '../../../../../src/platform/database/sqlite/repeated-batches';

const setSize = 40;
const all: readonly BatchedQuery[] = Array.from({ length: setSize }, (_, number) => ({
  selection: selection(`test.read${number}`, [String(number)], (list) => `SELECT ${list}`),
  parameters: [number],
}));
const pick = (...numbers: readonly number[]) => numbers.flatMap((number) => all[number] ?? []);
const numbersOf = (groups: readonly (readonly BatchedQuery[])[]) =>
  groups.map((group) => group.flatMap(({ parameters }) => parameters));

describe('RepeatedBatches', () => {
  it('batches a set from its second use on', () => {
    const sets = new RepeatedBatches();
    expect(numbersOf(sets.group(pick(1, 2, 3)))).toEqual([[1], [2], [3]]);
    expect(numbersOf(sets.group(pick(1, 2, 3)))).toEqual([[1, 2, 3]]);
  });

  it('makes the same batch of a set in any order', () => {
    const sets = new RepeatedBatches();
    sets.group(pick(3, 1, 2));
    expect(numbersOf(sets.group(pick(2, 3, 1)))).toEqual([[1, 2, 3]]);
  });

  it('cuts a set that is too large for one statement', () => {
    const sets = new RepeatedBatches();
    sets.group(all);
    const groups = sets.group(all);
    expect(groups.map((group) => group.length)).toEqual([
      maxBatchedQueries,
      maxBatchedQueries,
      setSize - 2 * maxBatchedQueries,
    ]);
  });

  it('sends a single selection as it is', () => {
    const one = pick(7);
    expect(new RepeatedBatches().group(one)).toEqual([one]);
  });
});
