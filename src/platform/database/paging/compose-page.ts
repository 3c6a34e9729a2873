import type { Parameter } from '../database';
import type { SortKey } from './cursor';
import {
  keysetClause,
  type KeysetOrder,
  keysetParameters,
  scanDirection,
  type SortDirection,
} from './keyset';
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
  readonly span: Span<SortKey>;
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
  /** What the lists lie in where it is not the table itself: keys of its rows, with the sort key. */
  readonly keys?: PageKeys;
}

/** A table that holds ids of rows in the order of lists. */
export interface PageKeys {
  readonly table: string;
  /** Under which the lists know the table. */
  readonly alias: string;
  /** The column with the ids; that of the sort key is called as in the rows' table. */
  readonly id: string;
}

/**
 * What a page is selected from, to the end of the statement; placeholders from $1.
 *
 * Each list gives its own first rows, and the page is cut from these. A list's span and the cursor
 * are one range: of two, SQLite looks up one and passes over what only the other leaves out.
 * Cost: one range of an index for each list, as long as the page.
 */
export function composePage(
  { table, alias, at, lists, keys }: PageSource,
  direction: SortDirection,
  request: PageRequest,
): SqlText {
  const scan = scanDirection(request, direction);
  const listed = keys ?? { table, alias, id: 'id' };
  const listedId = `${listed.alias}.${listed.id}`;
  const keyset = { at: `${listed.alias}.${at}`, id: listedId, scan, request };
  const parameters: Parameter[] = [];
  const conditions = lists.map(({ span, compose }) => {
    const own = compose(parameters.length + 1);
    parameters.push(...own.parameters);
    const { condition } = keysetClause(keyset, parameters.length + 1);
    parameters.push(...keysetParameters(request, direction, span));
    return `${own.sql} AND ${condition}`;
  });
  const listedEnd = writeEnd(keyset);
  const parts = conditions.map(
    (part) =>
      `SELECT p.id FROM (SELECT ${listedId} AS id FROM ${listed.table} ${listed.alias} WHERE ${part} ${listedEnd}) p`,
  );
  const [only = ''] = conditions;
  const isWhole = lists.length === 1 && keys === undefined;
  const meant = isWhole ? only : `${alias}.id IN (${parts.join(' UNION ALL ')})`;
  const end = writeEnd({ ...keyset, at: `${alias}.${at}`, id: `${alias}.id` });
  return { sql: `FROM ${table} ${alias} WHERE ${meant} ${end}`, parameters };
}

function writeEnd(keyset: KeysetOrder): string {
  const { order, limit } = keysetClause(keyset, 1);
  return `ORDER BY ${order} LIMIT ${limit}`;
}

/** Gives each value of a piece of SQL its placeholder, from `$first` on. */
export function placeholders(first: number): {
  readonly place: (value: Parameter) => string;
  readonly parameters: readonly Parameter[];
} {
  const parameters: Parameter[] = [];
  return { place: (value) => `$${first - 1 + parameters.push(value)}`, parameters };
}
