import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import cors from '@fastify/cors';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Config } from '../config';
import type { Logger } from '../platform/log';
import { createEntrance } from './entrance';
import { answer, registerErrorAnswers } from './error-answers';
import type { ExecutionParts } from './execute-graphql';
import { type ExplorerOptions, registerExplorer } from './explorer/explorer.route';
import { graphqlPath, registerGraphql } from './graphql.route';
import { registerHealth } from './health.route';
import { ResponseCache, type SharedHeaders } from './response-cache';
import type { TrustedDocuments } from './trusted-documents';

/** What the HTTP server needs. */
export interface HttpOptions extends ExecutionParts {
  readonly config: Config;
  readonly logger: Logger;
  /** What the explorer offers, asked for at each page load. */
  readonly listOperations: ExplorerOptions['listOperations'];
  readonly documents: TrustedDocuments;
}

/** Units: bytes. A comment of 5,000 characters with its document fits thirty times. */
const maxBodyBytes = 256 * 1024;
/** Where Apollo serves Sandbox from; the one embedded at our own path asks from our own origin. */
const sandboxOrigins = ['https://studio.apollographql.com'];

/** The HTTP server with all its routes, not listening yet. */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const { config, logger } = options;
  let isStopping = false;
  const loggerInstance: FastifyBaseLogger = logger;
  const shared = describeShared(config);
  const cache = createCache(options);
  const route = { ...options, cache, shared, maxBodyBytes, documents: options.documents };
  const entrance = { ...route, path: graphqlPath, isStopping: () => isStopping };
  const app = Fastify({
    serverFactory: (handler) => createServer(createEntrance(entrance, handler)),
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: maxBodyBytes,
    trustProxy: readTrustProxy(config.TRUST_PROXY),
    // A client's keep-alive connection must not hold up a shutdown.
    forceCloseConnections: 'idle',
    // The hook below answers what still arrives, in the form of every other error.
    return503OnClosing: false,
    frameworkErrors: (_error, request, reply) => {
      reply.header('x-request-id', request.id);
      answer(reply, 'BAD_REQUEST', 'The address of the request cannot be read');
    },
  });
  // Everything but JSON is refused with one status; Fastify would take plain text.
  app.removeContentTypeParser('text/plain');
  app.addHook('preClose', () => {
    isStopping = true;
  });
  app.addHook('onRequest', (request, reply, done) => {
    // A reader's text must not be taken for a page, whatever it looks like.
    reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff' });
    if (isStopping && request.url !== '/health/live') {
      answer(reply, 'SERVICE_STOPPING', 'The service is shutting down: send the request again');
      return;
    }
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    // A connection that was busy when the closing began would otherwise stay open for its client.
    if (isStopping) reply.header('connection', 'close');
    done(null, payload);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions, id: requestId } = request;
    const { statusCode, elapsedTime: elapsedMs } = reply;
    request.log.debug({ method, route: routeOptions.url, statusCode, elapsedMs, requestId });
    done();
  });
  registerErrorAnswers(app);
  await app.register(cors, {
    origin: listOrigins(config),
    methods: ['GET', 'POST'],
    exposedHeaders: ['x-request-id'],
    maxAge: 86_400,
  });
  registerHealth(app, { database: options.database, isStopping: () => isStopping });
  registerGraphql(app, route);
  const { listOperations } = options;
  if (config.EXPLORER) {
    await app.register(registerExplorer, { listOperations, endpoint: graphqlPath });
  }
  return app;
}

/** The API's address on a listening server. */
export function graphqlUrl(serverUrl: string): string {
  return `${serverUrl}${graphqlPath}`;
}

/** Units: bytes in a megabyte, as RESPONSE_CACHE_MB counts. */
const megabyte = 1024 * 1024;

function createCache({ config, database, clock }: HttpOptions): ResponseCache | null {
  if (!config.RESPONSE_CACHE) return null;
  return new ResponseCache(config.RESPONSE_CACHE_MB * megabyte, database, clock);
}

function describeShared(config: Config): SharedHeaders {
  const origins = listOrigins(config);
  return {
    tagHeader: config.CACHE_TAG_HEADER === 'none' ? null : config.CACHE_TAG_HEADER,
    allowOrigin: (origin) => {
      if (origins === '*') return '*';
      return origins.includes(origin) ? origin : null;
    },
  };
}

function listOrigins({ CORS_ORIGINS, EXPLORER }: Config): string[] | '*' {
  if (CORS_ORIGINS.includes('*')) return '*';
  // A browser sends an origin without a path or a slash, however it was configured.
  const configured = CORS_ORIGINS.map((address) => new URL(address).origin);
  return [...configured, ...(EXPLORER ? sandboxOrigins : [])];
}

/** A number trusts that many hops from here, as Express and nginx count them. */
function readTrustProxy(
  text: string,
): boolean | string | ((address: string, hop: number) => boolean) {
  if (text === 'true' || text === 'false') return text === 'true';
  if (!/^\d+$/.test(text)) return text;
  const trustedHops = Number(text);
  return (_, hop) => hop < trustedHops;
}
