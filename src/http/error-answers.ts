import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { errorCatalogue, type ErrorCode } from '../graphql';
import { redactEmails } from '../lib/redact';
import { PublicError } from '../platform/errors';

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
    const { code, message } = describe(error, request.id);
    if (code === 'INTERNAL_SERVER_ERROR') request.log.error({ err: error });
    return answer(reply, code, message, request.id);
  });
  app.setNotFoundHandler((request, reply) =>
    answer(reply, 'NOT_FOUND', `There is nothing at ${request.method} ${pathOf(request.url)}`),
  );
}

/** Answers with one GraphQL error. */
export function answer(
  reply: FastifyReply,
  code: ErrorCode,
  message: string,
  requestId?: string,
): FastifyReply {
  const extensions = code === 'INTERNAL_SERVER_ERROR' ? { code, requestId } : { code };
  return reply
    .code(errorCatalogue[code].httpStatus)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message: redactEmails(message), extensions }] });
}

function describe(error: FastifyError, requestId: string): { code: ErrorCode; message: string } {
  const known = transportFaults[error.code];
  if (known !== undefined) return known;
  if (error instanceof PublicError)
    return { code: error.code as ErrorCode, message: error.message };
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return { code: 'BAD_REQUEST', message: 'The request cannot be read' };
  }
  return {
    code: 'INTERNAL_SERVER_ERROR',
    message: `Internal server error. The log knows more under request ${requestId}`,
  };
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
