import type { Position } from './cursor';
import type { PageRequest } from './page-request';

/** Which way a list runs. */
export type SortDirection = 'ASC' | 'DESC';

/** Before and after every real position: a list without a cursor is one between these two. */
const lowest: Position = { at: -999_999_999_999_999, id: '' };
const highest: Position = { at: 999_999_999_999_999, id: '' };

/** What a page is cut from, and how. */
export interface KeysetOrder {
  /** The column of the sort key. */
  readonly at: string;
  /** The column of the id. */
  readonly id: string;
  readonly scan: SortDirection;
  readonly request: PageRequest;
}

/**
 * The end of a selection that reads one page by keyset: bounds, order and limit.
 *
 * The limit stands in the text, one row more than the page, which tells whether another page
 * follows: SQLite's planner looks at a bound limit, and so prepares the statement anew each time,
 * which costs as much as reading the page.
 * Shape: `first` is the number of its first placeholder; it takes `keysetParameters`.
 * Cost: one range of the index on (at, id), as long as the page.
 */
export function keysetClause(
  { at, id, scan, request }: KeysetOrder,
  first: number,
): { condition: string; order: string; limit: string } {
  const key = `(${at}, ${id})`;
  return {
    condition: `${key} > ($${first}, $${first + 1}) AND ${key} < ($${first + 2}, $${first + 3})`,
    order: `${at} ${scan}, ${id} ${scan}`,
    limit: String(request.limit + 1),
  };
}

/** The bounds of a page. */
export function keysetParameters(
  request: PageRequest,
  direction: SortDirection,
): [number, string, number, string] {
  const [from, to] =
    direction === 'ASC' ? [request.after, request.before] : [request.before, request.after];
  const low = from ?? lowest;
  const high = to ?? highest;
  return [low.at, low.id, high.at, high.id];
}

/** The way the index is read: a page from the end is read from the end. */
export function scanDirection(request: PageRequest, direction: SortDirection): SortDirection {
  return request.isBackward === (direction === 'ASC') ? 'DESC' : 'ASC';
}
