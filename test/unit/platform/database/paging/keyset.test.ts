import fc from 'fast-check';
import {
  keysetParameters,
  type PageRequest,
  type Position,
  type SortDirection,
  type Span,
} from '../../../../../src/platform/database/paging';

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
    (from === null || row.at >= from) &&
    (until === null || row.at < until)
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
