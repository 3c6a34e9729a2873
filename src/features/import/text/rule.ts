import type { LineRole } from '../importer';
import type { PageImage } from './page-images';
import type { PageLine } from './page-lines';

/**
 * The lines of a page, and what the rules have found so far.
 *
 * Shape: `roles` and `doubts` go with `lines`; a role of null is still open, a doubt of null is none.
 */
export interface PageReading {
  readonly lines: readonly PageLine[];
  readonly images: readonly PageImage[];
  /** Whether the page sets its blocks apart by empty lines. */
  readonly isSpaced: boolean;
  readonly roles: readonly (LineRole | null)[];
  readonly doubts: readonly (string | null)[];
}

/** A line, by its index in the page, the role that a rule gives it, and why that is in doubt. */
export interface Finding {
  readonly index: number;
  readonly role: LineRole;
  readonly doubt?: string;
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
  const found = new Map(rule.find(page).map((finding) => [finding.index, finding] as const));
  const foundAt = (index: number) => (page.roles[index] === null ? found.get(index) : undefined);
  return {
    ...page,
    roles: page.roles.map((role, index) => foundAt(index)?.role ?? role),
    doubts: page.doubts.map((doubt, index) => foundAt(index)?.doubt ?? doubt),
  };
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
