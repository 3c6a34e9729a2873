import type { Allowance, RateLimiter } from '../platform/rate-limiter';
import { RateLimited } from './http.errors';

/** Units: points that each request consumes, whatever it asks for. */
export const requestPoints = 1;

/** The points that a caller may consume. */
export interface RateLimitBucket {
  /**
   * Consumes points for work that is about to start.
   * Errors: RateLimited where too few are left; none are consumed then.
   */
  readonly consume: (points: number) => void;
  /** The RateLimit headers; none where RATE_LIMIT is off. */
  readonly headers: () => Readonly<Record<string, string>>;
}

/** Whose bucket it is: a client network's, or a token's. */
export interface BucketOwner {
  readonly policy: 'address' | 'token';
  readonly key: string;
}

const unlimited: RateLimitBucket = { consume: () => undefined, headers: () => ({}) };

/** Opens a caller's bucket for one request or connection; `limiter` is null where RATE_LIMIT is off. */
export function openBucket(
  limiter: RateLimiter | null,
  { policy, key }: BucketOwner,
  now: () => Date,
): RateLimitBucket {
  if (limiter === null) return unlimited;
  const whole = `${policy} ${key}`;
  let last: Allowance | null = null;
  return {
    consume: (points) => {
      const at = now();
      last = limiter.take(whole, points, at.getTime());
      if (last.isGranted) return;
      // Consumes nothing, since fewer points were refused; its result says how long to wait.
      const later = limiter.take(whole, pointsToWaitFor(limiter, points), at.getTime());
      throw refuse(limiter, policy, later, at);
    },
    headers: () => (last === null ? {} : writeHeaders(limiter, policy, last)),
  };
}

/**
 * The points that must be left before a retry can succeed: those of the refused operation and its
 * request, and at least a tenth of a minute's, since a request that is refused before its operation
 * is known will need more than the request's own.
 */
function pointsToWaitFor({ pointsPerMinute }: RateLimiter, points: number): number {
  return Math.max(points + requestPoints, Math.ceil(pointsPerMinute / 10));
}

/** Units: seconds, rounded up, since an early retry is refused again. */
function toSeconds(ms: number): number {
  return Math.ceil(ms / 1_000);
}

function refuse(
  limiter: RateLimiter,
  policy: BucketOwner['policy'],
  allowance: Allowance,
  at: Date,
): RateLimited {
  const { pointsPerMinute } = limiter;
  const seconds = toSeconds(allowance.retryAfterMs);
  const again = new Date(at.getTime() + seconds * 1_000).toISOString();
  return new RateLimited(
    `This ${policy} has spent its ${pointsPerMinute} points a minute: come again in ${seconds} s, at ${again}`,
    seconds,
    writeHeaders(limiter, policy, allowance),
  );
}

/**
 * The limit and what is left of it, as structured fields.
 *
 * A cached response repeats them; the draft tells clients to ignore them there.
 * Source: draft-ietf-httpapi-ratelimit-headers-10: RateLimit-Policy (q: quota, w: window in
 * seconds), RateLimit (r: what remains, t: seconds until it is whole again).
 */
function writeHeaders(
  { pointsPerMinute }: RateLimiter,
  policy: BucketOwner['policy'],
  { left, resetAfterMs, retryAfterMs }: Allowance,
): Record<string, string> {
  return {
    'ratelimit-policy': `"${policy}";q=${pointsPerMinute};w=60`,
    ratelimit: `"${policy}";r=${left};t=${toSeconds(Math.max(resetAfterMs, retryAfterMs))}`,
  };
}

/** The names of what `RateLimitBucket.headers` writes, for pages of other sites to read. */
export const rateLimitHeaders: readonly string[] = ['ratelimit-policy', 'ratelimit', 'retry-after'];
