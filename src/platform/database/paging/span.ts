import type { Parameter } from '../database';
import type { SortKey } from './cursor';

/** A stretch of a list's sort key, such as milliseconds since 1970; null where it has no end. */
export interface Span<Key extends SortKey = number> {
  /** The first key in it. */
  readonly from: Key | null;
  /** The first key behind it. */
  readonly until: Key | null;
}

const lastCodePoint = 0x10ffff;

/**
 * The stretch of the texts that begin so, by their code points.
 * Shape: the whole list for an empty beginning.
 */
export function spanOfPrefix(prefix: string): Span<string> {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  while (points.at(-1) === lastCodePoint) points.pop();
  const last = points.pop();
  if (last === undefined) return { from: prefix === '' ? null : prefix, until: null };
  // Surrogates are no characters of their own.
  const next = last === 0xd7ff ? 0xe000 : last + 1;
  return { from: prefix, until: String.fromCodePoint(...points, next) };
}

/** What lies in both stretches. */
export function intersect(one: Span, other: Span): Span {
  return {
    from: choose(Math.max, one.from, other.from),
    until: choose(Math.min, one.until, other.until),
  };
}

/** The conditions that a column lies in a stretch; none where it has no end. */
export function spanConditions(
  column: string,
  { from, until }: Span<SortKey>,
  place: (value: Parameter) => string,
): string[] {
  return [
    ...(from === null ? [] : [`${column} >= ${place(from)}`]),
    ...(until === null ? [] : [`${column} < ${place(until)}`]),
  ];
}

function choose(
  pick: (one: number, other: number) => number,
  one: number | null,
  other: number | null,
): number | null {
  if (one === null || other === null) return one ?? other;
  return pick(one, other);
}
