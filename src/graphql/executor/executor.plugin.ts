import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server';
import { type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '../context';
import type { PresentErrors } from '../errors';
import type { VariableCoercer } from '../variables';
import { createExecutor } from './create-executor';

/**
 * Executes operations in Apollo Server's place, by the hook for plugins that have an answer already.
 *
 * The other way in, Apollo's gateway, makes an object for each request that keeps the whole request
 * in memory until V8's next full collection.
 */
export function createExecutorPlugin(
  schema: GraphQLSchema,
  coercer: VariableCoercer,
  presentErrors: PresentErrors,
): ApolloServerPlugin<RequestContext> {
  const execute = createExecutor(schema, coercer);
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async (accepted): Promise<GraphQLResponse | null> => {
          const { document, request, contextValue } = accepted;
          // Apollo's type leaves out that `operationName` may name nothing; Apollo answers that.
          const operation = accepted.operation as OperationDefinitionNode | undefined;
          if (operation === undefined) return null;
          const variables = request.variables ?? {};
          const result = await execute({ document, operation, variables, context: contextValue });
          const { errors, ...singleResult } = result;
          return {
            http: { headers: new HeaderMap() },
            body: {
              kind: 'single',
              singleResult:
                errors === undefined
                  ? singleResult
                  : { ...singleResult, errors: presentErrors(errors, accepted) },
            },
          };
        },
      }),
  };
}
