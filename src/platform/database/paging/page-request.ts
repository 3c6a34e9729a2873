import { BadUserInput } from '../../errors';
import { type KeyType, type Position, readCursor } from './cursor';

/** Relay's four arguments as a caller sends them. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A page that can be read: checked, with its cursors opened. */
export interface PageRequest {
  readonly limit: number;
  /** True for `last`: the page is counted from the end of the list. */
  readonly isBackward: boolean;
  readonly after: Position | null;
  readonly before: Position | null;
  /** What the list is sorted by; numbers where nothing is said. */
  readonly keyType?: KeyType;
}

/** Rows on a page where the caller does not say. */
export const defaultPageSize = 20;
/** Rows on a page at most. */
export const maxPageSize = 100;

/**
 * Checks Relay's arguments.
 * Shape: `listName` identifies the list; only cursors written for it are accepted.
 * Errors: BadUserInput for both directions at once, a size that is not a whole number from 0 to
 * `maxPageSize`, a cursor of another list or none.
 * Source: Relay cursor connections specification, 4.
 */
export function readPageRequest(
  page: PageArguments,
  listName: string,
  keyType: KeyType = 'number',
): PageRequest {
  const first = page.first ?? null;
  const last = page.last ?? null;
  if (first !== null && last !== null) {
    throw new BadUserInput('Arguments "first" and "last" exclude each other: send one of them');
  }
  return {
    limit: last === null ? readSize('first', first ?? defaultPageSize) : readSize('last', last),
    isBackward: last !== null,
    after: openCursor('after', page.after, listName, keyType),
    before: openCursor('before', page.before, listName, keyType),
    keyType,
  };
}

function readSize(argument: string, size: number): number {
  if (!Number.isInteger(size)) {
    throw new BadUserInput(`Argument "${argument}" must be a whole number, but got: ${size}`);
  }
  if (size < 0) {
    throw new BadUserInput(`Argument "${argument}" must be 0 or more, but got: ${size}`);
  }
  if (size > maxPageSize) {
    throw new BadUserInput(
      `Argument "${argument}" must be ${maxPageSize} or less, but got: ${size}. Read on with "${argument === 'first' ? 'after' : 'before'}"`,
    );
  }
  return size;
}

function openCursor(
  argument: string,
  cursor: string | null | undefined,
  listName: string,
  keyType: KeyType,
): Position | null {
  // Apollo Client's relayStylePagination sends '' for the null cursor of an empty page.
  if (cursor === null || cursor === undefined || cursor === '') return null;
  return readCursor(argument, cursor, listName, keyType);
}
