import { LRUCache } from 'lru-cache';
import type { Allowance, RateLimiter } from './rate-limiter';

/** Units: milliseconds. */
const minuteMs = 60_000;
/** The least recently used key is evicted first: a flood of addresses fills no memory. */
const maxKeys = 100_000;

/**
 * Counts in the process's own memory, by the generic cell rate algorithm: one number for each key,
 * the moment at which all its points will be there again. Points come back evenly, so there is no
 * edge of a window at which twice as many pass, and no timer.
 * Source: ITU-T I.371, annex A (virtual scheduling).
 */
export class MemoryRateLimiter implements RateLimiter {
  private readonly fullAtMs = new LRUCache<string, number>({
    // By size and not by `max`, for which the room would be taken and filled at the start.
    maxSize: maxKeys,
    sizeCalculation: () => 1,
  });
  /** Units: milliseconds for one point to come back. */
  private readonly pointMs: number;

  constructor(readonly pointsPerMinute: number) {
    this.pointMs = minuteMs / pointsPerMinute;
  }

  take(key: string, points: number, nowMs: number): Allowance {
    const before = Math.max(nowMs, this.fullAtMs.get(key) ?? nowMs);
    const after = before + Math.min(points, this.pointsPerMinute) * this.pointMs;
    const retryAfterMs = Math.max(0, after - minuteMs - nowMs);
    // A millionth of a millisecond is an error of the division and no debt.
    const isGranted = retryAfterMs < 1e-6;
    const fullAtMs = isGranted ? after : before;
    if (isGranted) this.fullAtMs.set(key, after);
    const resetAfterMs = fullAtMs - nowMs;
    const left = Math.max(0, Math.floor((minuteMs - resetAfterMs) / this.pointMs + 1e-6));
    return { isGranted, left, retryAfterMs: isGranted ? 0 : retryAfterMs, resetAfterMs };
  }
}
