/** What time it is: handed in wherever it matters, so that tests and seeds are repeatable. */
export interface Clock {
  /** The present instant. Units: milliseconds of precision. */
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** Time since the process began, which nobody sets. Units: milliseconds. */
export const monotonicNowMs = (): number => performance.now();
