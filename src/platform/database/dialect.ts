/** The engines that the service runs on. */
export type DialectName = 'sqlite' | 'postgres';

/** The few places where the two engines' SQL differs. */
export interface Dialect {
  readonly name: DialectName;
  /** A condition: `column` is one of the values of the array bound at `placeholder`. */
  isOneOf(column: string, placeholder: string): string;
  /**
   * A statement that reads the first rows for each of the keys bound at $1.
   * Cost: one index range a key, as long as its page, however many rows the key has. (A window
   * function would number all of a key's rows to keep twenty.)
   */
  firstForEach(query: FirstForEach): string;
  /**
   * What a statement selects from to write many rows at once: the rows of the JSON array of arrays
   * bound at `placeholder`, in its order, under an alias and with named columns.
   */
  jsonRows(placeholder: string, alias: string, columns: readonly JsonColumn[]): string;
  /** One cell of several columns: the JSON text of a list. */
  jsonList(columns: readonly string[]): string;
  /** The end of a SELECT that keeps its rows as they are until the transaction ends. */
  readonly forUpdate: string;
}

/** A column of `jsonRows`. */
export interface JsonColumn {
  readonly name: string;
  readonly type: 'text' | 'bigint' | 'boolean';
}

/** The first rows for each key, of table `table` under the alias `c`. */
export interface FirstForEach {
  /** What is selected: a SELECT's list over `c`. */
  readonly list: string;
  readonly table: string;
  /** What holds for a row `c` of a key; the key is written `k.value`. */
  readonly condition: string;
  readonly order: string;
  readonly limit: string;
  /**
   * Where the ids of a key's rows stand, if not in the table itself: `condition` and `order` are
   * then those of this table, under the alias `x`, and the rows come in the order `rowOrder`.
   */
  readonly ids?: { readonly table: string; readonly column: string; readonly rowOrder: string };
}

/** SQLite takes an array as one JSON text. */
export const sqliteDialect: Dialect = {
  name: 'sqlite',
  isOneOf: (column, placeholder) => `${column} IN (SELECT value FROM json_each(${placeholder}))`,
  firstForEach: ({ list, table, condition, order, limit, ids }) => `
    SELECT ${list} FROM json_each($1) k CROSS JOIN ${table} c
    WHERE c.id IN (
      SELECT ${ids === undefined ? `c.id FROM ${table} c` : `x.${ids.column} FROM ${ids.table} x`}
      WHERE ${condition} ORDER BY ${order} LIMIT ${limit}
    )
    ORDER BY ${ids?.rowOrder ?? order}`,
  jsonRows: (placeholder, alias, columns) => {
    const list = columns.map(
      ({ name }, index) => `json_extract(j.value, '$[${index}]') AS ${name}`,
    );
    return `(SELECT ${list.join(', ')} FROM json_each(${placeholder}) j) ${alias}`;
  },
  jsonList: (columns) => `json_array(${columns.join(', ')})`,
  // There is one writer: nobody changes a row in the meantime.
  forUpdate: '',
};

/** PostgreSQL takes an array as an array. */
export const postgresDialect: Dialect = {
  name: 'postgres',
  isOneOf: (column, placeholder) => `${column} = ANY(${placeholder}::text[])`,
  firstForEach: ({ list, table, condition, order, limit, ids }) =>
    ids === undefined
      ? `SELECT ${list} FROM unnest($1::text[]) k(value) CROSS JOIN LATERAL (
          SELECT * FROM ${table} c WHERE ${condition} ORDER BY ${order} LIMIT ${limit}
        ) c
        ORDER BY ${order}`
      : `SELECT ${list} FROM unnest($1::text[]) k(value) CROSS JOIN LATERAL (
          SELECT x.${ids.column} AS id FROM ${ids.table} x
          WHERE ${condition} ORDER BY ${order} LIMIT ${limit}
        ) f JOIN ${table} c ON c.id = f.id
        ORDER BY ${ids.rowOrder}`,
  jsonRows: (placeholder, alias, columns) => {
    const list = columns.map(
      ({ name, type }, index) => `(j.value ->> ${index})::${type} AS ${name}`,
    );
    return `(SELECT ${list.join(', ')} FROM json_array_elements(${placeholder}::json) j(value)) ${alias}`;
  },
  jsonList: (columns) => `json_build_array(${columns.join(', ')})::text`,
  forUpdate: 'FOR UPDATE',
};
