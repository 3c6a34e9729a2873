import { selection } from '../../../../../src/platform/database';
import type { Parcel } from '../../../../../src/platform/database/sqlite/packed-selection';
import {
  maxPackedSelections,
  UsualSets,
} from '../../../../../src/platform/database/sqlite/usual-sets';

const setSize = 40;
const all: readonly Parcel[] = Array.from({ length: setSize }, (_, number) => ({
  selection: selection(`test.read${number}`, [String(number)], (list) => `SELECT ${list}`),
  parameters: [number],
}));
const pick = (...numbers: readonly number[]) => numbers.flatMap((number) => all[number] ?? []);
const numbersOf = (groups: readonly (readonly Parcel[])[]) =>
  groups.map((group) => group.flatMap(({ parameters }) => parameters));

describe('UsualSets', () => {
  it('packs a set from its second use on', () => {
    const sets = new UsualSets();
    expect(numbersOf(sets.group(pick(1, 2, 3)))).toEqual([[1], [2], [3]]);
    expect(numbersOf(sets.group(pick(1, 2, 3)))).toEqual([[1, 2, 3]]);
  });

  it('packs a set alike in whatever order it was asked for', () => {
    const sets = new UsualSets();
    sets.group(pick(3, 1, 2));
    expect(numbersOf(sets.group(pick(2, 3, 1)))).toEqual([[1, 2, 3]]);
  });

  it('cuts a set that is too large for one statement', () => {
    const sets = new UsualSets();
    sets.group(all);
    const groups = sets.group(all);
    expect(groups.map((group) => group.length)).toEqual([
      maxPackedSelections,
      maxPackedSelections,
      setSize - 2 * maxPackedSelections,
    ]);
  });

  it('sends a single selection as it is', () => {
    const one = pick(7);
    expect(new UsualSets().group(one)).toEqual([one]);
  });
});
