import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorCatalogue, type ErrorCode, writeErrorHeaders } from '../graphql';
import { redactEmails } from '../lib/redact';
import { PublicError } from '../platform/errors';
import { RateLimited, UnsupportedMediaType } from './http.errors';
import { privateAnswer } from './response-cache';

/** What went wrong before GraphQL, as GraphQL clients read errors. */
const transportFaults: Readonly<Record<string, { code: ErrorCode; message: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: 'PAYLOAD_TOO_LARGE',
    message: 'The body must be 262144 bytes (256 KiB) or less',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'The body must be sent with Content-Type: application/json',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'BAD_REQUEST', message: 'The body is empty' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'BAD_REQUEST', message: 'The body is not valid JSON' },
};

/** Gives every failure outside GraphQL the same form as one inside it. */
export function registerErrorAnswers(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const { code, message, facts } = describe(error, request.id);
    if (code === 'INTERNAL_SERVER_ERROR') request.log.error({ err: error });
    if (code === 'SERVICE_UNAVAILABLE') request.log.warn({ err: error });
    if (error instanceof RateLimited || error instanceof UnsupportedMediaType) {
      reply.headers(error.headers);
    }
    // What is still on its way would be read as the next request.
    if (code === 'RECEIVE_TIMEOUT') reply.header('connection', 'close');
    return answer(reply, code, message, request.id, facts);
  });
  app.setNotFoundHandler(answerNotFound);
}

/** Answers that there is nothing at a request's path. */
export function answerNotFound({ method, url }: FastifyRequest, reply: FastifyReply): FastifyReply {
  return answer(reply, 'NOT_FOUND', `There is nothing at ${method} ${showPath(url)}`);
}

/** Answers with one GraphQL error. */
export function answer(
  reply: FastifyReply,
  code: ErrorCode,
  message: string,
  requestId?: string,
  facts: Readonly<Record<string, unknown>> = {},
): FastifyReply {
  const extensions = code === 'INTERNAL_SERVER_ERROR' ? { code, requestId } : { ...facts, code };
  reply.headers(writeErrorHeaders(extensions));
  return (
    reply
      .code(errorCatalogue[code].httpStatus)
      .type(`${chooseType(reply.request.headers.accept)}; charset=utf-8`)
      // Some statuses may be kept by anybody unless they are told not to.
      .header('cache-control', privateAnswer)
      .send({ errors: [{ message: redactEmails(message), extensions }] })
  );
}

/** Clients that know this type read errors whatever the status is; others by `application/json` alone. */
function chooseType(accept: string | undefined): string {
  return accept?.includes(graphqlType) === true ? graphqlType : 'application/json';
}

const graphqlType = 'application/graphql-response+json';

interface Description {
  readonly code: ErrorCode;
  readonly message: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

function describe(error: FastifyError, requestId: string): Description {
  const known = transportFaults[error.code];
  if (known !== undefined) return known;
  if (error instanceof PublicError)
    return { code: error.code as ErrorCode, message: error.message, facts: error.facts };
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return { code: 'BAD_REQUEST', message: 'The request cannot be read' };
  }
  return {
    code: 'INTERNAL_SERVER_ERROR',
    message: `Internal server error. The log knows more under request ${requestId}`,
  };
}

/** With every @ readable, so that an address in it is found and taken out. */
function showPath(url: string): string {
  return (url.split('?', 1)[0] ?? url).replaceAll('%40', '@');
}
