import { getMetadataArgsStorage, type ValueTransformer } from 'typeorm';
import type { Parameter, Row } from './database';
import type { Dialect, JsonColumn } from './dialect';
import { labelled, type Statement } from './statement';

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

  /** The values of every column, in the order of `insert` and `update`. */
  toParameters(entity: Entity): Parameter[] {
    const source = entity as Record<string, unknown>;
    return this.all.map(({ property, transformer }) => {
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
