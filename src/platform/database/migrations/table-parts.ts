import type { TableColumnOptions } from 'typeorm';

/** Types that mean the same on both engines. */
type ColumnType = 'varchar' | 'text' | 'integer' | 'bigint' | 'boolean';

/** A column; NOT NULL unless said otherwise. */
export function column(name: string, type: ColumnType, isNullable = false): TableColumnOptions {
  return { name, type, isNullable };
}

/** A column that holds a TypeID. */
export function idColumn(name: string, isNullable = false): TableColumnOptions {
  return column(name, 'varchar', isNullable);
}

/** The primary key of every table whose rows the API can name. */
export function primaryId(): TableColumnOptions {
  return { ...idColumn('id'), isPrimary: true };
}
