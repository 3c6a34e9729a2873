import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { PublicError } from '../../platform/errors';
import { type ErrorCode, isErrorCode } from './error-catalogue';

const unknown: ErrorCode = 'INTERNAL_SERVER_ERROR';

/** What Apollo Server means by a status of its own, where it states a general code or none. */
const codesByStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'BAD_REQUEST',
  405: 'METHOD_NOT_ALLOWED',
  406: 'NOT_ACCEPTABLE',
};

/** The catalogued code of an error; what has none is the service's own fault. */
export function codeOf(formatted: GraphQLFormattedError, error: unknown): ErrorCode {
  const stated = formatted.extensions?.['code'];
  return (
    codeOfPublicError(error) ??
    codeOfLimit(error) ??
    codeOfArgument(stated, error) ??
    (isErrorCode(stated) && stated !== 'BAD_REQUEST' && stated !== unknown ? stated : null) ??
    codesByStatus[statusOf(error)] ??
    unknown
  );
}

function codeOfPublicError(error: unknown): ErrorCode | null {
  const original = unwrapResolverError(error);
  return original instanceof PublicError && isErrorCode(original.code) ? original.code : null;
}

/** Apollo wraps what a validation rule reports into an error with a code of its own. */
function codeOfLimit(error: unknown): ErrorCode | null {
  if (!(error instanceof GraphQLError)) return null;
  const { originalError } = error;
  const code = originalError instanceof GraphQLError ? originalError.extensions['code'] : undefined;
  return isErrorCode(code) ? code : null;
}

/**
 * graphql-js refuses an argument while it executes where a variable cannot be one, such as null for
 * an argument that has a default. It gives no code and points at the value; other errors without a
 * code point at a field.
 */
function codeOfArgument(stated: unknown, error: unknown): ErrorCode | null {
  if (stated !== undefined || !(error instanceof GraphQLError)) return null;
  const [node] = error.nodes ?? [];
  return node === undefined || node.kind === Kind.FIELD ? null : 'BAD_USER_INPUT';
}

function statusOf(error: unknown): number {
  if (!(error instanceof GraphQLError)) return 0;
  const { http } = error.extensions as { http?: { status?: number } };
  return http?.status ?? 0;
}
