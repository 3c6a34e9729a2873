import fc from 'fast-check';
import {
  countRowsToRead,
  keysetClause,
  keysetParameters,
  type PageRequest,
  readPageRequest,
  type Position,
  type SortDirection,
  type Span,
} from '../../../../../src/platform/database/paging';
import { BadUserInput } from '../../../../../src/platform/errors';

const instant = fc.integer({ min: 0, max: 20 });
const position: fc.Arbitrary<Position | null> = fc.option(
  fc.record({ at: instant, id: fc.constantFrom('a', 'b', 'c') }),
);
const direction = fc.constantFrom<SortDirection>('ASC', 'DESC');
const span: fc.Arbitrary<Span> = fc.record({
  from: fc.option(instant),
  until: fc.option(instant),
});

const isBehind = (one: Position, other: Position) =>
  one.at > other.at || (one.at === other.at && one.id > other.id);

/** What the bounds are to mean: behind the one cursor, before the other, and in the stretch. */
const isMeant = (
  row: Position,
  { after, before }: PageRequest,
  scan: SortDirection,
  { from, until }: Span,
) => {
  const [low, high] = scan === 'ASC' ? [after, before] : [before, after];
  return (
    (low === null || isBehind(row, low)) &&
    (high === null || isBehind(high, row)) &&
    (from === null || Number(row.at) >= from) &&
    (until === null || Number(row.at) < until)
  );
};

describe('keysetParameters', () => {
  it('gives one range that holds what lies between both cursors and in the list’s stretch', () => {
    fc.assert(
      fc.property(
        position,
        position,
        direction,
        span,
        fc.record({ at: instant, id: fc.constantFrom('a', 'b', 'c') }),
        (after, before, scan, stretch, row) => {
          const request: PageRequest = { limit: 20, isBackward: false, after, before };
          const [lowAt, lowId, highAt, highId] = keysetParameters(request, scan, stretch);
          const isInRange =
            isBehind(row, { at: lowAt, id: lowId }) && isBehind({ at: highAt, id: highId }, row);
          expect(isInRange).toBe(isMeant(row, request, scan, stretch));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('countRowsToRead', () => {
  const sizes = Array.from({ length: 101 }, (_, limit) => limit);

  it('is more than the page has, and at most half as much again and a few', () => {
    for (const limit of sizes) {
      const count = countRowsToRead({ limit });
      expect(count).toBeGreaterThan(limit);
      expect(count).toBeLessThanOrEqual(limit * 1.5 + 3);
    }
  });

  it('is exact for the usual page sizes', () => {
    for (const limit of [1, 10, 20, 25, 50, 100])
      expect(countRowsToRead({ limit })).toBe(limit + 1);
  });

  it('takes few values, so that page sizes make few statements', () => {
    expect(new Set(sizes.map((limit) => countRowsToRead({ limit }))).size).toBeLessThan(20);
  });

  it.each([-1, 0.5, 101, NaN, Infinity, '1; DROP TABLE comment' as never])(
    'refuses %p, since the number stands in SQL',
    (limit) => {
      const request: PageRequest = { limit, isBackward: false, after: null, before: null };
      expect(() => countRowsToRead(request)).toThrow(RangeError);
      expect(() => keysetClause({ at: 'at', id: 'id', scan: 'ASC', request }, 1)).toThrow(
        'must be a whole number from 0 to 100',
      );
    },
  );
});

describe('readPageRequest', () => {
  it.each([0.5, NaN, '20' as never])('refuses a size of %p and names the argument', (size) => {
    expect(() => readPageRequest({ first: size }, 'comment')).toThrow(BadUserInput);
    expect(() => readPageRequest({ last: size }, 'comment')).toThrow(
      '"last" must be a whole number',
    );
  });
});
