import type { Parameter } from '../database';

/** A stretch of a list's sort key. Units: milliseconds since 1970; null where it has no end. */
export interface Span {
  /** The first instant in it. */
  readonly from: number | null;
  /** The first instant behind it. */
  readonly until: number | null;
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
  { from, until }: Span,
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
