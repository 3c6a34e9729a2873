import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';
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

/** Units: bytes. */
const nonceLength = 12;
const tagLength = 16;
const paddedTo = 64;

/**
 * Writes and reads the cursors of searches. They are encrypted: places in the index and its counts
 * would tell readers of articles that they may not see. Equal positions have equal cursors.
 */
export class SearchCursors {
  /** Shape: `key` is 32 bytes, the same on every instance. */
  constructor(private readonly key: Buffer) {}

  /** The opaque text of a position. */
  write(key: string, { score, sequence, now, snapshot }: SearchPosition): string {
    const value = [key, score, sequence, now.getTime(), toSnapshotValue(snapshot)];
    const json = Buffer.from(JSON.stringify(value));
    // Not even the length tells how large a number is.
    const text = Buffer.alloc(Math.ceil(json.length / paddedTo) * paddedTo, ' ');
    json.copy(text);
    // No two texts share a nonce, and one text always has the same.
    const nonce = createHmac('sha256', this.key).update(text).digest().subarray(0, nonceLength);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const encrypted = [cipher.update(text), cipher.final()];
    return Buffer.concat([nonce, cipher.getAuthTag(), ...encrypted]).toString('base64url');
  }

  /**
   * The position that a cursor stands for.
   * Errors: BadUserInput where the text is no cursor, or one of another search.
   */
  read(key: string, cursor: string): SearchPosition {
    const value = cursor.length > maxCursorLength ? null : this.decrypt(cursor);
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

  private decrypt(cursor: string): unknown {
    const bytes = Buffer.from(cursor, 'base64url');
    const start = nonceLength + tagLength;
    try {
      const cipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, nonceLength));
      cipher.setAuthTag(bytes.subarray(nonceLength, start));
      const text = Buffer.concat([cipher.update(bytes.subarray(start)), cipher.final()]);
      return JSON.parse(text.toString());
    } catch {
      return null;
    }
  }
}

function describe(cursor: string, snapshot: SearchSnapshot | null): string {
  if (snapshot !== null) return ', but got a cursor of another search or filter';
  const listName = findListName(cursor);
  return listName === null
    ? `, as an edge or pageInfo gave it, but got: ${JSON.stringify(cursor.slice(0, 80))}`
    : `, but got a cursor of another list: ${listName}`;
}
