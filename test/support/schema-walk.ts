import {
  getNamedType,
  type GraphQLEnumType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** Anything in a schema that can be described, by the name that people find it under. */
export interface SchemaMember {
  readonly name: string;
  readonly description: string | null | undefined;
}

/** The types that the service itself declares. */
export function listOwnTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}

/** Every type, field, argument, input field and enum value of the service's own. */
export function listMembers(schema: GraphQLSchema): SchemaMember[] {
  return listOwnTypes(schema).flatMap((type) => [type, ...listMembersOf(type)]);
}

/** The types that an answer can hold, from the schema's roots on, or from one type on. */
export function listReachableTypes(schema: GraphQLSchema, from?: string): GraphQLNamedType[] {
  const reached = new Set<GraphQLNamedType>();
  const visit = (type: GraphQLNamedType | null | undefined): void => {
    if (type === null || type === undefined || reached.has(type)) return;
    reached.add(type);
    if (isInterfaceType(type)) schema.getPossibleTypes(type).forEach(visit);
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    for (const field of Object.values(type.getFields())) visit(getNamedType(field.type));
  };
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const root of from === undefined ? roots : [schema.getType(from)]) visit(root);
  return [...reached];
}

function listMembersOf(type: GraphQLNamedType): SchemaMember[] {
  if (isEnumType(type)) return listValuesOf(type);
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map(({ name, description }) => ({
      name: `${type.name}.${name}`,
      description,
    }));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    { name: `${type.name}.${field.name}`, description: field.description },
    ...field.args.map(({ name, description }) => ({
      name: `${type.name}.${field.name}(${name}:)`,
      description,
    })),
  ]);
}

function listValuesOf(type: GraphQLEnumType): SchemaMember[] {
  return type.getValues().map(({ name, description }) => ({
    name: `${type.name}.${name}`,
    description,
  }));
}
