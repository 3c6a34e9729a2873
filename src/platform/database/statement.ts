/** One SQL text with the name that logs, tests and query plans know it by. */
export interface Statement {
  /** Feature and method, such as `comment.listByArticleIds`. */
  readonly label: string;
  /** Placeholders are `$1`, `$2`, …, first named in that order: SQLite numbers them as they appear. */
  readonly sql: string;
}

/** A statement that reads rows of a known width; its columns are named c0, c1, … */
export interface Selection extends Statement {
  readonly columnCount: number;
  /** Tells selections apart: the key of prepared statements. */
  readonly serial: number;
}

let nextSerial = 0;

/**
 * A statement with its label.
 * Errors: an Error at once, where a placeholder first appears before a lower one, since SQLite
 * would then bind the wrong value.
 */
export function labelled(label: string, sql: string): Statement {
  let highest = 0;
  for (const [, digits] of sql.matchAll(/\$(\d+)/g)) {
    const index = Number(digits);
    if (index > highest + 1) {
      throw new Error(`Statement ${label}: expected $${highest + 1} before $${index}`);
    }
    highest = Math.max(highest, index);
  }
  return { label, sql: sql.replace(/\s+/g, ' ').trim() };
}

/**
 * A labelled selection of `columns`, expressions that `compose` puts into its SELECT.
 * Errors: as `labelled`.
 */
export function selection(
  label: string,
  columns: readonly string[],
  compose: (list: string) => string,
): Selection {
  const list = columns.map((column, index) => `${column} AS c${index}`).join(', ');
  nextSerial += 1;
  return { ...labelled(label, compose(list)), columnCount: columns.length, serial: nextSerial };
}
