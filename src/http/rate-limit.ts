import type { Allowance, RateLimiter } from '../platform/rate-limiter';
import { RateLimited } from './http.errors';

/** Units: points that a request costs whatever it asks for. */
export const requestPoints = 1;

/** What a caller may still spend, and what it has. */
export interface Account {
  /**
   * Takes points for what is about to be done.
   * Errors: RateLimited where they are not there; nothing is taken then.
   */
  readonly charge: (points: number) => void;
  /** The headers that tell how it stands; none where nothing is counted. */
  readonly headers: () => Readonly<Record<string, string>>;
}

/** Who pays: an address, or whoever a token stands for. */
export interface Payer {
  readonly policy: 'address' | 'token';
  readonly key: string;
}

const uncounted: Account = { charge: () => undefined, headers: () => ({}) };

/** A caller's account for one request or one connection; `limiter` null where all is free. */
export function openAccount(
  limiter: RateLimiter | null,
  { policy, key }: Payer,
  now: () => Date,
): Account {
  if (limiter === null) return uncounted;
  const whole = `${policy} ${key}`;
  let last: Allowance | null = null;
  return {
    charge: (points) => {
      const at = now();
      last = limiter.take(whole, points, at.getTime());
      if (last.isGranted) return;
      // It takes nothing, since less was refused; it tells how long the wait is.
      const later = limiter.take(whole, pointsToWaitFor(limiter, points), at.getTime());
      throw refuse(limiter, policy, later, at);
    },
    headers: () => (last === null ? {} : writeHeaders(limiter, policy, last)),
  };
}

/**
 * What must be there for it to be worth coming again: the operation that was refused together with
 * its request, and never less than a tenth of a minute's points, since who is refused before it
 * could say what it wants needs more than the request.
 */
function pointsToWaitFor({ pointsPerMinute }: RateLimiter, points: number): number {
  return Math.max(points + requestPoints, Math.ceil(pointsPerMinute / 10));
}

/** Units: seconds, rounded up: who comes too early is refused again. */
function toSeconds(ms: number): number {
  return Math.ceil(ms / 1_000);
}

function refuse(
  limiter: RateLimiter,
  policy: Payer['policy'],
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
 * How much there is and what is left, as structured fields.
 *
 * A response that a cache keeps carries them on; by the draft, who gets it from there looks past
 * them.
 * Source: draft-ietf-httpapi-ratelimit-headers-10: RateLimit-Policy (q: quota, w: window in
 * seconds), RateLimit (r: what remains, t: seconds until it is whole again).
 */
function writeHeaders(
  { pointsPerMinute }: RateLimiter,
  policy: Payer['policy'],
  { left, resetAfterMs, retryAfterMs }: Allowance,
): Record<string, string> {
  return {
    'ratelimit-policy': `"${policy}";q=${pointsPerMinute};w=60`,
    ratelimit: `"${policy}";r=${left};t=${toSeconds(Math.max(resetAfterMs, retryAfterMs))}`,
  };
}

/** The names of what `Account.headers` writes, for pages of other sites to read. */
export const rateLimitHeaders: readonly string[] = ['ratelimit-policy', 'ratelimit', 'retry-after'];
