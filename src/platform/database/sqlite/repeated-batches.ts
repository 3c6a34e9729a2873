import { LRUCache } from 'lru-cache';
import type { BatchedQuery } from './batched-query';

/** Sets of selections that are remembered. */
const maxSets = 1_000;
/** Queries in one statement; a longer batch is split. */
export const maxBatchedQueries = 16;

/**
 * Decides which queries of one turn of the event loop are sent in one statement.
 *
 * A set of selections is batched from its second use on: clients can make more sets than statements
 * can be prepared for, and a set that is used once is sent as single statements, which are prepared.
 */
export class RepeatedBatches<One extends BatchedQuery> {
  private readonly seen = new LRUCache<string, true>({ max: maxSets });

  /** Shape: each group is one statement, its queries in the order of their selections' serials. */
  group(queries: readonly One[]): (readonly One[])[] {
    if (queries.length < 2) return [queries];
    // Sorted, so that a set has one statement whatever order its queries came in.
    const sorted = [...queries].sort((a, b) => a.selection.serial - b.selection.serial);
    const groups: (readonly One[])[] = [];
    for (let start = 0; start < sorted.length; start += maxBatchedQueries) {
      const set = sorted.slice(start, start + maxBatchedQueries);
      groups.push(...(this.isRepeated(set) ? [set] : set.map((one) => [one])));
    }
    return groups;
  }

  private isRepeated(set: readonly One[]): boolean {
    const key = set.map(({ selection }) => selection.serial).join();
    if (this.seen.get(key) === true) return true;
    this.seen.set(key, true);
    return false;
  }
}
