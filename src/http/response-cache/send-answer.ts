import type { IncomingMessage, ServerResponse } from 'node:http';
import { writeCacheControl } from './cache-control';
import type { CachedAnswer } from './cached-answer';

/** What is the same for every shared answer of a server. */
export interface SharedHeaders {
  /** The header that the CDN reads tags from; null for none. */
  readonly tagHeader: string | null;
  /** The value of Access-Control-Allow-Origin for an origin; null where it is not let in. */
  allowOrigin(origin: string): string | null;
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
  shared: SharedHeaders,
  nowMs: number,
): void {
  const sent: string[] = [
    'etag',
    answer.etag,
    'cache-control',
    writeCacheControl(answer.recipe, nowMs),
  ];
  sent.push('vary', answer.recipe.isLanguageUsed ? variesByLanguage : varies);
  if (shared.tagHeader !== null) sent.push(shared.tagHeader, answer.surrogateKeys);
  const { origin } = headers;
  if (origin !== undefined) allow(origin, shared, sent);
  const seen = headers['if-none-match'];
  if (seen !== undefined && method === 'GET' && matches(seen, answer.etag)) {
    response.writeHead(304, sent).end();
    return;
  }
  const { encoding, bytes } = answer.encode(headers['accept-encoding'] as string | undefined);
  if (encoding !== 'identity') sent.push('content-encoding', encoding);
  sent.push('content-type', answer.contentType, 'content-length', String(bytes.length));
  response.writeHead(200, sent).end(bytes);
}

const varies = 'Accept, Accept-Encoding, Origin';
const variesByLanguage = `${varies}, Accept-Language`;

function allow(origin: string, shared: SharedHeaders, sent: string[]): void {
  const allowed = shared.allowOrigin(origin);
  if (allowed !== null) {
    sent.push(
      'access-control-allow-origin',
      allowed,
      'access-control-expose-headers',
      'x-request-id',
    );
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
