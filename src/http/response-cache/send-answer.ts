import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CachedAnswer } from './cached-answer';
import { type Header, HeadEnds, setHead, writeHeaderLines } from './wire-head';

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
const exposedHeaders: Header = [
  'access-control-expose-headers',
  'x-request-id, ratelimit-policy, ratelimit, retry-after',
];

/**
 * Sends shared answers: 304 where the client has one already, else its bytes as packed as the
 * client takes them. Written straight to Node's response: a framework's routing would cost more
 * than the answer.
 */
export class AnswerSender {
  private readonly ends: HeadEnds;

  /** Units: milliseconds for which Node keeps an idle connection open. */
  constructor(
    private readonly allowOrigin: AllowOrigin,
    keepAliveMs: number,
  ) {
    this.ends = new HeadEnds(keepAliveMs);
  }

  /** Sends an answer in reply to a request. */
  send(
    { method, headers }: IncomingMessage,
    response: ServerResponse,
    answer: CachedAnswer,
    { requestId, nowMs, headers: own }: Sending,
  ): void {
    const { origin, 'if-none-match': seen, 'accept-encoding': acceptEncoding } = headers;
    const isSeen = seen !== undefined && method !== 'POST' && matches(seen, answer.etag);
    const { status, lines, bytes } = isSeen ? answer.notModified : answer.formFor(acceptEncoding);
    let whole = `${lines}${answer.cacheControlAt(nowMs)}x-request-id: ${requestId}\r\n`;
    if (own !== undefined) whole += writeHeaderLines(Object.entries(own));
    if (origin !== undefined) whole += this.allow(origin);
    setHead(response, status, whole, this.ends.at(nowMs));
    if (bytes === null || method === 'HEAD') response.end();
    else response.end(bytes);
  }

  private allow(origin: string): string {
    const allowed = this.allowOrigin(origin);
    if (allowed === null) return '';
    return writeHeaderLines([['access-control-allow-origin', allowed], exposedHeaders]);
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
