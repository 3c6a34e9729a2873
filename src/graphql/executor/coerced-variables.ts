import {
  type DocumentNode,
  GraphQLBoolean,
  GraphQLScalarType,
  GraphQLSchema,
  Kind,
  type NamedTypeNode,
  type TypeNode,
  visit,
} from 'graphql';

/** What a coerced value is declared as: any value at all, taken as it is. */
const coerced = new GraphQLScalarType({ name: 'MaqalCoerced', parseValue: (value) => value });

const coercedType: NamedTypeNode = {
  kind: Kind.NAMED_TYPE,
  name: { kind: Kind.NAME, value: coerced.name },
};

/** The schema with the type that `declareCoerced` names; for the compiler only, never for callers. */
export function addCoercedType(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, coerced], assumeValid: true });
}

/**
 * The document with every variable taken as it comes.
 *
 * graphql-jit coerces variables by rules of its own (it refuses a required variable that has a
 * default), so graphql-js coerces them first and the compiled function does not do so again. Only a
 * Boolean stays as it is declared: graphql-jit wants that of what `@include` and `@skip` depend on.
 */
export function declareCoerced(document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition: (definition) => {
      if (isBoolean(definition.type)) return definition;
      const { defaultValue: _defaultValue, ...rest } = definition;
      return { ...rest, type: coercedType };
    },
  });
}

function isBoolean(type: TypeNode): boolean {
  const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return named.kind === Kind.NAMED_TYPE && named.name.value === GraphQLBoolean.name;
}
