import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import type { ErrorCode } from '../errors';

/** An operation whose cost is asked for. */
export interface CostQuestion {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/** Fields looked at to compute a cost: fragments of fragments can spread to millions of them. */
const maxCountedFields = 10_000;
const costExceeded: ErrorCode = 'COST_LIMIT_EXCEEDED';
const badUserInput: ErrorCode = 'BAD_USER_INPUT';

/**
 * What an operation could return at most: a field costs 1, and what a page holds costs as often as
 * the page is long, as `complexity` of the connection's field says.
 * Errors: a GraphQLError where it cannot be computed; `maxCost` is what its message names.
 */
export function computeCost(question: CostQuestion, maxCost: number): number {
  const { schema, document: query, operationName, variables = {} } = question;
  try {
    return getComplexity({
      ...{ schema, query, variables },
      ...(operationName === undefined ? {} : { operationName }),
      estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
      maxQueryNodes: maxCountedFields,
    });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw toRefusal(error, maxCost);
  }
}

/** The error of an operation that costs more than may be. */
export function refuseCost(maxCost: number, found: string): GraphQLError {
  return new GraphQLError(
    `Cost limit of ${maxCost} exceeded, found ${found}. Ask for smaller pages with "first" or "last"`,
    { extensions: { code: costExceeded } },
  );
}

/**
 * Why a cost could not be computed: an argument that points at its value, such as a variable that
 * is null where an argument with a default must not be; else there was too much to count.
 */
function toRefusal({ message, nodes }: GraphQLError, maxCost: number): GraphQLError {
  if (nodes === undefined) return refuseCost(maxCost, `more than ${maxCountedFields} fields`);
  return new GraphQLError(message, { nodes, extensions: { code: badUserInput } });
}
