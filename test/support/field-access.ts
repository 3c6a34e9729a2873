import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  getNamedType,
} from 'graphql';
import type { Viewer } from '../../src/platform/request';

/** What becomes of a viewer who asks for a field. */
export type Entry = 'in' | 'UNAUTHENTICATED' | 'FORBIDDEN';

/** One field of an object type. */
export interface SchemaField {
  /** `Type.field` */
  readonly name: string;
  readonly typeName: string;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Every field of every object type of the service's own. */
export function listFields(schema: GraphQLSchema): SchemaField[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({
        name: `${type.name}.${field.name}`,
        typeName: type.name,
        field,
      })),
    );
}

/** What becomes of a viewer at the field's own door, whatever object it hangs on. */
export async function tryField({ field }: SchemaField, viewer: Viewer): Promise<Entry> {
  const doors = [field.resolve, field.subscribe].filter((door) => door !== undefined);
  for (const door of doors) {
    const entry = await tryDoor(() => door({}, {}, createContext(viewer), {} as never));
    if (entry !== 'in') return entry;
  }
  return 'in';
}

/** The smallest operation that asks for a root field. */
export function writeOperation({ field, typeName }: SchemaField): string {
  const args = field.args.filter(isRequiredArgument).map(writeArgument).join(', ');
  const call = args === '' ? field.name : `${field.name}(${args})`;
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  return `${typeName.toLowerCase()} { ${call}${selection} }`;
}

async function tryDoor(open: () => unknown): Promise<Entry> {
  try {
    const opened = await open();
    // A subscription that let somebody in holds a source, which is let go of again.
    const source = opened as AsyncIterator<unknown> | null | undefined;
    if (typeof source?.return === 'function') await source.return();
    return 'in';
  } catch (error) {
    const { code } = error as { code?: unknown };
    return code === 'UNAUTHENTICATED' || code === 'FORBIDDEN' ? code : 'in';
  }
}

/** Who asks, and nothing else: what goes on to ask for more has been let in. */
function createContext(viewer: Viewer): object {
  return { viewer, beginMutation: () => undefined, forgetLoaders: () => undefined };
}

function writeArgument({ name, type }: GraphQLArgument): string {
  return `${name}: ${writeValue(type)}`;
}

function writeValue(type: GraphQLInputType): string {
  if (isNonNullType(type)) return writeValue(type.ofType);
  if (isListType(type)) return `[${writeValue(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map((field) => `${field.name}: ${writeValue(field.type)}`).join(', ')} }`;
  }
  return scalars[getNamedType(type).name] ?? '"x"';
}

const scalars: Readonly<Record<string, string>> = {
  Int: '1',
  Float: '1.0',
  Boolean: 'true',
  DateTime: '"2024-06-12T09:00:00Z"',
  EmailAddress: '"nobody@example.org"',
  Locale: '"ar"',
  URL: '"https://news.example/"',
};
