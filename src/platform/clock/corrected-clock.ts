import type { Clock } from './clock';

/** The largest step back that is waited out: ids too keep their order over one of ten seconds. */
const maxHeldMs = 10_000;

/**
 * A clock that is corrected by an offset, which is measured anew now and then.
 *
 * Where the offset grows, the time steps forward. Where it shrinks by up to ten seconds, the time
 * stands still until it is right, so that what was made later never looks older and what was public
 * stays public; a larger error is put right at once, by a step back.
 * Units: the offset in milliseconds.
 */
export function correctClock(clock: Clock, offsetMs: () => number): Clock {
  let latestMs = Number.NEGATIVE_INFINITY;
  return {
    now: () => {
      const correctedMs = Math.round(clock.now().getTime() + offsetMs());
      const isHeld = correctedMs < latestMs && latestMs - correctedMs <= maxHeldMs;
      if (!isHeld) latestMs = correctedMs;
      return new Date(latestMs);
    },
  };
}
