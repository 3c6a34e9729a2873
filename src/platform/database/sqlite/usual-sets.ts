import { LRUCache } from 'lru-cache';
import type { Parcel } from './packed-selection';

/** Sets of selections that are remembered at most. */
const maxSets = 1_000;
/** Selections in one statement at most: a longer set is cut into several. */
export const maxPackedSelections = 16;

/**
 * Decides which selections of one turn travel in one statement.
 *
 * A set is packed from its second use on. A client can ask for more sets than can ever be prepared;
 * one that is asked for once goes as single selections, which are prepared already.
 */
export class UsualSets<One extends Parcel> {
  private readonly seen = new LRUCache<string, true>({ max: maxSets });

  /** Shape: each group is one statement, its selections in the order of their serials. */
  group(parcels: readonly One[]): (readonly One[])[] {
    if (parcels.length < 2) return [parcels];
    // One text for a set, in whatever order its selections were asked for.
    const sorted = [...parcels].sort((a, b) => a.selection.serial - b.selection.serial);
    const groups: (readonly One[])[] = [];
    for (let start = 0; start < sorted.length; start += maxPackedSelections) {
      const set = sorted.slice(start, start + maxPackedSelections);
      groups.push(...(this.isUsual(set) ? [set] : set.map((one) => [one])));
    }
    return groups;
  }

  private isUsual(set: readonly One[]): boolean {
    const key = set.map(({ selection }) => selection.serial).join();
    if (this.seen.get(key) === true) return true;
    this.seen.set(key, true);
    return false;
  }
}
