import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Clock } from '../platform/clock';
import { isPlainlyCoded, readBodyType } from './content-headers';
import { chooseLanguage } from './language';
import type { BodyReader, ReadBody } from './read-body';
import type { RequestAuthenticator } from './request-authenticator';
import { type ResponseCache, type AnswerSender, writeRequestKey } from './response-cache';

/** What the cache middleware found out about a request, for the route behind it. */
export interface RequestState {
  /** Null where nothing was read: the framework reads it. */
  readonly body: ReadBody | null;
  /** The key of its answer; null where the answer may not be shared. */
  readonly key: string | null;
}

/** The states of requests that passed the cache middleware, each for as long as its request. */
export type RequestStates = WeakMap<IncomingMessage, RequestState>;

/** What the cache middleware is constructed with. */
export interface CacheMiddlewareOptions {
  readonly path: string;
  readonly bodies: BodyReader;
  /** Null where every answer is executed. */
  readonly cache: ResponseCache | null;
  readonly sender: AnswerSender;
  readonly clock: Clock;
  readonly isStopping: () => boolean;
  /** Whether every answer closes its connection, so that the client opens one elsewhere. */
  readonly isLeaving: () => boolean;
  readonly requestAuthenticator: RequestAuthenticator;
  /** Gets the state of each request that is not answered here. */
  readonly states: RequestStates;
}

/**
 * Answers cached requests before the framework sees them, and passes all others on.
 *
 * Routing alone would cost more than a cached answer.
 */
export function createCacheMiddleware(
  options: CacheMiddlewareOptions,
  next: RequestListener,
): RequestListener {
  return (request, response) => {
    if (options.isLeaving()) response.shouldKeepAlive = false;
    if (!isForGraphql(request, options.path)) {
      next(request, response);
      return;
    }
    // Nothing is cached for a caller with a token, whose role decides how long the body may be.
    if (request.method !== 'POST' || request.headers.authorization !== undefined) {
      respond(request, response, null);
      return;
    }
    options.bodies.read(request).then(
      (body) => {
        respond(request, response, body);
      },
      () => {
        response.destroy();
      },
    );
  };

  function respond(
    request: IncomingMessage,
    response: ServerResponse,
    body: ReadBody | null,
  ): void {
    const { cache, sender, clock, isStopping, requestAuthenticator, states } = options;
    const key = cache === null ? null : keyOf(request, body);
    const answer = key === null || isStopping() ? undefined : cache?.find(key);
    // A client over its rate limit gets no cached answer: the route behind answers 429.
    if (answer !== undefined && requestAuthenticator.isWithinLimit(request)) {
      sender.send(request, response, answer, {
        requestId: randomUUID(),
        nowMs: clock.now().getTime(),
      });
      return;
    }
    states.set(request, { body, key });
    next(request, response);
  }
}

function keyOf(request: IncomingMessage, body: ReadBody | null): string | null {
  if (body !== null && !('bytes' in body)) return null;
  const language = chooseLanguage(request.headers['accept-language']);
  // Bytes as they came: a key is compared, never read, and decoding Arabic would cost more.
  return writeRequestKey(request, body?.bytes.toString('latin1') ?? '', language);
}

function isForGraphql({ method, url = '', headers }: IncomingMessage, path: string): boolean {
  if (!url.startsWith(path)) return false;
  const after = url.charCodeAt(path.length);
  // The end of the address, or a question mark.
  if (!Number.isNaN(after) && after !== 63) return false;
  if (method === 'GET' || method === 'HEAD') return true;
  return (
    method === 'POST' &&
    readBodyType(headers['content-type']) === 'json' &&
    isPlainlyCoded(headers['content-encoding'])
  );
}
