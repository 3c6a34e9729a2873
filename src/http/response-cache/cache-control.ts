/** What nobody else may keep. */
export const privateAnswer = 'private, no-store';

/** How long an answer holds. */
export interface Lifetime {
  /** Units: ms since 1970; Infinity where nothing is planned. */
  readonly endsAtMs: number;
  readonly hintSeconds: number;
}

/**
 * For how long browsers and CDNs may keep an answer.
 *
 * Never beyond the next moment that changes it; a stale answer may be shown for as long again as a
 * fresh one, while it is asked for anew. A CDN that is told of no such time takes one of its own.
 * Source: RFC 9111, 5.2.2; RFC 5861, 3.
 */
export function writeCacheControl({ hintSeconds, endsAtMs }: Lifetime, nowMs: number): string {
  const left = Math.floor((endsAtMs - nowMs) / 1_000);
  const maxAge = Math.max(0, Math.min(hintSeconds, left));
  const staleSeconds = Math.max(0, Math.min(hintSeconds, left - maxAge));
  return `public, max-age=${maxAge}, stale-while-revalidate=${staleSeconds}`;
}
