import {
  type ApolloServerPlugin,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import {
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { RequestContext } from '../context';
import { createExecutor } from './create-executor';

/** An operation that Apollo Server has let through. */
type Accepted = GraphQLRequestContextResponseForOperation<RequestContext>;

/** Takes note of an operation's errors and gives what its caller may know of them. */
export type PresentErrors = (
  errors: readonly GraphQLError[],
  accepted: Accepted,
) => readonly GraphQLFormattedError[];

/**
 * Executes queries in Apollo Server's place, by the hook for whoever has an answer already.
 *
 * The other way in, Apollo's gateway, makes an object for each request that keeps the whole request
 * in memory until V8's next full collection.
 */
export function createExecutorPlugin(
  schema: GraphQLSchema,
  presentErrors: PresentErrors,
): ApolloServerPlugin<RequestContext> {
  const execute = createExecutor(schema);
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async (accepted): Promise<GraphQLResponse | null> => {
          const { document, operation, request, contextValue } = accepted;
          if (!isQuery(operation)) return null;
          const variables = request.variables ?? {};
          const result = await execute({ document, operation, variables, context: contextValue });
          if (result === null) return null;
          const { data = null, errors } = result;
          const singleResult =
            errors === undefined ? { data } : { data, errors: presentErrors(errors, accepted) };
          return {
            http: { headers: new HeaderMap() },
            body: { kind: 'single', singleResult },
          };
        },
      }),
  };
}

/**
 * Whether an operation is worth compiling.
 *
 * A mutation costs graphql-js as little, and what graphql-jit makes for one stays until V8's next
 * full collection. Apollo's type leaves out that `operationName` may name nothing; graphql-js says
 * best what is wrong then.
 */
function isQuery(operation: OperationDefinitionNode | undefined): boolean {
  return operation?.operation === OperationTypeNode.QUERY;
}
