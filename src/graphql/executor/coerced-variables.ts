import {
  type DocumentNode,
  GraphQLScalarType,
  GraphQLSchema,
  Kind,
  type NamedTypeNode,
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
 * default), so graphql-js coerces them first and the compiled function does not do so again.
 */
export function declareCoerced(document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition: ({ defaultValue: _defaultValue, ...definition }) => ({
      ...definition,
      type: coercedType,
    }),
  });
}
