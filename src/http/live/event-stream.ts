import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { ExecutionResult } from 'graphql';
import type { LiveStream } from '../../graphql';
import type { Logger } from '../../platform/log';
import type { Admitted } from '../admission';
import type { LiveSessions } from './live-sessions';

/** What sending answers needs. */
export interface StreamParts {
  readonly admitted: Admitted;
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
/** Units: milliseconds that a client has to read the rest when the service stops. */
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

/** Sends answers until they end, the client goes or its credential expires. */
export function sendAnswers(
  response: ServerResponse,
  answers: LiveStream,
  { admitted: { credential }, sessions, logger }: StreamParts,
): void {
  const end = (last: string) => {
    if (!response.writableEnded) response.end(last);
    void answers.return();
  };
  const drop = (reason: string) => {
    end(writeRefusal(reason) + completeEvent);
  };
  const stopWatching = sessions.watch({
    credential,
    drop,
    // Without the event of completion: clients come back, to another instance.
    drain: () => closeAfter(response, end),
  });
  const heartbeat = setInterval(() => {
    if (!response.writableEnded && !response.writableNeedDrain) response.write(comment);
  }, heartbeatMs).unref();
  const stop = () => {
    clearInterval(heartbeat);
    stopWatching();
    void answers.return();
  };
  response.once('close', stop);
  // The client may have gone before its subscription had started.
  if (response.destroyed) stop();
  write(response, answers, () => {
    const isOver = sessions.isOver(credential);
    if (isOver) drop('The token is over');
    return isOver;
  }).catch((error: unknown) => {
    logger.debug({ err: error }, 'An event stream failed');
    response.destroy();
  });
}

/** One answer at a time: the next is taken once the last is on its way. */
async function write(
  response: ServerResponse,
  answers: LiveStream,
  isOver: () => boolean,
): Promise<void> {
  for await (const answer of answers) {
    if (response.writableEnded || isOver()) return;
    await new Promise<void>((resolve, reject) => {
      response.write(writeNext(answer), (error) => {
        if (error === null || error === undefined) resolve();
        else reject(error);
      });
    });
  }
  if (!response.writableEnded) response.end(completeEvent);
}

function closeAfter(response: ServerResponse, end: (last: string) => void): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', () => {
      resolve();
    });
    end('');
    setTimeout(() => response.destroy(), closeTimeoutMs).unref();
  });
}

function writeRefusal(message: string): string {
  const errors = [{ message, extensions: { code: 'UNAUTHENTICATED' } }];
  return `event: next\ndata: ${JSON.stringify({ errors })}\n\n`;
}

/** What the framework's hooks have set: the request's id, CORS and rate limit headers. */
function toRawHeaders(reply: FastifyReply): Record<string, string | number | string[]> {
  const headers = Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined);
  return Object.fromEntries(headers) as Record<string, string | number | string[]>;
}
