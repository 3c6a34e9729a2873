import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '../context';
import { createExecutor } from './create-executor';

/** The place where Apollo Server lets another executor in: what it calls a gateway. */
export function createExecutorGateway(schema: GraphQLSchema): GatewayInterface {
  const execute = createExecutor(schema);
  return {
    load: () =>
      Promise.resolve({
        executor: async ({ document, operation, request, context }) => {
          const { data, errors } = await execute({
            document,
            operation,
            variables: request.variables ?? {},
            context: context as RequestContext,
          });
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
