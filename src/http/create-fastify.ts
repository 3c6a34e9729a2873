import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Config } from '../config';
import type { Logger } from '../platform/log';
import { createProxyTest } from './client-address';
import { createClientErrorHandler, endWithError, writeCorsHeaders } from './client-errors';
import { ConnectionLimit } from './connection-limit';
import { answer } from './error-answers';
import type { Uploads } from './files/uploads';
import type { AllowOrigin } from './response-cache';
import { readTrustProxy } from './trust-proxy';

/** What the framework and the server below it are made of. */
export interface FastifyDependencies {
  readonly config: Config;
  readonly logger: Logger;
  readonly allowOrigin: AllowOrigin;
  /** Units: bytes. */
  readonly maxBodyBytes: number;
  /** Units: milliseconds for which an idle connection stays open. */
  readonly keepAliveMs: number;
  /** Units: milliseconds in which a request's headers and its body must arrive. */
  readonly receiveTimeoutMs: number;
  readonly uploads: Pick<Uploads, 'isUploading'>;
  /** Stands in front of the framework. */
  readonly createListener: (next: RequestListener) => RequestListener;
}

/** The longest that a request which is late stays open beyond its time. Units: milliseconds. */
const maxCheckIntervalMs = 5_000;

/** Fastify without routes, on a server that bounds connections and the time of a request. */
export function createFastify(dependencies: FastifyDependencies): FastifyInstance {
  const { config, logger, allowOrigin, maxBodyBytes, receiveTimeoutMs, uploads } = dependencies;
  const loggerInstance: FastifyBaseLogger = logger;
  return Fastify<Server>({
    serverFactory: (handler) => createBoundedServer(dependencies, handler),
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    // No route has a schema, and the compilers for them take a twentieth of a second to load.
    schemaController: {
      compilersFactory: { buildValidator: refuseSchema, buildSerializer: refuseSchema },
    },
    bodyLimit: maxBodyBytes,
    trustProxy: readTrustProxy(config.TRUST_PROXY),
    // A client's keep-alive connection must not hold up a shutdown.
    forceCloseConnections: 'idle',
    // The hook of `registerHooks` answers what still arrives, in the form of every other error.
    return503OnClosing: false,
    clientErrorHandler: createClientErrorHandler({
      allowOrigin,
      logger,
      receiveTimeoutMs,
      isUploading: (socket) => uploads.isUploading(socket),
    }),
    frameworkErrors: (_error, request, reply) => {
      reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff' });
      // No hook runs for these, so none has said whose pages may read the answer.
      for (const [name, value] of writeCorsHeaders(request.headers.origin, allowOrigin)) {
        reply.header(name, value);
      }
      answer(reply, 'BAD_REQUEST', 'The address of the request cannot be read');
    },
  });
}

function createBoundedServer(dependencies: FastifyDependencies, handler: RequestListener): Server {
  const { config, logger, allowOrigin, keepAliveMs, receiveTimeoutMs, createListener } =
    dependencies;
  const limit = new ConnectionLimit({
    maxPerAddress: config.MAX_CONNECTIONS_PER_ADDRESS,
    isProxy: createProxyTest(config.TRUST_PROXY),
    logger,
  });
  const next = createListener(handler);
  const listener: RequestListener = (request, response) => {
    const { socket, headers, httpVersion } = request;
    if (limit.isRefused(socket)) response.destroy();
    else if (headers.host === undefined && httpVersion === '1.1') {
      const fault = { code: 'BAD_REQUEST', message: 'The Host header is missing' } as const;
      endWithError(socket, fault, writeCorsHeaders(headers.origin, allowOrigin));
    } else next(request, response);
  };
  const server = createServer(
    {
      keepAliveTimeout: keepAliveMs,
      headersTimeout: receiveTimeoutMs,
      requestTimeout: receiveTimeoutMs,
      connectionsCheckingInterval: Math.min(maxCheckIntervalMs, Math.ceil(receiveTimeoutMs / 6)),
      // Node's own answer has no body; `listener` gives one.
      requireHostHeader: false,
    },
    listener,
  );
  // An unknown expectation may be ignored, where Node answers 417 without a body (RFC 9110, 10.1.1).
  return server.on('connection', limit.accept).on('checkExpectation', listener);
}

function refuseSchema(): never {
  throw new Error('Routes are described by the GraphQL schema alone');
}
