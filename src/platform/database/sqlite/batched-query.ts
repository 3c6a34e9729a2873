import type { Parameter, Row } from '../database';
import type { Selection } from '../statement';

/** A query that may be sent in one statement with others, with its parameters. */
export interface BatchedQuery {
  readonly selection: Selection;
  readonly parameters: readonly Parameter[];
}

/**
 * Composes one SQL statement that returns the rows of several selections, each as one JSON text.
 *
 * The driver spends time on the event loop for each statement and each cell. A JSON text is one cell
 * whatever it holds, and SQLite composes it on a thread of its own.
 */
export function composeBatch(selections: readonly Selection[]): string {
  let placed = 0;
  const columns = selections.map(({ sql, columnCount }, index) => {
    const first = placed;
    const shifted = sql.replace(/\$(\d+)/g, (_, digits: string) => {
      placed = Math.max(placed, first + Number(digits));
      return `$${first + Number(digits)}`;
    });
    const cells = Array.from({ length: columnCount }, (_, column) => `c${column}`).join(', ');
    return `(SELECT json_group_array(json_array(${cells})) FROM (${shifted})) AS s${index}`;
  });
  return `SELECT ${columns.join(', ')}`;
}

/** The parameters of all queries, in the order of the composed statement. */
export function joinParameters(queries: readonly BatchedQuery[]): Parameter[] {
  return queries.flatMap(({ parameters }) => [...parameters]);
}

/** The rows of one query, from the result of the batch. */
export function readBatchedRows(answer: Readonly<Record<string, string>>, index: number): Row[] {
  return JSON.parse(answer[`s${index}`] ?? '[]') as Row[];
}
