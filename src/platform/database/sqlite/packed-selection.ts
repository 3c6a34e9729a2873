import type { Parameter, Row } from '../database';
import type { Selection } from '../statement';

/** One selection of several that travel together, with its parameters. */
export interface Parcel {
  readonly selection: Selection;
  readonly parameters: readonly Parameter[];
}

/**
 * One SQL text that returns the rows of several selections, each as one JSON text.
 *
 * The driver's price is paid for each statement and for each cell, on the event loop; a JSON text
 * is one cell whatever it holds, and SQLite writes it off the loop.
 */
export function packSelections(selections: readonly Selection[]): string {
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

/** The parameters of all parcels, in the order of the packed text. */
export function joinParameters(parcels: readonly Parcel[]): Parameter[] {
  return parcels.flatMap(({ parameters }) => [...parameters]);
}

/** The rows of one selection out of a packed answer. */
export function unpackRows(answer: Readonly<Record<string, string>>, index: number): Row[] {
  return JSON.parse(answer[`s${index}`] ?? '[]') as Row[];
}
