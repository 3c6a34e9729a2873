import type { Socket } from 'node:net';
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config';
import type { Authenticator } from '../features/access';
import type { MediaFeature } from '../features/media';
import type { LiveOperations } from '../graphql';
import type { Cache } from '../platform/cache';
import type { Logger } from '../platform/log';
import { MemoryRateLimiter, type RateLimiter } from '../platform/rate-limiter';
import { createCacheMiddleware } from './cache-middleware';
import { createAddressReader } from './client-address';
import { createAllowOrigin, listOrigins } from './cors-origins';
import { createFastify } from './create-fastify';
import { registerErrorAnswers } from './error-answers';
import type { ExecutionDependencies } from './execute-graphql';
import { type ExplorerOptions, registerExplorer } from './explorer/explorer.route';
import { registerFiles } from './files/files.route';
import { maxUploadMs, type UploadBounds, Uploads } from './files/uploads';
import { graphqlPath, registerGraphql } from './graphql.route';
import { registerHealth } from './health.route';
import { type LiveDependencies, type LiveSessions, registerEventStream, Sockets } from './live';
import { asksForWebSocket, ignoreUpgrade } from './other-upgrade';
import { rateLimitHeaders } from './rate-limit';
import { BodyReader } from './read-body';
import { RequestAuthenticator } from './request-authenticator';
import { registerHooks } from './request-hooks';
import { AnswerSender, type CachedAnswer, ResponseCache } from './response-cache';
import { registerStartPage } from './start-page.route';
import type { TrustedDocuments } from './trusted-documents';
import { registerUnrouted } from './unrouted-requests';

/** What the HTTP server needs. */
export interface HttpOptions extends ExecutionDependencies {
  readonly config: Config;
  readonly logger: Logger;
  /** Whether the service is about to stop, although it still serves. */
  readonly isLeaving: () => boolean;
  /** Where answers are kept. */
  readonly cache: Cache<unknown>;
  /** What the explorer offers, asked for at each page load. */
  readonly listOperations: ExplorerOptions['listOperations'];
  readonly documents: TrustedDocuments;
  readonly authenticator: Authenticator;
  readonly media: Pick<MediaFeature, 'intake' | 'originals' | 'renditions'>;
  /** How long a request may take to arrive whole; default: 30 seconds. Units: milliseconds. */
  readonly receiveTimeoutMs?: number | undefined;
  /** How long a picture may take to arrive; default: 15 minutes, and never paused for 30 seconds. */
  readonly uploadBounds?: UploadBounds | undefined;
  readonly live: { readonly operations: LiveOperations; readonly sessions: LiveSessions };
}

/** Units: bytes. A comment of 5,000 characters with its document fits thirty times. */
const maxBodyBytes = 256 * 1024;
/** Units: bytes that unfinished bodies of one network may take together. */
const maxPendingBytes = 16 * 1024 * 1024;
/** Units: milliseconds. A comment over the slowest mobile network arrives in a few seconds. */
const defaultReceiveTimeoutMs = 30_000;
/**
 * How long an idle connection stays open. Units: milliseconds.
 * Longer than the minute for which proxies and load balancers keep theirs: one that closes first
 * meets requests that are on their way.
 */
const keepAliveMs = 72_000;

