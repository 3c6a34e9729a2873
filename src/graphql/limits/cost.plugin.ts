import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { PublicError } from '../../platform/errors';
import type { RequestContext } from '../context';
import type { VariableCoercer } from '../variables';
import { KeptCosts } from './kept-costs';
import { computeCost, refuseCost } from './operation-cost';

/**
 * Refuses an operation that could return too much, before it is executed, and consumes the
 * points of one that is executed.
 */
export function createCostPlugin(
  coercer: VariableCoercer,
  maxCost: number,
): ApolloServerPlugin<RequestContext> {
  const kept = new KeptCosts();
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, request, document, contextValue, ...resolved }) => {
          const operation = resolved.operation;
          // Execution says what is wrong with a request that names no operation, or with variables.
          if (operation === undefined) return Promise.resolve();
          const coerced = coercer.coerce(operation, request.variables ?? {});
          if ('errors' in coerced) return Promise.resolve();
          const { values: variables } = coerced;
          const cost = kept.find(operation, variables, () =>
            computeCost({ schema, document, operation, variables }, maxCost),
          );
          if (cost > maxCost) throw refuseCost(maxCost, String(cost));
          consumeFor(contextValue, cost);
          return Promise.resolve();
        },
      }),
  };
}

/** Apollo reads a code only from an error of GraphQL's own. */
function consumeFor({ consume }: RequestContext, cost: number): void {
  try {
    consume(cost);
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    const { message, code, facts } = error;
    throw new GraphQLError(message, { extensions: { ...facts, code } });
  }
}
