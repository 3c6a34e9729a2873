import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { redactEmails } from '../../lib/redact';
import { PublicError } from '../../platform/errors';
import { codeOf } from './error-code';
import { shortenMessage } from './shorten-message';

/**
 * What a caller may know of an error: its code and, unless it is unknown, its message.
 * Shape: no stack trace, and no e-mail address even where the caller's own input is quoted.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const code = codeOf(formatted, error);
  const { message, extensions, ...rest } = formatted;
  if (code === 'INTERNAL_SERVER_ERROR') {
    return { ...rest, message: 'Internal server error', extensions: { code } };
  }
  const { stacktrace: _stacktrace, ...kept } = extensions ?? {};
  return {
    ...rest,
    message: shortenMessage(redactEmails(message.trim())),
    extensions: { ...kept, ...factsOf(error), code },
  };
}

/** What a program may read beside the code, such as when to retry. */
function factsOf(error: unknown): Readonly<Record<string, unknown>> {
  const original = unwrapResolverError(error);
  return original instanceof PublicError ? original.facts : {};
}
