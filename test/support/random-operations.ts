import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  type DefinitionNode,
  getNullableType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  typeFromAST,
} from 'graphql';

/** One operation of schema/operations that reads. */
export interface ReadOperation {
  readonly name: string;
  readonly document: string;
  readonly definition: OperationDefinitionNode;
}

/** What arguments are drawn from; filled while a test runs. */
export interface ValuePools {
  readonly ids: readonly string[];
  readonly slugs: readonly string[];
  readonly cursors: readonly string[];
  readonly instants: readonly string[];
  readonly bylines: readonly string[];
}

/** A value that is known only when the pools are. */
export type LateValue = (pools: ValuePools) => unknown;

const folder = join(__dirname, '..', '..', 'schema', 'operations');

/** Every query of schema/operations. */
export function listReadOperations(): ReadOperation[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .flatMap((document) => {
      const definition = parse(document).definitions.find(isQuery);
      const name = definition?.name?.value;
      return definition === undefined || name === undefined ? [] : [{ name, document, definition }];
    });
}

function isQuery(definition: DefinitionNode): definition is OperationDefinitionNode {
  return (
    definition.kind === Kind.OPERATION_DEFINITION &&
    definition.operation === OperationTypeNode.QUERY
  );
}

/** Variables of an operation that its types allow, whether they make sense or not. */
export function arbitraryVariables(
  schema: GraphQLSchema,
  { definition }: ReadOperation,
): fc.Arbitrary<LateValue> {
  const fields = (definition.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
    const inputType = typeFromAST(schema, type);
    if (!isInputType(inputType)) throw new Error(`Not an input: ${variable.name.value}`);
    const isRequired = isNonNullType(inputType) && defaultValue === undefined;
    return { name: variable.name.value, type: inputType, isRequired };
  });
  return arbitraryFields(fields);
}

interface InputField {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly isRequired: boolean;
}

function arbitraryFields(fields: readonly InputField[]): fc.Arbitrary<LateValue> {
  const values = fields.map(({ name, type, isRequired }) => {
    const value = arbitraryValue(name, type);
    return isRequired ? value : fc.option(value, { nil: null });
  });
  return fc.tuple(...values).map((chosen) => (pools) => {
    const entries = fields.map(({ name }, index) => [name, chosen[index]?.(pools)] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  });
}

function arbitraryValue(name: string, declared: GraphQLInputType): fc.Arbitrary<LateValue> {
  const type = getNullableType(declared);
  if (isListType(type)) {
    return fc
      .array(arbitraryValue(name, type.ofType), { maxLength: 4 })
      .map((values) => (pools) => values.map((value) => value(pools)));
  }
  if (isEnumType(type)) return constantOf(type.getValues().map((value) => value.name));
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return arbitraryFields(
      fields.map((field) => ({ ...field, isRequired: isNonNullType(field.type) })),
    );
  }
  return arbitraryScalar(name, type.name);
}

function arbitraryScalar(name: string, typeName: string): fc.Arbitrary<LateValue> {
  switch (typeName) {
    case 'ID':
      return drawnFrom(({ ids }) => idsFor(name, ids));
    case 'Int':
      return constantOf([0, 1, 2, 3, 20]);
    case 'Boolean':
      return constantOf([true, false]);
    case 'Locale':
      return constantOf(['ar', 'en', 'fr']);
    case 'DateTime':
      return drawnFrom(({ instants }) => instants);
    default:
      return arbitraryText(name);
  }
}

/** `commentId` means comments, where there are some; `ids` and `id` mean anything. */
function idsFor(name: string, ids: readonly string[]): readonly string[] {
  const [, kind = ''] = /^(.+)Id$/.exec(name) ?? [];
  const fitting = ids.filter((id) => id.startsWith(`${kind}_`));
  return fitting.length > 0 ? fitting : ids;
}

function arbitraryText(name: string): fc.Arbitrary<LateValue> {
  if (name === 'slug' || name === 'tag') return drawnFrom(({ slugs }) => slugs);
  if (name === 'byline') return drawnFrom(({ bylines }) => bylines);
  if (name === 'after' || name === 'before') return drawnFrom(({ cursors }) => cursors);
  return constantOf(['مقال', 'فقرة', 'غ', 'nothing']);
}

function constantOf(values: readonly unknown[]): fc.Arbitrary<LateValue> {
  return fc.constantFrom(...values).map((value) => () => value);
}

function drawnFrom(pool: (pools: ValuePools) => readonly string[]): fc.Arbitrary<LateValue> {
  return fc.nat().map((index) => (pools) => {
    const values = pool(pools);
    return values[index % Math.max(1, values.length)];
  });
}
