import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { noCredential } from '../features/access';
import { limitLineBreaks, maxLineBreaks, RequestContext } from '../graphql';
import type { CancellationSignal } from '../platform/cancellation';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import { BodyUnreadable } from './http.errors';
import { chooseLanguage } from './language';
import type { AuthenticatedCaller } from './request-authenticator';
import type { Executed } from './response-cache';
import type { GraphqlRequest } from './trusted-documents';

/** What executes requests. */
export interface ExecutionDependencies {
  readonly apollo: ApolloServer<RequestContext>;
  readonly database: Database;
  readonly clock: Clock;
  readonly requestTimeoutMs: number;
}

/** Who asks, and for how long. */
export interface Permission {
  readonly caller: AuthenticatedCaller;
  readonly signal: CancellationSignal;
}

/**
 * Hands one request to Apollo, which is called here and not through an integration package since
 * the answer may belong to many requests.
 * Shape: the permission's `signal` is aborted when nobody waits for the answer any more.
 */
export async function executeGraphql(
  request: FastifyRequest,
  graphqlRequest: GraphqlRequest,
  { caller, signal }: Permission,
  { apollo, database, clock }: ExecutionDependencies,
): Promise<Executed<HTTPGraphQLResponse>> {
  const context = new RequestContext(database, {
    viewer: caller.credential.viewer,
    consume: caller.bucket.consume,
    readsCachedRows: caller.credential === noCredential,
    language: chooseLanguage(request.headers['accept-language']),
    now: clock.now(),
    requestId: request.id,
    clientAddress: request.ip,
    signal,
  });
  const response = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method === 'HEAD' ? 'GET' : request.method,
      headers: readHeaders(request, graphqlRequest.headers),
      search: graphqlRequest.search,
      body: limitLines(graphqlRequest.body),
    },
    context: () => Promise.resolve(context),
  });
  if (context.cacheDependencies.isPreview) response.headers.set('x-robots-tag', 'noindex');
  return { response, cacheable: readCacheable(response, context), hasFailed: context.hasFailed };
}

/** Errors: BodyUnreadable where the document holds too many lines. */
function limitLines(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('query' in body)) return body;
  if (typeof body.query !== 'string') return body;
  const query = limitLineBreaks(body.query);
  if (query === null) {
    throw new BodyUnreadable(
      `The document has more than ${maxLineBreaks} line breaks in its texts`,
    );
  }
  return { ...body, query };
}

/** A public answer: that of a whole query, without errors. */
function readCacheable(
  { status, headers, body }: HTTPGraphQLResponse,
  { cacheHintSeconds, cacheDependencies, isLanguageUsed }: RequestContext,
): Executed<HTTPGraphQLResponse>['cacheable'] {
  const isWhole = body.kind === 'complete' && (status ?? 200) === 200;
  if (!isWhole || cacheHintSeconds === null || cacheDependencies.isPrivate) return null;
  return {
    body: body.string,
    contentType: headers.get('content-type') ?? 'application/json; charset=utf-8',
    metadata: {
      tags: cacheDependencies.tags,
      shownTags: cacheDependencies.shownTags,
      expiresAtMs: cacheDependencies.expiresAtMs,
      maxAgeSeconds: cacheHintSeconds,
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
