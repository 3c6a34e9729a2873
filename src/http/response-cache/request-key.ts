import type { IncomingMessage } from 'node:http';
import type { Language } from '../../features/access';

/**
 * What tells one answer from another: the request as it came, and whatever of its headers decides.
 *
 * Two texts for one operation are two keys: comparing bytes costs less than understanding them.
 * Shape: null where the answer may not be shared.
 */
export function writeRequestKey(
  { method, url, headers }: IncomingMessage,
  body: string,
  language: Language,
): string | null {
  if (headers.authorization !== undefined) return null;
  const accept = headers.accept ?? '';
  // A browser that opens the address gets a page, which is no answer.
  if (method === 'GET' && accept.includes('text/html')) return null;
  const isPreflighted = method === 'POST' || isSafeFromForgery(headers);
  return `${method ?? ''}\n${language}\n${accept}\n${isPreflighted ? 1 : 0}\n${url ?? ''}\n${body}`;
}

/** Whether Apollo's CSRF prevention lets a GET pass: no page of another site can send these. */
function isSafeFromForgery(headers: IncomingMessage['headers']): boolean {
  return (
    headers['x-apollo-operation-name'] !== undefined ||
    headers['apollo-require-preflight'] !== undefined ||
    headers['content-type'] !== undefined
  );
}
