import type { GatewayInterface } from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  execute as executeWithGraphqlJs,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { RequestContext } from '../context';
import { createExecutor } from './create-executor';

/** The place where Apollo Server lets another executor in: what it calls a gateway. */
export function createExecutorGateway(schema: GraphQLSchema): GatewayInterface {
  const execute = createExecutor(schema);
  /** graphql-js says best why a document has no operation of this name. */
  const explainMissing = (document: DocumentNode, operationName: string | undefined) =>
    executeWithGraphqlJs({ schema, document, operationName });
  return {
    load: () =>
      Promise.resolve({
        executor: async ({ document, operation, request, context }) => {
          const { data, errors } = isNamed(operation)
            ? await execute({
                document,
                operation,
                variables: request.variables ?? {},
                context: context as RequestContext,
              })
            : await explainMissing(document, request.operationName);
          return {
            ...(errors === undefined ? {} : { errors }),
            ...(data === undefined ? {} : { data }),
          };
        },
      }),
    onSchemaLoadOrUpdate: (listen) => {
      listen({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}

/** Apollo's type leaves out that `operationName` may name nothing. */
function isNamed(
  operation: OperationDefinitionNode | undefined,
): operation is OperationDefinitionNode {
  return operation !== undefined;
}
