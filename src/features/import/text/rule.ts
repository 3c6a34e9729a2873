import type { LineRole } from '../importer';
import type { PageLine } from './page-lines';

/** The lines of a page, and the roles that the rules have found so far; null is still open. */
export interface PageReading {
  readonly lines: readonly PageLine[];
  readonly roles: readonly (LineRole | null)[];
}

/** A line, by its index in the page, and the role that a rule gives it. */
export interface Finding {
  readonly index: number;
  readonly role: LineRole;
}

/**
 * One rule of reading: a pure function over the page as it is read so far.
 *
 * Shape: `reason` says which property of the shape the rule rests on; a line that has a role keeps it.
 */
export interface Rule {
  readonly name: string;
  readonly reason: string;
  readonly find: (page: PageReading) => readonly Finding[];
}

/** Reads the page by one more rule. */
export function applyRule(page: PageReading, rule: Rule): PageReading {
  const found = new Map(rule.find(page).map(({ index, role }) => [index, role] as const));
  return { ...page, roles: page.roles.map((role, index) => role ?? found.get(index) ?? null) };
}

/** Gives a role to each open line, from an index to before another, that a test picks. */
export function findOpen(
  page: PageReading,
  role: LineRole,
  picks: (line: PageLine, index: number) => boolean,
  from = 0,
  to = page.lines.length,
): readonly Finding[] {
  return page.lines
    .map((line, index) => ({ line, index }))
    .filter(({ index }) => index >= from && index < to && page.roles[index] === null)
    .filter(({ line, index }) => picks(line, index))
    .map(({ index }) => ({ index, role }));
}
