import { LRUCache } from 'lru-cache';
import type { Selection } from './statement';

/** Texts of one repository that are kept at most: more than its callers' usual criteria make. */
export const maxSelections = 256;

/**
 * Selections whose text depends on how they are asked for, the least recently used first to go.
 *
 * Equal texts are one object, so that each is prepared once.
 */
export class Selections<Composed extends object = Selection> {
  private readonly known = new LRUCache<string, Composed>({ max: maxSelections });

  /** The selection of a key, composed the first time. */
  get(key: string, compose: () => Composed): Composed {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const composed = compose();
    this.known.set(key, composed);
    return composed;
  }
}
