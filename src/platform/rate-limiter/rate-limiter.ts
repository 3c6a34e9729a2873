/** What is left to somebody after taking points, or why nothing was taken. */
export interface Allowance {
  /** Whether the points were there and are taken; where not, nothing is. */
  readonly isGranted: boolean;
  /** Points left. */
  readonly left: number;
  /** Until the points that were refused are there; 0 where they were granted. Units: ms. */
  readonly retryAfterMs: number;
  /** Until every point is there again. Units: ms. */
  readonly resetAfterMs: number;
}

/** Gives everybody so many points a minute. */
export interface RateLimiter {
  /** Points that each may spend in a minute. */
  readonly pointsPerMinute: number;
  /**
   * Takes points of whoever `key` stands for, all or none. More than a whole minute's are taken as
   * just that, so that nothing is out of reach for ever.
   * Cost: memory only. It stands in the way of every answer, so an adapter for many instances
   * counts here and tells the others afterwards.
   */
  take(key: string, points: number, nowMs: number): Allowance;
}