/** The HTTP server with all its routes, not listening yet. */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const { config, logger } = options;
  let hasBegunToStop = false;
  const isStopping = () => hasBegunToStop;
  const allowOrigin = createAllowOrigin(config);
  const sender = new AnswerSender(allowOrigin, keepAliveMs);
  const requestAuthenticator = createRequestAuthenticator(options);
  const route = {
    ...options,
    cache: createResponseCache(options),
    sender,
    bodies: new BodyReader({
      maxBytes: maxBodyBytes,
      maxPendingBytes,
      networkOf: (request) => requestAuthenticator.networkOf(request),
    }),
    requestAuthenticator,
    states: new WeakMap(),
    callers: new WeakMap(),
  };
  const uploads = new Uploads(
    options.uploadBounds ?? { pauseMs: defaultReceiveTimeoutMs, totalMs: maxUploadMs },
  );
  const middleware = { ...route, path: graphqlPath, isStopping };
  const app = createFastify({
    config,
    logger,
    allowOrigin,
    maxBodyBytes,
    keepAliveMs,
    receiveTimeoutMs: options.receiveTimeoutMs ?? defaultReceiveTimeoutMs,
    uploads,
    createListener: (next) => createCacheMiddleware(middleware, next),
  });
  // Everything but JSON is refused with one status; Fastify would take plain text.
  app.removeContentTypeParser('text/plain');
  app.addHook('preClose', () => {
    hasBegunToStop = true;
  });
  registerHooks(app, isStopping);
  registerErrorAnswers(app);
  await registerCors(app, config);
  registerUnrouted(app);
  registerStartPage(app, { hasExplorer: config.EXPLORER, hasSchema: config.INTROSPECTION });
  registerHealth(app, { database: options.database, isLeaving: options.isLeaving });
  registerGraphql(app, route);
  await app.register(registerFiles, {
    ...options,
    ...options.media,
    requestAuthenticator,
    uploads,
  });
  registerLive(app, {
    ...options.live,
    requestAuthenticator,
    allowOrigin,
    logger,
    isStopping,
    documents: options.documents,
    maxSubscriptions: config.LIVE_MAX_SUBSCRIPTIONS,
    maxMessageBytes: maxBodyBytes,
  });
  // After live connections have ended, so that none arrives meanwhile.
  closeSilentConnections(app);
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

async function registerCors(app: FastifyInstance, config: Config): Promise<void> {
  await app.register(cors, {
    origin: listOrigins(config),
    methods: ['GET', 'POST'],
    exposedHeaders: ['x-request-id', ...rateLimitHeaders],
    maxAge: 86_400,
    // `registerUnrouted` answers OPTIONS, with Allow and also where it is no preflight.
    strictPreflight: false,
    preflightContinue: true,
  });
}

/**
 * Ends connections on which nothing was ever sent when the service stops: browsers open some in
 * advance, and Node counts them as busy until their time for a request is over.
 */
function closeSilentConnections(app: FastifyInstance): void {
  const sockets = new Set<Socket>();
  app.server.on('connection', (socket) => {
    // `ignoreUpgrade` emits the event for each request of a connection.
    if (sockets.has(socket)) return;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  app.addHook('preClose', () => {
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  });
}

/** Both ways of live delivery, ended before the server waits for what is still open. */
function registerLive(app: FastifyInstance, dependencies: LiveDependencies): void {
  const sockets = new Sockets(dependencies, graphqlPath);
  app.server.on('upgrade', (request, socket, head) => {
    if (asksForWebSocket(request)) sockets.upgrade(request, socket, head);
    else ignoreUpgrade(app.server, request, socket, head);
  });
  registerEventStream(app, dependencies, `${graphqlPath}/stream`);
  app.addHook('preClose', async () => {
    await Promise.all([sockets.drain(), dependencies.sessions.drain()]);
    dependencies.operations.close();
  });
}

function createRequestAuthenticator({
  config,
  clock,
  authenticator,
}: HttpOptions): RequestAuthenticator {
  const limiter = createLimiter(config);
  const readAddress = createAddressReader(config.TRUST_PROXY);
  return new RequestAuthenticator({ authenticator, limiter, clock, readAddress });
}

function createLimiter({ RATE_LIMIT }: Config): RateLimiter | null {
  return RATE_LIMIT === 'off' ? null : new MemoryRateLimiter(RATE_LIMIT);
}

function createResponseCache({ config, cache, clock }: HttpOptions): ResponseCache | null {
  if (!config.RESPONSE_CACHE) return null;
  const tagHeader = config.CACHE_TAG_HEADER === 'none' ? null : config.CACHE_TAG_HEADER;
  return new ResponseCache(cache as Cache<CachedAnswer>, clock, tagHeader);
}
