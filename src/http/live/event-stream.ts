import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { type LiveStream, SubscriberTooSlow } from '../../graphql';
import type { Logger } from '../../platform/log';
import { Unauthenticated } from '../../platform/request';
import type { AuthenticatedCaller } from '../request-authenticator';
import type { LiveSessions } from './live-sessions';
import { toGraphqlError } from './to-graphql-error';

/** What sending answers needs. */
export interface StreamDependencies {
  readonly caller: AuthenticatedCaller;
  readonly sessions: LiveSessions;
  readonly logger: Logger;
}

/** The media type of Server-Sent Events. */
export const streamMediaType = 'text/event-stream';

/** Source: HTML, 9.2 (server-sent events); nginx, ngx_http_proxy_module (X-Accel-Buffering). */
export const streamHeaders = {
  'content-type': `${streamMediaType}; charset=utf-8`,
  // Compression would hold events back until a block is full.
  'cache-control': 'no-store, no-transform',
  // Without it nginx collects the answer of its upstream and sends nothing.
  'x-accel-buffering': 'no',
};

/** Ends a subscription: the client does not come back. */
export const completeEvent = 'event: complete\ndata:\n\n';
/** A line that clients skip: proxies hand out the head with the first byte of the body. */
const comment = ':\n\n';
/** Units: milliseconds; proxies close what was silent for a minute. */
const heartbeatMs = 12_000;
/** Units: milliseconds that a client has to read the rest of a stream that ends. */
const closeTimeoutMs = 1_000;

/** Takes a reply over, and sends its head and the first byte. */
export function openEventStream(reply: FastifyReply): ServerResponse {
  const response = reply.headers(streamHeaders).hijack().raw;
  response.writeHead(200, toRawHeaders(reply));
  response.write(comment);
  return response;
}

/** The event that carries one answer. */
export function writeNext(answer: ExecutionResult): string {
  return `event: next\ndata: ${JSON.stringify(answer)}\n\n`;
}

/** Ends a stream whose client does not read, without completion: it comes back. */
export function endSlowStream(response: ServerResponse): void {
  endSoon(response, writeNext({ errors: [toGraphqlError(new SubscriberTooSlow())] }));
}

/** Sends answers until they end, the client goes or its credential expires. */
export function sendAnswers(
  response: ServerResponse,
  answers: LiveStream,
  { caller: { credential }, sessions, logger }: StreamDependencies,
): void {
  const drop = (reason: string) => {
    endSoon(response, writeNext({ errors: [refuseToken(reason)] }) + completeEvent);
    answers.stop();
  };
  const stopWatching = sessions.watch({
    credential,
    drop,
    // Without the event of completion: clients come back, to another instance.
    drain: () => drain(response),
  });
  const heartbeat = setInterval(() => {
    if (!response.writableEnded && !response.writableNeedDrain) response.write(comment);
  }, heartbeatMs).unref();
  const stop = () => {
    clearInterval(heartbeat);
    stopWatching();
    answers.stop();
  };
  response.once('close', stop);
  // The client may have gone before its subscription had started.
  if (response.destroyed) stop();
  const send = async (text: string) => {
    if (sessions.isOver(credential)) drop('The token has expired');
    else await write(response, `event: next\ndata: ${text}\n\n`);
  };
  answers.deliver(send).then(
    () => {
      endSoon(response, completeEvent);
    },
    (error: unknown) => {
      if (error instanceof GraphQLError) {
        endSoon(response, writeNext({ errors: [error] }) + completeEvent);
        return;
      }
      logger.debug({ err: error }, 'An event stream failed');
      response.destroy();
    },
  );
}

/** Resolves once the operating system has the text. */
function write(response: ServerResponse, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (response.writableEnded) {
      resolve();
      return;
    }
    response.write(text, (error) => {
      if (error === null || error === undefined) resolve();
      else reject(error);
    });
  });
}

/** Ends a response, and destroys it where its client does not read the rest. */
function endSoon(response: ServerResponse, last: string): void {
  if (response.writableEnded) return;
  response.end(last);
  const timer = setTimeout(() => response.destroy(), closeTimeoutMs).unref();
  response.once('close', () => {
    clearTimeout(timer);
  });
}

function drain(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', () => {
      resolve();
    });
    endSoon(response, '');
  });
}

function refuseToken(reason: string): GraphQLError {
  return toGraphqlError(new Unauthenticated(reason));
}

/** What the framework's hooks have set: the request's id, CORS and rate limit headers. */
function toRawHeaders(reply: FastifyReply): Record<string, string | number | string[]> {
  const headers = Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined);
  return Object.fromEntries(headers) as Record<string, string | number | string[]>;
}
