import type { KeyType, Position, SortKey } from './cursor';
import { maxPageSize, type PageRequest } from './page-request';
import type { Span } from './span';

/** Which way a list runs. */
export type SortDirection = 'ASC' | 'DESC';

/**
 * Before and after every real position: a list without a cursor is one between these two. The last
 * code point is no character, so that no text begins with it.
 */
const ends: Readonly<Record<KeyType, { lowest: Position; highest: Position }>> = {
  number: {
    lowest: { at: -999_999_999_999_999, id: '' },
    highest: { at: 999_999_999_999_999, id: '' },
  },
  text: { lowest: { at: '', id: '' }, highest: { at: '\u{10FFFF}', id: '' } },
};

/** What a page is cut from, and how. */
export interface KeysetOrder {
  /** The column of the sort key. */
  readonly at: string;
  /** The column of the id. */
  readonly id: string;
  readonly scan: SortDirection;
  readonly request: PageRequest;
}

/** Page sizes that have a text of their own; a page of another size reads as far as the next one. */
const readSizes = [0, 1, 2, 3, 5, 10, 15, 20, 25, 30, 40, 50, 75, maxPageSize];

/**
 * How many rows are read for a page: one more than it has at least, which tells whether another page
 * follows. There are few such numbers, so that page sizes make few statements.
 * Errors: RangeError for a size that is not a whole number up to `maxPageSize`: it stands in SQL.
 */
export function countRowsToRead({ limit }: Pick<PageRequest, 'limit'>): number {
  const size = Number.isInteger(limit) && limit >= 0 ? readSizes.find((one) => one >= limit) : null;
  if (typeof size === 'number') return size + 1;
  throw new RangeError(
    `A page's size must be a whole number from 0 to ${maxPageSize}, but got: ${limit}`,
  );
}

/**
 * The end of a selection that reads one page by keyset: bounds, order and limit.
 *
 * The limit stands in the text: SQLite's planner looks at a bound limit, and so prepares the
 * statement anew each time, which costs as much as reading the page.
 * Shape: `first` is the number of its first placeholder; it takes `keysetParameters`.
 * Errors: those of `countRowsToRead`.
 * Cost: one range of the index on (at, id), as long as `countRowsToRead` says.
 */
export function keysetClause(
  { at, id, scan, request }: KeysetOrder,
  first: number,
): { condition: string; order: string; limit: string } {
  const key = `(${at}, ${id})`;
  return {
    condition: `${key} > ($${first}, $${first + 1}) AND ${key} < ($${first + 2}, $${first + 3})`,
    order: `${at} ${scan}, ${id} ${scan}`,
    limit: String(countRowsToRead(request)),
  };
}

/** A list that neither its criteria nor the clock cut short. */
const endless: Span<SortKey> = { from: null, until: null };

/** The bounds of a page: its cursor's or those of what the list lies in, whichever are narrower. */
export function keysetParameters(
  request: PageRequest,
  direction: SortDirection,
  { from: start, until }: Span<SortKey> = endless,
): [SortKey, string, SortKey, string] {
  const { lowest, highest } = ends[request.keyType ?? 'number'];
  const [from, to] =
    direction === 'ASC' ? [request.after, request.before] : [request.before, request.after];
  // No id is empty, so these two lie before everything of their instant.
  const low = latest(from ?? lowest, start === null ? lowest : { at: start, id: '' });
  const high = earliest(to ?? highest, until === null ? highest : { at: until, id: '' });
  return [low.at, low.id, high.at, high.id];
}

function latest(one: Position, other: Position): Position {
  return isBefore(one, other) ? other : one;
}

function earliest(one: Position, other: Position): Position {
  return isBefore(one, other) ? one : other;
}

function isBefore(one: Position, other: Position): boolean {
  const order = compareKeys(one.at, other.at);
  return order < 0 || (order === 0 && one.id < other.id);
}

/** Texts as both databases order them: by their bytes in UTF-8. */
function compareKeys(one: SortKey, other: SortKey): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
}

/** The way the index is read: a page from the end is read from the end. */
export function scanDirection(request: PageRequest, direction: SortDirection): SortDirection {
  return request.isBackward === (direction === 'ASC') ? 'DESC' : 'ASC';
}
