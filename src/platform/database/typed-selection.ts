import type { Parameter, Queryable, Row } from './database';
import { type Selection, selection } from './statement';

/** An SQL expression, and how its value is read. */
export interface SelectedColumn<Value> {
  readonly sql: string;
  readonly read: (value: unknown) => Value;
}

/** A text, or one of the texts of an enum. */
export function text<Value extends string = string>(sql: string): SelectedColumn<Value> {
  return { sql, read: (value) => value as Value };
}

/** A text or null. */
export function optionalText(sql: string): SelectedColumn<string | null> {
  return { sql, read: (value) => (value ?? null) as string | null };
}

/** A whole number: PostgreSQL gives sums and counts as text. */
export function integer(sql: string): SelectedColumn<number> {
  return { sql, read: Number };
}

/** An instant, stored as milliseconds. */
export function instant(sql: string): SelectedColumn<Date> {
  return { sql, read: (value) => new Date(Number(value)) };
}

/** Reads rows of one selection. */
interface RowReader<Found> {
  fromRow(row: Row): Found;
}

/** A selection whose rows are read as objects. */
export class TypedSelection<Found> {
  constructor(
    private readonly selection: Selection,
    private readonly reader: RowReader<Found>,
  ) {}

  /** All rows. Errors: DatabaseError. */
  async list(reads: Queryable, parameters: readonly Parameter[] = []): Promise<Found[]> {
    const rows = await reads.select(this.selection, parameters);
    return rows.map((row) => this.reader.fromRow(row));
  }

  /** The first row; null where there is none. Errors: DatabaseError. */
  async find(reads: Queryable, parameters: readonly Parameter[] = []): Promise<Found | null> {
    const [found = null] = await this.list(reads, parameters);
    return found;
  }
}

/** What the columns of a typed selection come to. */
type Selected<Columns extends Readonly<Record<string, SelectedColumn<unknown>>>> = {
  readonly [Name in keyof Columns]: ReturnType<Columns[Name]['read']>;
};

/**
 * A labelled selection of named columns, whose expressions `compose` puts into its SELECT.
 * Errors: as `labelled`.
 */
export function typedSelection<Columns extends Readonly<Record<string, SelectedColumn<unknown>>>>(
  label: string,
  columns: Columns,
  compose: (list: string) => string,
): TypedSelection<Selected<Columns>> {
  const named = Object.entries(columns);
  const expressions = named.map(([, { sql }]) => sql);
  const fromRow = (row: Row) => {
    const found: Record<string, unknown> = {};
    let index = 0;
    for (const [name, { read }] of named) found[name] = read(row[index++]);
    return found as Selected<Columns>;
  };
  return new TypedSelection(selection(label, expressions, compose), { fromRow });
}
