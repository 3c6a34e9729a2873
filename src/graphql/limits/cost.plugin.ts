import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { type DocumentNode, GraphQLError } from 'graphql';
import { PublicError } from '../../platform/errors';
import { coerceVariables } from '../coerce-variables';
import type { RequestContext } from '../context';
import { computeCost, refuseCost } from './operation-cost';

type ResolvedOperation = GraphQLRequestContextDidResolveOperation<RequestContext>;

/** Different sizes of pages for one document; more are computed and not kept. */
const maxKeptCosts = 100;

/**
 * Refuses an operation that could return too much, before it is executed, and charges the caller
 * for one that may be.
 *
 * The cost of a document is kept for each set of page sizes.
 */
export function createCostPlugin(maxCost: number): ApolloServerPlugin<RequestContext> {
  const kept = new WeakMap<DocumentNode, Map<string, number>>();
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: (resolved) => {
          if (!canBeExecuted(resolved)) return Promise.resolve();
          const { schema, request, document, contextValue } = resolved;
          const { operationName, variables } = request;
          const costs = kept.get(document) ?? new Map<string, number>();
          kept.set(document, costs);
          const key = writeCostKey(operationName, variables);
          const question = { schema, document, operationName, variables };
          const cost = costs.get(key) ?? computeCost(question, maxCost);
          if (costs.size < maxKeptCosts) costs.set(key, cost);
          if (cost > maxCost) throw refuseCost(maxCost, String(cost));
          chargeFor(contextValue, cost);
          return Promise.resolve();
        },
      }),
  };
}

/** Apollo reads a code only from an error of GraphQL's own. */
function chargeFor({ charge }: RequestContext, cost: number): void {
  try {
    charge(cost);
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    const { message, code, facts } = error;
    throw new GraphQLError(message, { extensions: { ...facts, code } });
  }
}

/** What cannot be executed costs nothing, and execution says best what is wrong with it. */
function canBeExecuted({ operation, schema, request }: ResolvedOperation): boolean {
  if (operation === undefined) return false;
  return coerceVariables(schema, operation, request.variables ?? {}).errors === undefined;
}

/** Texts in variables change no cost: only numbers, flags and the lengths of lists do. */
function writeCostKey(operationName: string | undefined, variables: object | undefined): string {
  return JSON.stringify([operationName, variables], (_, value: unknown) =>
    typeof value === 'string' ? '' : value,
  );
}
