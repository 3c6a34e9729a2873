import type { CacheMetadata } from '../../platform/cache';

/** The Cache-Control header of answers that no cache may store. */
export const privateAnswer = 'private, no-store';

/** What a public answer depends on, and how long other caches may store it. */
export interface AnswerMetadata extends Pick<CacheMetadata, 'tags' | 'expiresAtMs'> {
  /** Those of the tags that a header names. */
  readonly shownTags: ReadonlySet<string>;
  /** From the hints of the fields. */
  readonly maxAgeSeconds: number;
  readonly isLanguageUsed: boolean;
}

/**
 * Composes the Cache-Control header of a public answer, for browsers and CDNs.
 *
 * They may store it until it expires and no longer. A stale answer may be served for as long again as
 * a fresh one while it is revalidated; without that directive a CDN chooses a time of its own.
 * Source: RFC 9111, 5.2.2; RFC 5861, 3.
 */
export function writeCacheControl(
  { maxAgeSeconds, expiresAtMs }: Pick<AnswerMetadata, 'maxAgeSeconds' | 'expiresAtMs'>,
  nowMs: number,
): string {
  const left = Math.floor((expiresAtMs - nowMs) / 1_000);
  const maxAge = Math.max(0, Math.min(maxAgeSeconds, left));
  const staleSeconds = Math.max(0, Math.min(maxAgeSeconds, left - maxAge));
  return `public, max-age=${maxAge}, stale-while-revalidate=${staleSeconds}`;
}
