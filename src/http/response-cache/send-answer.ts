import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CachedAnswer } from './cached-answer';

/** The value of Access-Control-Allow-Origin for an origin; null where it is not let in. */
export type AllowOrigin = (origin: string) => string | null;

/** What is of one sending only. */
export interface Sending {
  readonly requestId: string;
  readonly nowMs: number;
  /** For this caller alone; none with an answer that was kept, which is as good as free. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends a shared answer: 304 where the client has it already, else its bytes as packed as the
 * client takes them. Written straight to Node's response: a framework's routing would cost more
 * than the answer.
 */
export function sendAnswer(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  answer: CachedAnswer,
  allowOrigin: AllowOrigin,
  { requestId, nowMs, headers: own }: Sending,
): void {
  const sent = [...answer.head, 'cache-control', answer.cacheControlAt(nowMs)];
  sent.push('x-request-id', requestId);
  if (own !== undefined) sent.push(...Object.entries(own).flat());
  const { origin, 'if-none-match': seen, 'accept-encoding': acceptEncoding } = headers;
  if (origin !== undefined) allow(origin, allowOrigin, sent);
  if (seen !== undefined && method === 'GET' && matches(seen, answer.etag)) {
    response.writeHead(304, sent).end();
    return;
  }
  const { encoding, bytes } = answer.encode(acceptEncoding);
  if (encoding !== 'identity') sent.push('content-encoding', encoding);
  sent.push('content-length', String(bytes.length));
  response.writeHead(200, sent).end(bytes);
}

/** Together with the limits, which an answer that was executed just now has with it. */
const exposedHeaders = 'x-request-id, ratelimit-policy, ratelimit, retry-after';

function allow(origin: string, allowOrigin: AllowOrigin, sent: string[]): void {
  const allowed = allowOrigin(origin);
  if (allowed === null) return;
  sent.push('access-control-allow-origin', allowed);
  sent.push('access-control-expose-headers', exposedHeaders);
}

/** Source: RFC 9110, 13.1.2: weak comparison, a list, or any. */
function matches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch === '*') return true;
  return ifNoneMatch.split(',').some((candidate) => toWeak(candidate.trim()) === etag);
}

function toWeak(etag: string): string {
  return etag.startsWith('W/') ? etag : `W/${etag}`;
}
