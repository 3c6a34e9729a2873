import { createHash } from 'node:crypto';
import { z } from 'zod';
import { findListName } from '../../platform/database/paging';
import { BadUserInput } from '../../platform/errors';
import type { ArticleCriteria } from '../article';
import type { SearchQuery } from './analysis/query-parser';
import type { ScoredCandidate } from './ranking/score-candidates';
import { fromSnapshotValue, type SearchSnapshot, toSnapshotValue } from './ranking/search-snapshot';

/** A place in a search's list, with all that the list was made from. */
export interface SearchPosition extends ScoredCandidate {
  readonly snapshot: SearchSnapshot;
  /** When the list was made: what was scheduled then is not on it. */
  readonly now: Date;
}

/** The longest cursor that is read: one of the longest query is shorter. */
const maxCursorLength = 32_768;

const shape = z.tuple([z.string(), z.number(), z.number().int(), z.number().int(), z.unknown()]);

/** What a cursor belongs to: a query by its meaning, not its spelling, and a filter. */
export function searchKey(query: SearchQuery, { now: _now, ...filter }: ArticleCriteria): string {
  return createHash('sha256')
    .update(JSON.stringify([query, filter]))
    .digest('base64url')
    .slice(0, 11);
}

/** The opaque text of a position. */
export function writeSearchCursor(key: string, position: SearchPosition): string {
  const { score, sequence, now, snapshot } = position;
  const value = [key, score, sequence, now.getTime(), toSnapshotValue(snapshot)];
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/**
 * The position that a cursor stands for.
 * Errors: BadUserInput where the text is no cursor, or one of another search.
 */
export function readSearchCursor(key: string, cursor: string): SearchPosition {
  const value = cursor.length > maxCursorLength ? null : parse(cursor);
  const parsed = shape.safeParse(value);
  const snapshot = parsed.success ? fromSnapshotValue(parsed.data[4]) : null;
  if (!parsed.success || snapshot === null || parsed.data[0] !== key) {
    throw new BadUserInput(
      `Argument "after" must be a cursor of this search with this filter${describe(cursor, snapshot)}`,
    );
  }
  const [, score, sequence, at] = parsed.data;
  return { score, sequence, snapshot, now: new Date(at) };
}

function describe(cursor: string, snapshot: SearchSnapshot | null): string {
  if (snapshot !== null) return ', but got a cursor of another search or filter';
  const listName = findListName(cursor);
  return listName === null
    ? `, as an edge or pageInfo gave it, but got: ${JSON.stringify(cursor.slice(0, 80))}`
    : `, but got a cursor of another list: ${listName}`;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
