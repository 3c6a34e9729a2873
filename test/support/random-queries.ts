import fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** What arguments are drawn from. */
export interface QueryPools {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  /** Fields that are never asked for, such as those that are refused anyway. */
  readonly omittedFields?: readonly string[];
  /** Arguments and input fields that are not sent where they need not be. */
  readonly omittedArguments?: readonly string[];
}

/**
 * A random valid operation over the whole schema: any field, any argument, a few levels deep.
 * Shape: the selection set of `root`, braces included.
 */
export function arbitrarySelection(
  schema: GraphQLSchema,
  root: GraphQLObjectType,
  pools: QueryPools,
  depth: number,
): fc.Arbitrary<string> {
  const fields = Object.values(root.getFields()).filter(
    (field) =>
      pools.omittedFields?.includes(field.name) !== true &&
      (depth > 1 || !isCompositeType(getNamedType(field.type))),
  );
  if (fields.length === 0) return fc.constant('{ __typename }');
  // An alias for each, since two fields with other arguments do not merge.
  return fc
    .array(fc.constantFrom(...fields), { minLength: 1, maxLength: 4 })
    .chain((chosen) =>
      fc.tuple(...chosen.map((field) => arbitraryField(schema, field, pools, depth))),
    )
    .map((texts) => `{ ${texts.map((text, index) => `a${index}: ${text}`).join(' ')} }`);
}

function arbitraryField(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  pools: QueryPools,
  depth: number,
): fc.Arbitrary<string> {
  const type = getNamedType(field.type);
  const selection = isCompositeType(type)
    ? arbitraryObject(schema, type, pools, depth - 1)
    : fc.constant('');
  return fc
    .tuple(arbitraryArguments(field.args, pools), selection)
    .map(([sent, fields]) => `${field.name}${sent} ${fields}`);
}

function arbitraryObject(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  pools: QueryPools,
  depth: number,
): fc.Arbitrary<string> {
  if (isObjectType(type)) return arbitrarySelection(schema, type, pools, depth);
  if (isUnionType(type) || !isCompositeType(type)) return fc.constant('{ __typename }');
  const fragments = schema
    .getPossibleTypes(type)
    .map((possible) =>
      arbitrarySelection(schema, possible, pools, depth).map(
        (fields) => `... on ${possible.name} { own${possible.name}: __typename ${fields.slice(1)}`,
      ),
    );
  return fc.constantFrom(...fragments).chain((one) => one.map((text) => `{ ${text} }`));
}

function arbitraryArguments(
  args: readonly GraphQLArgument[],
  pools: QueryPools,
): fc.Arbitrary<string> {
  const sendable = args.filter(
    ({ name, type }) => isNonNullType(type) || pools.omittedArguments?.includes(name) !== true,
  );
  const sent = sendable.map(({ name, type, defaultValue }) => {
    const value = arbitraryValue(name, type, pools).map((text) => `${name}: ${text}`);
    const isRequired = isNonNullType(type) && defaultValue === undefined;
    return isRequired ? value : fc.option(value, { nil: null });
  });
  return fc.tuple(...sent).map((texts) => {
    const given = texts.filter((text) => text !== null);
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  });
}

function arbitraryValue(
  name: string,
  declared: GraphQLInputType,
  pools: QueryPools,
): fc.Arbitrary<string> {
  const type = getNullableType(declared);
  if (isListType(type)) {
    return fc
      .array(arbitraryValue(name, type.ofType, pools), { minLength: 1, maxLength: 3 })
      .map((values) => `[${values.join(', ')}]`);
  }
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map((value) => value.name));
  if (isInputObjectType(type)) {
    return arbitraryArguments(
      Object.values(type.getFields()) as unknown as GraphQLArgument[],
      pools,
    ).map((text) => (text === '' ? '{}' : `{ ${text.slice(1, -1)} }`));
  }
  switch (type.name) {
    case 'ID':
      return quoted(pools.ids);
    case 'Int':
      return fc.constantFrom('1', '5', '100');
    case 'Float':
      return fc.constantFrom('0.5', '1');
    case 'Boolean':
      return fc.constantFrom('true', 'false');
    case 'DateTime':
      return fc.constantFrom('"2020-01-01T00:00:00Z"', '"2030-01-01T00:00:00Z"');
    case 'Locale':
      return fc.constantFrom('"ar"', '"en"');
    case 'URL':
      return fc.constant('"https://example.org/"');
    default:
      return quoted(['after', 'before'].includes(name) ? ['cursor'] : pools.texts);
  }
}

function quoted(values: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...values).map((value) => JSON.stringify(value));
}
