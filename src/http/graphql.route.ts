import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { anonymousReader } from '../features/access';
import { RequestContext } from '../graphql';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import { startDeadline } from './deadline';
import { answer } from './error-answers';
import { chooseLanguage } from './language';

/** What the route needs. */
export interface GraphqlRouteOptions {
  readonly apollo: ApolloServer<RequestContext>;
  readonly database: Database;
  readonly clock: Clock;
  readonly requestTimeoutMs: number;
}

/** The path of the API. */
export const graphqlPath = '/graphql';

/**
 * `GET` and `POST` of GraphQL over HTTP, and Apollo's landing page for browsers.
 *
 * Apollo is called here and not through an integration package, since the answer has to race the
 * request's deadline.
 */
export function registerGraphql(app: FastifyInstance, options: GraphqlRouteOptions): void {
  app.route({
    url: graphqlPath,
    method: ['GET', 'POST'],
    handler: async (request, reply) => {
      const response = await execute(request, reply, options);
      return send(response, reply);
    },
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

async function execute(
  request: FastifyRequest,
  reply: FastifyReply,
  { apollo, database, clock, requestTimeoutMs }: GraphqlRouteOptions,
): Promise<HTTPGraphQLResponse> {
  const { signal, race } = startDeadline(requestTimeoutMs, reply.raw);
  const execution = apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method,
      headers: readHeaders(request),
      search: readSearch(request.url),
      body: request.body,
    },
    context: () =>
      Promise.resolve(
        new RequestContext(database, {
          viewer: anonymousReader,
          language: chooseLanguage(request.headers['accept-language']),
          now: clock.now(),
          requestId: request.id,
          signal,
        }),
      ),
  });
  return race(execution);
}

function readHeaders({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

function readSearch(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}

async function send(
  { status, headers, body }: HTTPGraphQLResponse,
  reply: FastifyReply,
): Promise<FastifyReply> {
  reply.code(status ?? 200);
  for (const [name, value] of headers) reply.header(name, value);
  if (body.kind === 'complete') return reply.send(body.string);
  const chunks: string[] = [];
  for await (const chunk of body.asyncIterator) chunks.push(chunk);
  return reply.send(chunks.join(''));
}
