import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from '../context';
import type { VariableCoercer, VariableValues } from '../variables';
import { isCompilable } from './is-compilable';
import { toGraphqlError } from './to-graphql-error';

/** One operation to execute; its document has passed validation. */
export interface Execution {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: VariableValues;
  readonly context: RequestContext;
}

/** Executes validated operations. Shape: a result without `data` where variables are wrong. */
export type Executor = (execution: Execution) => Promise<ExecutionResult>;

/** What is known of an operation: seen once, to be left to graphql-js, or compiled. */
type Known = 'seen' | 'interpreted' | CompiledQuery;

/**
 * Executes operations as graphql-js does, queries that are sent again by compiled functions.
 *
 * A query is compiled when it is seen for the second time, if graphql-jit answers it as graphql-js
 * does. A compiled query whose answer has errors other than a single one that a nullable field's
 * resolver threw is executed once more by graphql-js, since their order and number are where the
 * two differ most.
 */
export function createExecutor(schema: GraphQLSchema, coercer: VariableCoercer): Executor {
  const findCompiled = createCompiler(schema);
  return async (execution) => {
    const { document, operation, variables, context } = execution;
    const coerced = coercer.coerce(operation, variables);
    if ('errors' in coerced) return { errors: coerced.errors };
    const compiled = findCompiled(document, operation);
    if (compiled !== null) {
      const result = await compiled.query(undefined, context, withoutPrototype(variables));
      if (result.errors === undefined) return result;
      const [only, ...others] = result.errors;
      // Executing again would hide a fault that has passed meanwhile.
      if (only?.originalError !== undefined && others.length === 0 && isInPlace(result, only)) {
        return { ...result, errors: [toGraphqlError(only, document)] };
      }
    }
    const operationName = operation.name?.value;
    return execute({
      schema,
      document,
      operationName,
      contextValue: context,
      variableValues: variables,
    });
  };
}

/** Whether an error made just its own field null, so that it hides no other error. */
function isInPlace({ data }: ExecutionResult, { path = [] }: GraphQLError): boolean {
  let value: unknown = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value === null && path.length > 0;
}

/** Compiled code would find what every object has in place of an absent variable. */
function withoutPrototype(variables: VariableValues): VariableValues {
  return Object.assign(Object.create(null) as object, variables);
}

/** Shape: kept as long as the operation's document, so bounded as documents are. */
function createCompiler(schema: GraphQLSchema) {
  const kept = new WeakMap<OperationDefinitionNode, Known>();
  return (document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery | null => {
    const known = kept.get(operation);
    if (known === undefined) {
      kept.set(operation, findFirst(operation));
      return null;
    }
    const next = known === 'seen' ? compile(schema, document, operation) : known;
    if (next !== known) kept.set(operation, next);
    return typeof next === 'object' ? next : null;
  };
}

/** A mutation costs graphql-js as little, and a compiled one would stay in memory for long. */
function findFirst({ operation }: OperationDefinitionNode): Known {
  return operation === OperationTypeNode.QUERY ? 'seen' : 'interpreted';
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Known {
  if (!isCompilable(schema, document, operation)) return 'interpreted';
  const compiled = compileQuery(
    schema,
    declareDefaultsNullable(document),
    operation.name?.value ?? '',
    { disablingCapturingStackErrors: true },
  );
  return isCompiledQuery(compiled) ? compiled : 'interpreted';
}

/**
 * graphql-jit refuses a required variable that has a default when it is absent; it is never null
 * here, since graphql-js has coerced the variables before.
 */
function declareDefaultsNullable(document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition: (definition) => {
      const { type, defaultValue } = definition;
      if (defaultValue === undefined || type.kind !== Kind.NON_NULL_TYPE) return undefined;
      return { ...definition, type: type.type };
    },
  });
}
