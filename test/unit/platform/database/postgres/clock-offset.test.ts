import fc from 'fast-check';
import { ClockOffset } from '../../../../../src/platform/database/postgres/clock-offset';

/** How long a request for the time takes, there and back. Units: milliseconds. */
interface Journey {
  readonly thereMs: number;
  readonly backMs: number;
}

/** A local clock, a database's clock, and the way between them, all of which a test sets. */
function create(databaseAheadMs = 0) {
  const state = { monotonicMs: 0, localAheadMs: 0, databaseAheadMs };
  const epochMs = 1_700_000_000_000;
  const offset = new ClockOffset({
    monotonicNowMs: () => state.monotonicMs,
    clock: { now: () => new Date(epochMs + state.monotonicMs + state.localAheadMs) },
  });
  const measure = ({ thereMs, backMs }: Journey) =>
    offset.measure(() => {
      state.monotonicMs += thereMs;
      const databaseMs = epochMs + state.monotonicMs + state.databaseAheadMs;
      state.monotonicMs += backMs;
      return Promise.resolve(databaseMs);
    });
  return { state, offset, measure };
}

describe('ClockOffset', () => {
  it('is zero before the first measurement', () => {
    expect(create(5_000).offset.offsetMs).toBe(0);
  });

  it('compares the database’s time with the middle of the request', async () => {
    const { offset, measure } = create(-5_000);
    expect(await measure({ thereMs: 3, backMs: 3 })).toBe(true);
    expect(offset.offsetMs).toBe(-5_000);
  });

  it('uses the measurement with the shortest round trip', async () => {
    const { offset, measure } = create(5_000);
    await measure({ thereMs: 100, backMs: 20 });
    await measure({ thereMs: 2, backMs: 0 });
    await measure({ thereMs: 0, backMs: 90 });
    expect(offset.offsetMs).toBe(5_001);
  });

  it('uses none whose round trip exceeds 200 ms, and keeps what it knew', async () => {
    const { offset, measure } = create(5_000);
    await measure({ thereMs: 1, backMs: 1 });
    expect(await measure({ thereMs: 201, backMs: 0 })).toBe(false);
    expect(offset.offsetMs).toBe(5_000);
  });

  it('forgets a measurement after ten seconds, since clocks drift apart', async () => {
    const { state, offset, measure } = create(5_000);
    await measure({ thereMs: 0, backMs: 0 });
    state.databaseAheadMs = 5_007;
    state.monotonicMs += 10_000;
    await measure({ thereMs: 4, backMs: 4 });
    expect(offset.offsetMs).toBe(5_007);
  });

  it('forgets what it measured before the local clock was set', async () => {
    const { state, offset, measure } = create(5_000);
    await measure({ thereMs: 0, backMs: 0 });
    state.localAheadMs = 5_000;
    await measure({ thereMs: 4, backMs: 4 });
    expect(offset.offsetMs).toBe(0);
  });

  it('does not use a measurement during which the local clock was set', async () => {
    const { state, offset } = create();
    const isUsed = await offset.measure(() => {
      state.localAheadMs = 60_000;
      return Promise.resolve(0);
    });
    expect([isUsed, offset.offsetMs]).toEqual([false, 0]);
  });

  it('lets the first measurement of another server stand alone', async () => {
    const { state, offset, measure } = create(5_000);
    await measure({ thereMs: 0, backMs: 0 });
    offset.expectAnotherClock();
    expect(offset.offsetMs).toBe(5_000);
    state.databaseAheadMs = 0;
    await measure({ thereMs: 50, backMs: 50 });
    expect(offset.offsetMs).toBe(0);
  });

  it('is never wrong by more than half of the longest round trip that counts', async () => {
    const wayMs = fc.integer({ min: 0, max: 300 });
    const journeys = fc.array(fc.record({ thereMs: wayMs, backMs: wayMs }), { maxLength: 12 });
    const aheadMs = fc.integer({ min: -3_600_000, max: 3_600_000 });
    await fc.assert(
      fc.asyncProperty(aheadMs, journeys, async (databaseAheadMs, list) => {
        const { offset, measure } = create(databaseAheadMs);
        let isMeasured = false;
        for (const journey of list) {
          const isUsed = await measure(journey);
          isMeasured ||= isUsed;
          if (isMeasured) {
            expect(Math.abs(offset.offsetMs - databaseAheadMs)).toBeLessThanOrEqual(100);
          }
        }
      }),
    );
  });
});
