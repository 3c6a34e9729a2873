import fc from 'fast-check';
import { groupByKey, matchByKey } from '../../../../src/lib/batch';

interface Item {
  readonly key: string;
  readonly number: number;
}

const keyOf = ({ key }: Item) => key;
const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '__proto__', ''));
const items = fc.array(
  fc.record({ key: fc.constantFrom('a', 'b', 'c', 'x', '__proto__'), number: fc.integer() }),
);

describe('matchByKey', () => {
  it('gives the items in the order of the keys, null where there is none', () => {
    const found = [
      { key: 'b', number: 2 },
      { key: 'a', number: 1 },
    ];
    expect(matchByKey(['a', 'x', 'b', 'a'], found, keyOf)).toEqual([
      found[1],
      null,
      found[0],
      found[1],
    ]);
  });

  it('answers every key, as often as it was asked, with an item of that key or null', () => {
    fc.assert(
      fc.property(keys, items, (asked, found) => {
        const answers = matchByKey(asked, found, keyOf);
        expect(answers).toHaveLength(asked.length);
        answers.forEach((answer, index) => {
          if (answer === null) expect(found.map(keyOf)).not.toContain(asked[index]);
          else expect(answer.key).toBe(asked[index]);
        });
      }),
    );
  });
});

describe('groupByKey', () => {
  it('gives each key its items in the order found, an empty list where there are none', () => {
    const found = [
      { key: 'b', number: 1 },
      { key: 'a', number: 2 },
      { key: 'b', number: 3 },
    ];
    expect(groupByKey(['a', 'b', 'x'], found, keyOf)).toEqual([
      [found[1]],
      [found[0], found[2]],
      [],
    ]);
  });

  it('leaves out items without a key, and those that nobody asked for', () => {
    const found = [{ key: null }, { key: 'x' }, { key: 'a' }];
    expect(groupByKey(['a'], found, ({ key }) => key)).toEqual([[{ key: 'a' }]]);
  });

  it('answers every key with exactly its items', () => {
    fc.assert(
      fc.property(keys, items, (asked, found) => {
        expect(groupByKey(asked, found, keyOf)).toEqual(
          asked.map((key) => found.filter((item) => item.key === key)),
        );
      }),
    );
  });
});
