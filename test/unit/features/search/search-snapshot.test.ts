import {
  fromSnapshotValue,
  toSnapshotValue,
  type SearchSnapshot,
} from '../../../../src/features/search/ranking/search-snapshot';

const snapshot: SearchSnapshot = {
  lastSequence: 42,
  statistics: { articleCount: 40, wordCount: 9000 },
  vocabulary: {
    articleCounts: new Map([['غزه', 7]]),
    completions: [{ term: 'فلسطين', articleCount: 3 }],
    lookalikes: new Map([['استحواز', [{ term: 'استحواذ', articleCount: 1 }]]]),
  },
};

describe('search snapshot', () => {
  it('comes back from a cursor as it went in', () => {
    const value: unknown = JSON.parse(JSON.stringify(toSnapshotValue(snapshot)));
    expect(fromSnapshotValue(value)).toEqual(snapshot);
  });

  it.each([
    [null],
    ['x'],
    [[]],
    [[1, 2, 3]],
    [[-1, 0, 0, [], [], []]],
    [[1, 0, 0, [['', 1]], [], []]],
  ])('refuses %j', (value) => {
    expect(fromSnapshotValue(value)).toBeNull();
  });
});
