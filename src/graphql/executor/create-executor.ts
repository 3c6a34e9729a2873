import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { coerceVariables } from '../coerce-variables';
import type { RequestContext } from '../context';
import { addCoercedType, declareCoerced } from './coerced-variables';
import { toGraphqlError } from './to-graphql-error';

/** One operation to execute; its document has passed validation. */
export interface Execution {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}

/** Executes validated operations; null for what only graphql-js executes, or says what is wrong with. */
export type Executor = (execution: Execution) => Promise<ExecutionResult | null>;

/**
 * Executes by compiling: an operation becomes a function the first time that it is seen.
 *
 * The function is kept as long as its document, which Apollo keeps by the query's text.
 * Errors: every error is a GraphQLError of graphql-js, as Apollo's error handling needs it.
 */
export function createExecutor(schema: GraphQLSchema): Executor {
  const compile = createCompiler(schema);
  return async ({ document, operation, variables, context }) => {
    const { coerced } = coerceVariables(schema, operation, variables);
    if (coerced === undefined) return null;
    const compiled = compile(document, operation);
    if (!isCompiledQuery(compiled)) return null;
    const result = await compiled.query(undefined, context, coerced);
    const { errors } = result;
    if (errors === undefined) return result;
    return { ...result, errors: errors.map((error) => toGraphqlError(error, document)) };
  };
}

type Compiled = CompiledQuery | ExecutionResult;

function createCompiler(schema: GraphQLSchema) {
  const compilerSchema = addCoercedType(schema);
  const kept = new WeakMap<OperationDefinitionNode, Compiled>();
  return (document: DocumentNode, operation: OperationDefinitionNode): Compiled => {
    const known = kept.get(operation);
    if (known !== undefined) return known;
    const compiled = compileQuery(
      compilerSchema,
      declareCoerced(document),
      operation.name?.value ?? '',
      { disablingCapturingStackErrors: true },
    );
    kept.set(operation, compiled);
    return compiled;
  };
}
