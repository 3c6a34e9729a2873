import type { HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CancellationSignal } from '../platform/cancellation';
import type { RequestStates } from './cache-middleware';
import { startDeadline } from './deadline';
import { executeGraphql, type ExecutionDependencies } from './execute-graphql';
import { type Callers, parseBodies } from './parse-bodies';
import type { BodyReader } from './read-body';
import { readGraphqlRequest } from './read-graphql-request';
import type { RequestAuthenticator } from './request-authenticator';
import { privateAnswer, type ResponseCache, type AnswerSender } from './response-cache';
import type { TrustedDocuments } from './trusted-documents';

/** What the route needs. */
export interface GraphqlRouteOptions extends ExecutionDependencies {
  /** Null where every answer is executed. */
  readonly cache: ResponseCache | null;
  readonly documents: TrustedDocuments;
  readonly sender: AnswerSender;
  readonly bodies: BodyReader;
  readonly requestAuthenticator: RequestAuthenticator;
  readonly states: RequestStates;
  readonly callers: Callers;
}

/** The path of the API. */
export const graphqlPath = '/graphql';

/** `GET`, `HEAD` and `POST` of GraphQL over HTTP, and Apollo's landing page for browsers. */
export function registerGraphql(app: FastifyInstance, options: GraphqlRouteOptions): void {
  parseBodies(app, options);
  app.route({
    url: graphqlPath,
    method: ['GET', 'POST'],
    handler: (request, reply) => handle(request, reply, options),
  });
}

async function handle(
  request: FastifyRequest,
  reply: FastifyReply,
  options: GraphqlRouteOptions,
): Promise<FastifyReply> {
  const caller =
    options.callers.get(request.raw) ??
    (await options.requestAuthenticator.authenticate(request.raw, request.headers.authorization));
  const { bucket } = caller;
  const graphqlRequest = options.documents.resolve(readGraphqlRequest(request));
  const { signal, race } = startDeadline(options.requestTimeoutMs, reply.raw);
  const execute = (waited: CancellationSignal) =>
    executeGraphql(request, graphqlRequest, { caller, signal: waited }, options);
  const key = options.states.get(request.raw)?.key ?? null;
  if (key === null || options.cache === null) {
    const { response } = await race(execute(signal));
    return sendPrivate(response, reply.headers(bucket.headers()));
  }
  const found = await race(options.cache.findOrExecute(key, execute, signal));
  if (found.kind === 'private') return sendPrivate(found.response, reply.headers(bucket.headers()));
  reply.hijack();
  options.sender.send(request.raw, reply.raw, found.answer, {
    requestId: request.id,
    nowMs: options.clock.now().getTime(),
    headers: bucket.headers(),
  });
  return reply;
}

/** Sends an answer that is for its caller alone. */
async function sendPrivate(
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
