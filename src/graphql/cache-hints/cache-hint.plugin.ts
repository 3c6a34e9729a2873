import type { ApolloServerPlugin } from '@apollo/server';
import { type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import type { RequestContext } from '../context';
import { readOperationHint } from './operation-hint';

/** Notes in the context for how long others may keep the answer: a query's without errors. */
export function createCacheHintPlugin(): ApolloServerPlugin<RequestContext> {
  const kept = new WeakMap<OperationDefinitionNode, number>();
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, document, operation, contextValue }) => {
          if (operation?.operation !== OperationTypeNode.QUERY) return Promise.resolve();
          const seconds = kept.get(operation) ?? readOperationHint(schema, document, operation);
          kept.set(operation, seconds);
          contextValue.cacheHintSeconds = seconds;
          return Promise.resolve();
        },
        didEncounterErrors: ({ contextValue }) => {
          contextValue.noteFailure();
          return Promise.resolve();
        },
      }),
  };
}
