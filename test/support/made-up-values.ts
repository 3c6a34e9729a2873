import {
  defaultTypeResolver,
  getNamedType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/**
 * Lets every field of a schema answer with a value made up of its path and its arguments: the same
 * for the same question, some of them null, some promised, some failing in one of the ways in which
 * a resolver can.
 */
export function makeUpValues(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type)) type.resolveType = defaultTypeResolver;
    if (!isObjectType(type)) continue;
    type.isTypeOf = undefined;
    for (const field of Object.values(type.getFields())) field.resolve = makeUp;
  }
  return schema;
}

const makeUp: GraphQLFieldResolver<unknown, unknown> = (_source, args, _context, info) => {
  const seed = hash(`${writePath(info)}|${info.fieldName}|${describe(args)}`);
  const kind = seed % 97;
  if (kind === 0) throw new Error(`Thrown by ${info.fieldName}`);
  if (kind === 1)
    return Promise.reject(new GraphQLError('Rejected', { extensions: { code: 'X' } }));
  if (kind === 2) return new Error('Returned');
  if (kind === 3) return null;
  const value = makeValue(info.schema, info.returnType, seed, describe(args));
  return kind % 3 === 0 ? Promise.resolve(value) : value;
};

function makeValue(
  schema: GraphQLSchema,
  declared: GraphQLOutputType,
  seed: number,
  sent: string,
): unknown {
  if (!isNonNullType(declared) && seed % 7 === 0) return null;
  const type = isNonNullType(declared) ? declared.ofType : declared;
  if (isListType(type)) {
    // graphql-js leaves rejections unhandled where an item of a list that may hold no null fails at
    // once beside one that fails later, so all fail later there.
    const isEachPromised = isNonNullType(type.ofType) && isCompositeType(getNamedType(type.ofType));
    const mayBePromised = !isNonNullType(type.ofType);
    return Array.from({ length: seed % 4 }, (_, index) => {
      const item = makeValue(schema, type.ofType, hash(`${seed}/${index}`), sent);
      const isPromised = isEachPromised || (mayBePromised && index % 3 === 2);
      return isPromised ? Promise.resolve(item) : item;
    });
  }
  if (isEnumType(type)) {
    const values = type.getValues();
    return values[seed % values.length]?.value;
  }
  if (isObjectType(type)) return {};
  if (isAbstractType(type)) {
    const possible = schema.getPossibleTypes(type);
    return { __typename: possible[seed % possible.length]?.name };
  }
  return makeScalar(type.name, seed, sent);
}

function makeScalar(typeName: string, seed: number, sent: string): unknown {
  // A value that the scalar refuses.
  if (seed % 53 === 0) return { unfit: true };
  switch (typeName) {
    case 'Int':
      return seed % 1_000;
    case 'Float':
      return (seed % 1_000) / 8;
    case 'Boolean':
      return seed % 2 === 0;
    case 'DateTime':
      return new Date(1_700_000_000_000 + (seed % 1_000_000));
    case 'Locale':
      return 'ar';
    case 'URL':
      return 'https://example.org/';
    case 'EmailAddress':
      return 'reader@example.org';
    default:
      return `${seed} ${sent}`;
  }
}

function writePath({ path }: GraphQLResolveInfo): string {
  const keys: (string | number)[] = [];
  for (let at: typeof path | undefined = path; at !== undefined; at = at.prev) keys.push(at.key);
  return keys.join('/');
}

/** Tells a Date from its text, and null from an absent field; in which order fields stand means nothing. */
function describe(value: unknown): string {
  if (value instanceof Date) return `Date ${value.toISOString()}`;
  if (Array.isArray(value)) return `[${value.map(describe).join()}]`;
  if (typeof value !== 'object' || value === null)
    return value === undefined ? 'absent' : JSON.stringify(value);
  const fields = Object.entries(value).map(([name, field]) => `${name}:${describe(field)}`);
  return `{${fields.sort().join()}}`;
}

/** Source: FNV-1a, 32 bits. */
function hash(text: string): number {
  let state = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return state >>> 0;
}
