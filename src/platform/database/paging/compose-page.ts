import type { Parameter } from '../database';
import { keysetClause, keysetParameters, scanDirection, type SortDirection } from './keyset';
import type { PageRequest } from './page-request';
import type { Span } from './span';

/** A piece of SQL with its parameters; the same text for the same kind of question. */
export interface SqlText {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** Rows that one index holds in the order of a list. */
export interface OrderedList {
  /** Where in the order they lie, as far as a caller asks for or may see them. */
  readonly span: Span;
  /** The condition that means them, beside the span; placeholders from `$first`. */
  readonly compose: (first: number) => SqlText;
}

/** What a page is cut from. */
export interface PageSource {
  readonly table: string;
  /** Under which the lists know the table. */
  readonly alias: string;
  /** The column of the sort key. */
  readonly at: string;
  /** One at least; together they are the list that is paged. */
  readonly lists: readonly OrderedList[];
}

/**
 * What a page is selected from, to the end of the statement; placeholders from $1.
 *
 * Each list gives its own first rows, and the page is cut from these. A list's span and the cursor
 * are one range: of two, SQLite looks up one and passes over what only the other leaves out.
 * Cost: one range of an index for each list, as long as the page.
 */
export function composePage(
  { table, alias, at, lists }: PageSource,
  direction: SortDirection,
  request: PageRequest,
): SqlText {
  const scan = scanDirection(request, direction);
  const keyset = { at: `${alias}.${at}`, id: `${alias}.id`, scan, request };
  const parameters: Parameter[] = [];
  const { order, limit } = keysetClause(keyset, 1);
  const end = `ORDER BY ${order} LIMIT ${limit}`;
  const conditions = lists.map(({ span, compose }) => {
    const own = compose(parameters.length + 1);
    parameters.push(...own.parameters);
    const { condition } = keysetClause(keyset, parameters.length + 1);
    parameters.push(...keysetParameters(request, direction, span));
    return `${own.sql} AND ${condition}`;
  });
  const [only = ''] = conditions;
  const parts = conditions.map(
    (part) => `SELECT p.id FROM (SELECT ${alias}.id FROM ${table} ${alias} WHERE ${part} ${end}) p`,
  );
  const meant = lists.length === 1 ? only : `${alias}.id IN (${parts.join(' UNION ALL ')})`;
  return { sql: `FROM ${table} ${alias} WHERE ${meant} ${end}`, parameters };
}

/** Gives each value of a piece of SQL its placeholder, from `$first` on. */
export function placeholders(first: number): {
  readonly place: (value: Parameter) => string;
  readonly parameters: readonly Parameter[];
} {
  const parameters: Parameter[] = [];
  return { place: (value) => `$${first - 1 + parameters.push(value)}`, parameters };
}
