import fc from 'fast-check';
import { MemoryRateLimiter } from '../../../../src/platform/rate-limiter';

const minuteMs = 60_000;

describe('MemoryRateLimiter', () => {
  it('gives a minute’s points at once, and no more', () => {
    const limiter = new MemoryRateLimiter(7);
    const granted = Array.from({ length: 9 }, () => limiter.take('a', 1, 0));
    expect(granted.map(({ isGranted }) => isGranted)).toEqual([
      ...Array.from({ length: 7 }, () => true),
      false,
      false,
    ]);
    expect(granted.map(({ left }) => left)).toEqual([6, 5, 4, 3, 2, 1, 0, 0, 0]);
  });

  it('gives points back evenly', () => {
    const limiter = new MemoryRateLimiter(60);
    limiter.take('a', 60, 0);
    expect(limiter.take('a', 1, 999).isGranted).toBe(false);
    expect(limiter.take('a', 1, 1_000).isGranted).toBe(true);
    expect(limiter.take('a', 30, 31_000).isGranted).toBe(true);
    expect(limiter.take('a', 60, 1_000_000)).toMatchObject({ isGranted: true, left: 0 });
  });

  it('counts each key for itself', () => {
    const limiter = new MemoryRateLimiter(1);
    expect(['a', 'b', 'a'].map((key) => limiter.take(key, 1, 0).isGranted)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('takes more than a minute’s points as just these', () => {
    const limiter = new MemoryRateLimiter(10);
    expect(limiter.take('a', 1_000, 0)).toMatchObject({ isGranted: true, left: 0 });
    expect(limiter.take('a', 1_000, 0).retryAfterMs).toBe(minuteMs);
  });

  it('grants what it refused at the moment that it told, and not before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 100 }),
        (limit, wanted) => {
          const limiter = new MemoryRateLimiter(limit);
          for (const points of wanted) {
            const { isGranted, retryAfterMs } = limiter.take('a', points, 0);
            if (isGranted) continue;
            const pointMs = minuteMs / limit;
            expect(limiter.take('a', points, retryAfterMs - pointMs).isGranted).toBe(false);
            expect(limiter.take('a', points, Math.ceil(retryAfterMs)).isGranted).toBe(true);
            return;
          }
        },
      ),
    );
  });

  it('never gives more than two minutes’ points within any minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.array(fc.tuple(fc.nat(2_000), fc.integer({ min: 1, max: 20 })), { maxLength: 200 }),
        (limit, asked) => {
          const limiter = new MemoryRateLimiter(limit);
          let now = 0;
          const granted = asked.flatMap(([wait, points]) => {
            now += wait;
            const taken = Math.min(points, limit);
            return limiter.take('a', points, now).isGranted ? [{ at: now, taken }] : [];
          });
          for (const { at } of granted) {
            const spent = granted
              .filter((one) => one.at >= at && one.at < at + minuteMs)
              .reduce((sum, { taken }) => sum + taken, 0);
            expect(spent).toBeLessThanOrEqual(2 * limit);
          }
        },
      ),
    );
  });
});
