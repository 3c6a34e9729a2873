import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';

type Coerced = ReturnType<typeof getVariableValues>;

interface Kept {
  readonly operation: OperationDefinitionNode;
  readonly coerced: Coerced;
}

/** A request's variables are looked at for its cost and for its execution. */
const kept = new WeakMap<object, Kept>();

/** An operation's variables as its declarations read them, or the faults in them. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Coerced {
  const known = kept.get(variables);
  if (known?.operation === operation) return known.coerced;
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  kept.set(variables, { operation, coerced });
  return coerced;
}
