import type { GraphQLFormattedError } from 'graphql';

/** Units: UTF-16 code units of all errors as JSON; in UTF-8 under 16 KB for messages of ours. */
const maxErrorsLength = 10_000;
/** Units: UTF-16 code units of one error's path as JSON; longer ones hold names made to be long. */
const maxPathLength = 1_000;

/**
 * The first errors of an answer that together are short, the last of them saying how many are left
 * out.
 */
export function boundErrors(
  errors: readonly GraphQLFormattedError[],
): readonly GraphQLFormattedError[] {
  const listed: GraphQLFormattedError[] = [];
  let length = 0;
  for (const error of errors) {
    const short = dropLongPath(error);
    length += JSON.stringify(short).length;
    if (length > maxErrorsLength && listed.length > 0) {
      const count = errors.length - listed.length;
      const { extensions = {} } = error;
      return [...listed, { message: `${count} more errors are left out`, extensions }];
    }
    listed.push(short);
  }
  return listed;
}

function dropLongPath(error: GraphQLFormattedError): GraphQLFormattedError {
  const { path, ...rest } = error;
  return path === undefined || JSON.stringify(path).length <= maxPathLength ? error : rest;
}
