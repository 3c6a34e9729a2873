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

/** Together with the limits, which an answer that was executed just now has with it. */
const exposedHeaders = 'x-request-id, ratelimit-policy, ratelimit, retry-after';

/**
 * Sends shared answers: 304 where the client has one already, else its bytes as packed as the
 * client takes them. Written straight to Node's response: a framework's routing would cost more
 * than the answer.
 */
export class AnswerSender {
  constructor(private readonly allowOrigin: AllowOrigin) {}

  /** Sends an answer in reply to a request. */
  send(
    { method, headers }: IncomingMessage,
    response: ServerResponse,
    answer: CachedAnswer,
    { requestId, nowMs, headers: own }: Sending,
  ): void {
    const { origin, 'if-none-match': seen, 'accept-encoding': acceptEncoding } = headers;
    const isSeen = seen !== undefined && method !== 'POST' && matches(seen, answer.etag);
    const form = isSeen ? answer.notModified : answer.formFor(acceptEncoding);
    const rawHeaders = form.headers.concat(
      'cache-control',
      answer.cacheControlAt(nowMs),
      'x-request-id',
      requestId,
    );
    if (own !== undefined) rawHeaders.push(...Object.entries(own).flat());
    if (origin !== undefined) rawHeaders.push(...this.allow(origin));
    response.writeHead(form.status, rawHeaders);
    if (form.bytes === null || method === 'HEAD') response.end();
    else response.end(form.bytes);
  }

  private allow(origin: string): string[] {
    const allowed = this.allowOrigin(origin);
    if (allowed === null) return [];
    return [
      'access-control-allow-origin',
      allowed,
      'access-control-expose-headers',
      exposedHeaders,
    ];
  }
}

/** Source: RFC 9110, 13.1.2: weak comparison, a list, or any. */
function matches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch === '*') return true;
  return ifNoneMatch.split(',').some((candidate) => toWeak(candidate.trim()) === etag);
}

function toWeak(etag: string): string {
  return etag.startsWith('W/') ? etag : `W/${etag}`;
}
