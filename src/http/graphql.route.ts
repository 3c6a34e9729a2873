import type { HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CancellationSignal } from '../platform/cancellation';
import type { Admission } from './admission';
import { startDeadline } from './deadline';
import { arrivalOf } from './entrance';
import { answer } from './error-answers';
import { executeGraphql, type ExecutionParts } from './execute-graphql';
import { BodyTooLarge, BodyUnreadable } from './http.errors';
import { readBody } from './read-body';
import { privateAnswer, type ResponseCache, type AnswerSender } from './response-cache';
import type { TrustedDocuments } from './trusted-documents';

/** What the route needs. */
export interface GraphqlRouteOptions extends ExecutionParts {
  /** Null where every answer is executed. */
  readonly cache: ResponseCache | null;
  readonly documents: TrustedDocuments;
  readonly sender: AnswerSender;
  readonly maxBodyBytes: number;
  readonly admission: Admission;
}

/** The path of the API. */
export const graphqlPath = '/graphql';

/** `GET` and `POST` of GraphQL over HTTP, and Apollo's landing page for browsers. */
export function registerGraphql(app: FastifyInstance, options: GraphqlRouteOptions): void {
  parseArrivedBodies(app, options.maxBodyBytes);
  app.route({
    url: graphqlPath,
    method: ['GET', 'POST'],
    handler: (request, reply) => handle(request, reply, options),
  });
  app.route({
    url: graphqlPath,
    method: ['DELETE', 'PATCH', 'PUT'],
    handler: (request, reply) => {
      void reply.header('allow', 'GET, POST');
      const message = `GraphQL is asked for with GET or POST, but got: ${request.method}`;
      return answer(reply, 'METHOD_NOT_ALLOWED', message);
    },
  });
}

async function handle(
  request: FastifyRequest,
  reply: FastifyReply,
  options: GraphqlRouteOptions,
): Promise<FastifyReply> {
  const admitted = await options.admission.admit(request.raw, request.headers.authorization);
  const { account } = admitted;
  const asked = { search: readSearch(request.url), body: request.body, headers: {} };
  const graphqlRequest = options.documents.resolve(asked);
  const { signal, race } = startDeadline(options.requestTimeoutMs, reply.raw);
  const execute = (waited: CancellationSignal) =>
    executeGraphql(request, graphqlRequest, { admitted, signal: waited }, options);
  const key = arrivalOf(request.raw)?.key ?? null;
  if (key === null || options.cache === null) {
    const { response } = await race(execute(signal));
    return sendOwn(response, reply.headers(account.headers()));
  }
  const found = await race(options.cache.findOrExecute(key, execute, signal));
  if (found.kind === 'own') return sendOwn(found.response, reply.headers(account.headers()));
  reply.hijack();
  options.sender.send(request.raw, reply.raw, found.answer, {
    requestId: request.id,
    nowMs: options.clock.now().getTime(),
    headers: account.headers(),
  });
  return reply;
}

function readSearch(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}

/** An answer for its caller alone. */
async function sendOwn(
  { status, headers, body }: HTTPGraphQLResponse,
  reply: FastifyReply,
): Promise<FastifyReply> {
  reply.code(status ?? 200);
  reply.header('cache-control', privateAnswer);
  for (const [name, value] of headers) reply.header(name, value);
  if (body.kind === 'complete') return reply.send(body.string);
  const chunks: string[] = [];
  for await (const chunk of body.asyncIterator) chunks.push(chunk);
  return reply.send(chunks.join(''));
}

/** The entrance has read most bodies already; a stream is read once only. */
function parseArrivedBodies(app: FastifyInstance, maxBodyBytes: number): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', async (request: FastifyRequest) => {
    const body = arrivalOf(request.raw)?.body ?? (await readBody(request.raw, maxBodyBytes));
    if ('tooLarge' in body) throw new BodyTooLarge(maxBodyBytes);
    if (body.bytes.length === 0) throw new BodyUnreadable('The body is empty');
    try {
      return JSON.parse(body.bytes.toString()) as unknown;
    } catch {
      throw new BodyUnreadable('The body is not valid JSON');
    }
  });
}
