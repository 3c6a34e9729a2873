import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { type DocumentNode, getVariableValues, GraphQLError } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import type { RequestContext } from '../context';
import type { ErrorCode } from '../errors';

type ResolvedOperation = GraphQLRequestContextDidResolveOperation<RequestContext>;

/** Different sizes of pages for one document; more are computed and not kept. */
const maxKeptCosts = 100;
/** Fields looked at to compute a cost: fragments of fragments can spread to millions of them. */
const maxCountedFields = 10_000;
const costExceeded: ErrorCode = 'COST_LIMIT_EXCEEDED';
const badUserInput: ErrorCode = 'BAD_USER_INPUT';

/**
 * Refuses an operation that could return too much, before it is executed.
 *
 * A field costs 1; what a page holds costs as often as the page is long, as `complexity` of the
 * connection's field says. The cost of a document is kept for each set of page sizes.
 */
export function createCostPlugin(maxCost: number): ApolloServerPlugin<RequestContext> {
  const kept = new WeakMap<DocumentNode, Map<string, number>>();
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: (resolved) => {
          if (!canBeExecuted(resolved)) return Promise.resolve();
          const { request, document } = resolved;
          const costs = kept.get(document) ?? new Map<string, number>();
          kept.set(document, costs);
          const key = writeCostKey(request.operationName, request.variables);
          const cost = costs.get(key) ?? computeCost(resolved);
          if (costs.size < maxKeptCosts) costs.set(key, cost);
          if (cost > maxCost) throw refuse(maxCost, String(cost));
          return Promise.resolve();
        },
      }),
  };

  function computeCost({ schema, document: query, request }: ResolvedOperation): number {
    try {
      return getComplexity({
        schema,
        query,
        ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
        variables: request.variables ?? {},
        estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
        maxQueryNodes: maxCountedFields,
      });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      throw toRefusal(error, maxCost);
    }
  }
}

/** What cannot be executed costs nothing, and execution says best what is wrong with it. */
function canBeExecuted({ operation, schema, request }: ResolvedOperation): boolean {
  if (operation === undefined) return false;
  const definitions = operation.variableDefinitions ?? [];
  return getVariableValues(schema, definitions, request.variables ?? {}).errors === undefined;
}

/**
 * Why a cost could not be computed: an argument that points at its value, such as a variable that
 * is null where an argument with a default must not be; else there was too much to count.
 */
function toRefusal({ message, nodes }: GraphQLError, maxCost: number): GraphQLError {
  if (nodes === undefined) return refuse(maxCost, `more than ${maxCountedFields} fields`);
  return new GraphQLError(message, { nodes, extensions: { code: badUserInput } });
}

/** Texts in variables change no cost: only numbers, flags and the lengths of lists do. */
function writeCostKey(operationName: string | undefined, variables: object | undefined): string {
  return JSON.stringify([operationName, variables], (_, value: unknown) =>
    typeof value === 'string' ? '' : value,
  );
}

function refuse(maxCost: number, found: string): GraphQLError {
  return new GraphQLError(
    `Cost limit of ${maxCost} exceeded, found ${found}. Ask for smaller pages with "first" or "last"`,
    { extensions: { code: costExceeded } },
  );
}
