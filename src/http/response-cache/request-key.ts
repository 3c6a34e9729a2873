import type { IncomingMessage } from 'node:http';
import type { Language } from '../../platform/request';

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
  // The answer to HEAD is that to GET without its body.
  const answered = method === 'POST' ? 'POST' : 'GET';
  return `${answered}\n${language}\n${headers.accept ?? ''}\n${url ?? ''}\n${body}`;
}
