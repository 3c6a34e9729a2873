import fc from 'fast-check';
import {
  Page,
  type PageArguments,
  type PagedList,
  type Position,
  readCursor,
  readPageRequest,
  scanDirection,
  type SortDirection,
  keysetParameters,
} from '../../../../../src/platform/database/paging';
import { BadUserInput } from '../../../../../src/platform/errors';

const list: PagedList<Position> = { name: 'rows, ASC', positionOf: (row) => row };

const compare = (one: Position, other: Position) =>
  Number(one.at) - Number(other.at) || (one.id < other.id ? -1 : Number(one.id > other.id));

/** A table with an index on (at, id): reads it as the repositories' statements do. */
const readRows = (table: readonly Position[], direction: SortDirection, page: PageArguments) => {
  const request = readPageRequest(page, list.name);
  const [lowAt, lowId, highAt, highId] = keysetParameters(request, direction);
  const [low, high] = [
    { at: lowAt, id: lowId },
    { at: highAt, id: highId },
  ];
  const scan = scanDirection(request, direction) === 'ASC' ? 1 : -1;
  const rows = table
    .filter((row) => compare(row, low) > 0 && compare(row, high) < 0)
    .sort((one, other) => scan * compare(one, other))
    .slice(0, request.limit + 1);
  return Page.of(rows, list, request, () => table.length);
};

const table: fc.Arbitrary<Position[]> = fc.uniqueArray(
  fc.record({
    at: fc.integer({ min: -2, max: 2 }),
    id: fc.integer({ min: 0, max: 9 }).map((digit) => `comment_${String(digit).padStart(26, '0')}`),
  }),
  { maxLength: 25, selector: ({ at, id }) => `${at} ${id}` },
);
const direction = fc.constantFrom<SortDirection>('ASC', 'DESC');
const size = fc.integer({ min: 1, max: 7 });

const inOrder = (rows: readonly Position[], way: SortDirection) =>
  [...rows].sort((one, other) => (way === 'ASC' ? 1 : -1) * compare(one, other));

describe('Page', () => {
  it('walked forward or backward by any size is the whole list in its order', () => {
    fc.assert(
      fc.property(table, direction, size, (rows, way, step) => {
        const forward: Position[] = [];
        for (let after: string | null = null, hasMore = true; hasMore;) {
          const page: Page<Position> = readRows(rows, way, { first: step, after });
          forward.push(...page.nodes);
          ({ hasNextPage: hasMore, endCursor: after } = page.pageInfo);
        }
        const backward: Position[] = [];
        for (let before: string | null = null, hasMore = true; hasMore;) {
          const page: Page<Position> = readRows(rows, way, { last: step, before });
          backward.unshift(...page.nodes);
          ({ hasPreviousPage: hasMore, startCursor: before } = page.pageInfo);
        }
        expect([forward, backward]).toEqual([inOrder(rows, way), inOrder(rows, way)]);
      }),
    );
  });

  it('has a cursor for each edge, and those of its ends in pageInfo', () => {
    fc.assert(
      fc.property(table, direction, (rows, way) => {
        const page = readRows(rows, way, {});
        const cursors = page.edges.map(({ cursor }) => cursor);
        expect(cursors.map((cursor) => readCursor('after', cursor, list.name))).toEqual(page.nodes);
        const { startCursor, endCursor } = page.pageInfo;
        expect([startCursor, endCursor]).toEqual([cursors.at(0) ?? null, cursors.at(-1) ?? null]);
      }),
    );
  });

  it('of size 0 leads on from the cursor it was asked with, or claims nothing further', () => {
    fc.assert(
      fc.property(table, direction, fc.boolean(), (rows, way, hasCursor) => {
        const [start = null] = readRows(rows, way, { first: 1 }).edges;
        const after = hasCursor ? (start?.cursor ?? null) : null;
        const forward = readRows(rows, way, { first: 0, after }).pageInfo;
        expect(forward.endCursor).toBe(after);
        expect(forward.hasNextPage).toBe(after !== null && rows.length > 1);
        const [end = null] = readRows(rows, way, { last: 1 }).edges;
        const before = hasCursor ? (end?.cursor ?? null) : null;
        const backward = readRows(rows, way, { last: 0, before }).pageInfo;
        expect(backward.startCursor).toBe(before);
        expect(backward.hasPreviousPage).toBe(before !== null && rows.length > 1);
      }),
    );
  });

  it('counts only when it is asked for the total', async () => {
    let countings = 0;
    const request = readPageRequest({}, list.name);
    const page = Page.of<Position>([], list, request, () => (countings += 1));
    expect([page.nodes, page.edges, page.pageInfo.hasNextPage, countings]).toEqual([
      [],
      [],
      false,
      0,
    ]);
    expect(await page.totalCount()).toBe(1);
  });
});

describe('readPageRequest', () => {
  it('takes any one size from 0 to 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (limit) => {
        expect(readPageRequest({ first: limit }, list.name)).toMatchObject({
          limit,
          isBackward: false,
        });
        expect(readPageRequest({ last: limit }, list.name)).toMatchObject({
          limit,
          isBackward: true,
        });
      }),
    );
  });

  it('takes an empty cursor as none', () => {
    expect(readPageRequest({ after: '', before: '' }, list.name)).toMatchObject({
      after: null,
      before: null,
    });
  });

  it('refuses any other size, and both directions at once', () => {
    const wrong = fc.oneof(fc.integer({ max: -1 }), fc.integer({ min: 101 }));
    fc.assert(
      fc.property(wrong, fc.nat(100), (bad, good) => {
        const pages = [{ first: bad }, { last: bad }, { first: good, last: good }];
        for (const page of pages) {
          expect(() => readPageRequest(page, list.name)).toThrow(BadUserInput);
        }
      }),
    );
  });
});
