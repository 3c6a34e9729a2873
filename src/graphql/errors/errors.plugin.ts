import type {
  ApolloServerPlugin,
  GraphQLRequestContext,
  GraphQLRequestContextResponseForOperation,
} from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Logger } from '../../platform/log';
import type { RequestContext } from '../context';
import { boundErrors } from './bound-errors';
import { errorCatalogue, type ErrorCode, isErrorCode } from './error-catalogue';
import { codeOf } from './error-code';
import { writeErrorHeaders } from './error-headers';
import { formatError } from './format-error';

type RequestFacts = Pick<GraphQLRequestContext<RequestContext>, 'contextValue' | 'operationName'>;

/** Takes note of the errors of an operation that was executed, and gives what its caller may know of them. */
export type PresentErrors = (
  errors: readonly GraphQLError[],
  accepted: GraphQLRequestContextResponseForOperation<RequestContext>,
) => readonly GraphQLFormattedError[];

/** Logs what is unknown, puts the request's id into its mask, and sets the status by the catalogue. */
export function createErrorsPlugin(logger: Logger): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors, ...facts }) => {
          logUnknown(logger, errors, facts);
          return Promise.resolve();
        },
        willSendResponse: ({ response, contextValue }) => {
          if (response.body.kind !== 'single') return Promise.resolve();
          const { singleResult } = response.body;
          const errors = singleResult.errors ?? [];
          const [first] = errors;
          if (first === undefined) return Promise.resolve();
          singleResult.errors = boundErrors(
            errors.map((error) => tellRequestId(error, contextValue.requestId)),
          );
          const hasData = singleResult.data !== null && singleResult.data !== undefined;
          const status = hasData ? undefined : statusOf(first);
          if (status === undefined) return Promise.resolve();
          response.http.status = status;
          const headers = Object.entries(writeErrorHeaders(first.extensions ?? {}));
          for (const [name, value] of headers) response.http.headers.set(name, value);
          return Promise.resolve();
        },
      }),
  };
}

/** What Apollo Server does with errors of its own execution, for those of ours. */
export function createPresenter(logger: Logger): PresentErrors {
  return (errors, accepted) => {
    accepted.contextValue.noteFailure();
    logUnknown(logger, errors, accepted);
    return errors.map((error) => formatError(error.toJSON(), error));
  };
}

/** The errors that an operator should see, and how loud they are. */
const logLevels: Readonly<Partial<Record<ErrorCode, 'error' | 'warn'>>> = {
  INTERNAL_SERVER_ERROR: 'error',
  SERVICE_UNAVAILABLE: 'warn',
};

function logUnknown(
  logger: Logger,
  errors: readonly GraphQLError[],
  { contextValue, operationName }: RequestFacts,
): void {
  for (const error of errors) {
    const level = logLevels[codeOf(error.toJSON(), error)];
    if (level === undefined) continue;
    const { requestId } = contextValue;
    logger[level]({
      err: error.originalError ?? error,
      requestId,
      operationName,
      path: error.path,
    });
  }
}

function tellRequestId(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  if (error.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR') return error;
  return {
    ...error,
    message: `Internal server error. The log knows more under request ${requestId}`,
    extensions: { ...error.extensions, requestId },
  };
}

function statusOf({ extensions }: GraphQLFormattedError): number | undefined {
  const code = extensions?.['code'];
  return isErrorCode(code) ? errorCatalogue[code].httpStatus : undefined;
}
