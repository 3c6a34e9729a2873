import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { anonymousReader } from '../features/access';
import { RequestContext } from '../graphql';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import { startDeadline } from './deadline';
import { chooseLanguage } from './language';
import type { Executed } from './response-cache';
import type { GraphqlRequest } from './trusted-documents';

/** What executes requests. */
export interface ExecutionParts {
  readonly apollo: ApolloServer<RequestContext>;
  readonly database: Database;
  readonly clock: Clock;
  readonly requestTimeoutMs: number;
}

/**
 * Hands one request to Apollo, which is called here and not through an integration package since
 * the answer has to race the request's deadline.
 * Errors: RequestTimeout.
 */
export async function executeGraphql(
  request: FastifyRequest,
  reply: FastifyReply,
  graphqlRequest: GraphqlRequest,
  { apollo, database, clock, requestTimeoutMs }: ExecutionParts,
): Promise<Executed<HTTPGraphQLResponse>> {
  const { signal, race } = startDeadline(requestTimeoutMs, reply.raw);
  const context = new RequestContext(database, {
    viewer: anonymousReader,
    language: chooseLanguage(request.headers['accept-language']),
    now: clock.now(),
    requestId: request.id,
    signal,
  });
  const response = await race(
    apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: readHeaders(request, graphqlRequest.headers),
        search: graphqlRequest.search,
        body: graphqlRequest.body,
      },
      context: () => Promise.resolve(context),
    }),
  );
  return { response, shared: readShared(response, context) };
}

/** An answer that others may have: a whole query's, without errors. */
function readShared(
  { status, headers, body }: HTTPGraphQLResponse,
  { cacheHintSeconds, footprint, isLanguageUsed }: RequestContext,
): Executed<HTTPGraphQLResponse>['shared'] {
  const isWhole = body.kind === 'complete' && (status ?? 200) === 200;
  if (!isWhole || cacheHintSeconds === null || footprint.isPrivate) return null;
  return {
    body: body.string,
    contentType: headers.get('content-type') ?? 'application/json; charset=utf-8',
    recipe: {
      tags: footprint.tags,
      endsAtMs: footprint.endsAtMs,
      hintSeconds: cacheHintSeconds,
      isLanguageUsed,
    },
  };
}

function readHeaders(
  { headers }: FastifyRequest,
  added: Readonly<Record<string, string>>,
): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  for (const [name, value] of Object.entries(added)) map.set(name, value);
  return map;
}
