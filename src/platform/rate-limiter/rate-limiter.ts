/** What is left of a key's points after a call of `take`. */
export interface Allowance {
  /** Whether the points were consumed; if not, none were. */
  readonly isGranted: boolean;
  /** Points left. */
  readonly left: number;
  /** Until as many points are left as were refused; 0 where they were granted. Units: ms. */
  readonly retryAfterMs: number;
  /** Until the bucket is full again. Units: ms. */
  readonly resetAfterMs: number;
}

/** Limits the points that each key may consume in a minute. */
export interface RateLimiter {
  /** Points that each key may consume in a minute. */
  readonly pointsPerMinute: number;
  /**
   * Consumes points of a key, all or none. More than a minute's count as a minute's, so that every
   * operation can be afforded at some time.
   * Cost: memory only. Every answer waits for it, so an adapter for several instances counts locally
   * and synchronizes afterwards.
   */
  take(key: string, points: number, nowMs: number): Allowance;
}
