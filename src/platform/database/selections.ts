import type { Selection } from './statement';

/** Selections whose text depends on how they are asked for: one object a text, so prepared once. */
export class Selections {
  private readonly known = new Map<string, Selection>();

  /** The selection of a key, composed the first time. */
  get(key: string, compose: () => Selection): Selection {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const composed = compose();
    this.known.set(key, composed);
    return composed;
  }
}
