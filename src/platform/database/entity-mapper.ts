import { getMetadataArgsStorage, type ValueTransformer } from 'typeorm';
import type { Parameter, Queryable, Row, Transaction } from './database';
import type { Dialect, JsonColumn } from './dialect';
import { labelled, selection, type Statement } from './statement';
import { TypedSelection } from './typed-selection';

/** What a column's decorator was given. */
type DeclaredColumn = ReturnType<typeof getMetadataArgsStorage>['columns'][number];

interface MappedColumn {
  readonly property: string;
  readonly name: string;
  readonly type: JsonColumn['type'];
  readonly isSelected: boolean;
  readonly transformer: ValueTransformer | undefined;
}

/**
 * Turns rows into entities and back by the entity's own column decorators, without the query
 * builder, whose cost for each row is many times that of the row.
 */
export class EntityMapper<Entity extends object> {
  /** The table's name, from `@Entity`. */
  readonly table: string;
  private readonly all: readonly MappedColumn[];
  private readonly selected: readonly MappedColumn[];

  /** Shape: `isWhole` selects also the columns with `select: false`. */
  constructor(
    private readonly entityClass: new () => Entity,
    { isWhole = false }: { isWhole?: boolean } = {},
  ) {
    const storage = getMetadataArgsStorage();
    const table = storage.tables.find(({ target }) => target === entityClass)?.name;
    if (table === undefined) throw new Error(`${entityClass.name} needs @Entity with a table name`);
    this.table = table;
    this.all = storage.columns.filter(({ target }) => target === entityClass).map(toColumn);
    this.selected = this.all.filter(({ isSelected }) => isSelected || isWhole);
  }

  /** The columns of a selection, under a table's alias; those with `select: false` are left out. */
  columns(alias: string): string[] {
    return this.selected.map(({ name }) => `${alias}.${name}`);
  }

  /** An entity from a row of `columns`. */
  fromRow(row: Row): Entity {
    const entity = new this.entityClass();
    const target = entity as Record<string, unknown>;
    let index = 0;
    for (const { property, transformer } of this.selected) {
      const value = row[index++];
      target[property] = transformer === undefined ? value : (transformer.from(value) as unknown);
    }
    return entity;
  }

  /** A labelled selection of entities, whose columns under `alias` `compose` puts into its SELECT. */
  select(label: string, alias: string, compose: (list: string) => string): TypedSelection<Entity> {
    return new TypedSelection(selection(label, this.columns(alias), compose), this);
  }

  /**
   * How entities are listed by what they belong to, such as findings by the ids of their comments.
   * Shape: `column` and `order` are named without an alias.
   * Cost: one statement each time.
   */
  listBy(
    label: string,
    dialect: Pick<Dialect, 'isOneOf'>,
    { column, order }: { readonly column: string; readonly order: string },
  ): (reads: Queryable, keys: readonly string[]) => Promise<Entity[]> {
    const isOneOf = dialect.isOneOf(`o.${column}`, '$1');
    const owned = this.select(
      label,
      'o',
      (list) => `SELECT ${list} FROM ${this.table} o WHERE ${isOneOf} ORDER BY ${order}`,
    );
    return (reads, keys) => owned.list(reads, [keys]);
  }

  /** How entities are deleted with what they belong to; how many. Cost: one statement each time. */
  deleteBy(
    label: string,
    dialect: Pick<Dialect, 'isOneOf'>,
    column: string,
  ): (transaction: Transaction, keys: readonly string[]) => Promise<number> {
    const deletion = labelled(
      label,
      `DELETE FROM ${this.table} WHERE ${dialect.isOneOf(column, '$1')}`,
    );
    return (transaction, keys) => transaction.execute(deletion, [keys]);
  }

  /** A labelled INSERT of every column, for the parameters of `toParameters`. */
  insert(label: string): Statement {
    const names = this.all.map(({ name }) => name).join(', ');
    const places = this.all.map((_, index) => `$${index + 1}`).join(', ');
    return labelled(label, `INSERT INTO ${this.table} (${names}) VALUES (${places})`);
  }

  /** A labelled INSERT of every column of many rows, for the parameter of `toRows`. */
  insertAll(label: string, dialect: Pick<Dialect, 'jsonRows'>): Statement {
    const names = this.all.map(({ name }) => name);
    const rows = dialect.jsonRows('$1', 'd', this.all);
    const list = names.map((name) => `d.${name}`).join(', ');
    return labelled(
      label,
      `INSERT INTO ${this.table} (${names.join(', ')}) SELECT ${list} FROM ${rows}`,
    );
  }

  /**
   * A labelled UPDATE of every column by id, for the parameters of `toParameters` and one more: the
   * value that the `guard` column must still have. No row is changed where it has another.
   */
  update(label: string, guard: keyof Entity & string): Statement {
    const [key, ...others] = this.all;
    if (key?.property !== 'id')
      throw new Error(`${this.entityClass.name} needs id as first column`);
    const guardColumn = this.all.find(({ property }) => property === guard);
    if (guardColumn === undefined) throw new Error(`${this.entityClass.name} has no ${guard}`);
    const sets = others.map(({ name }, index) => `${name} = $${index + 2}`).join(', ');
    const isAsBefore = `${guardColumn.name} = $${this.all.length + 1}`;
    return labelled(
      label,
      `UPDATE ${this.table} SET id = $1, ${sets} WHERE id = $1 AND ${isAsBefore}`,
    );
  }

  /** The rows of `insertAll` as it takes them: JSON text. */
  toRows(entities: readonly Entity[]): string {
    return JSON.stringify(entities.map((entity) => this.toParameters(entity)));
  }

  /**
   * The values of every column, in the order of `insert` and `update`.
   * Errors: an Error where a column with `select: false` was not read, which would be overwritten.
   */
  toParameters(entity: Entity): Parameter[] {
    const source = entity as Record<string, unknown>;
    return this.all.map(({ property, isSelected, transformer }) => {
      if (!isSelected && source[property] === undefined) {
        throw new Error(`${this.entityClass.name} was read without ${property}`);
      }
      const value = source[property] ?? null;
      return (transformer === undefined ? value : transformer.to(value)) as Parameter;
    });
  }
}

/** What a column's value is in a JSON row. */
const jsonTypes: Readonly<Record<string, JsonColumn['type']>> = {
  bigint: 'bigint',
  integer: 'bigint',
  boolean: 'boolean',
};

function toColumn({ propertyName, options }: DeclaredColumn): MappedColumn {
  return {
    property: propertyName,
    name: options.name ?? propertyName,
    type: jsonTypes[String(options.type)] ?? 'text',
    isSelected: options.select !== false,
    transformer: Array.isArray(options.transformer) ? options.transformer[0] : options.transformer,
  };
}
