/**
 * What HTTP itself says of an error.
 * Source: RFC 9110, 10.2.3 (Retry-After) and 11.6.1; RFC 6750, 3 (WWW-Authenticate).
 */
export function writeErrorHeaders(
  extensions: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const { code, retryAfterSeconds } = extensions;
  if (code === 'UNAUTHENTICATED') return { 'www-authenticate': 'Bearer realm="maqal"' };
  return typeof retryAfterSeconds === 'number' ? { 'retry-after': String(retryAfterSeconds) } : {};
}
