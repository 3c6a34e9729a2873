import type { ColumnOptions } from 'typeorm';

/** An instant, kept as whole milliseconds since 1970 in UTC: the same number on both engines. */
export const instantColumn: ColumnOptions = {
  type: 'bigint',
  transformer: {
    from: (value: unknown) => (value === null ? null : new Date(Number(value))),
    to: (value: Date | null) => value?.getTime() ?? null,
  },
};

/** A yes or no: SQLite gives 0 and 1, PostgreSQL a boolean. */
export const flagColumn: ColumnOptions = {
  type: 'boolean',
  transformer: {
    from: (value: unknown) => value === true || value === 1,
    to: (value: boolean) => value,
  },
};

/** How often something happened: a row from before it was counted has none. */
export const countColumn: ColumnOptions = {
  type: 'integer',
  transformer: {
    from: (value: unknown) => Number(value ?? 0),
    to: (value: number) => value,
  },
};

/** A list of texts, kept as JSON text. */
export const textListColumn: ColumnOptions = {
  type: 'text',
  transformer: {
    from: (value: unknown) => JSON.parse(String(value)) as string[],
    to: (value: readonly string[]) => JSON.stringify(value),
  },
};
