import type { Clock } from '../../clock';

/** What measures an offset. */
export interface ClockOffsetOptions {
  /** The clock that is compared with the database's. */
  readonly clock: Clock;
  /** A clock that is never set. Units: milliseconds. */
  readonly monotonicNowMs: () => number;
}

interface Measurement {
  readonly offsetMs: number;
  readonly roundTripMs: number;
  readonly takenAtMs: number;
  /** How far the local clock is ahead of the one that is never set: another where it was set. */
  readonly settingMs: number;
}

/** A longer round trip says too little of when the server looked at its clock. */
const maxRoundTripMs = 200;
/** How long a measurement competes with newer ones: clocks drift apart meanwhile. */
const maxAgeMs = 10_000;
/** A clock that is slewed changes less in ten seconds; one that is set changes more. */
const maxSlewMs = 50;

/**
 * How far the database's clock is ahead of the local one.
 *
 * The database's time is compared with the middle of the request, so the error is half of the round
 * trip at most: of the measurements of the last ten seconds the one with the shortest is used. One
 * of more than 200 ms is not, so the error is below 100 ms.
 */
export class ClockOffset {
  /** At most one for each heartbeat of the last ten seconds. */
  private measurements: readonly Measurement[] = [];

  constructor(private readonly options: ClockOffsetOptions) {}

  /** Zero before the first measurement. Units: milliseconds. */
  get offsetMs(): number {
    const [first, ...others] = this.measurements;
    if (first === undefined) return 0;
    return others.reduce((best, one) => (one.roundTripMs < best.roundTripMs ? one : best), first)
      .offsetMs;
  }

  /**
   * Measures by one request for the database's time, in milliseconds since 1970.
   * Shape: whether the measurement is used. Errors: what `askTime` throws.
   */
  async measure(askTime: () => Promise<number>): Promise<boolean> {
    const { clock, monotonicNowMs } = this.options;
    const sentAtMs = monotonicNowMs();
    const sentMs = clock.now().getTime();
    const databaseMs = await askTime();
    const receivedMs = clock.now().getTime();
    const takenAtMs = monotonicNowMs();
    const roundTripMs = takenAtMs - sentAtMs;
    const isSetMeanwhile = Math.abs(receivedMs - sentMs - roundTripMs) > maxSlewMs;
    if (roundTripMs > maxRoundTripMs || isSetMeanwhile) return false;
    const middleMs = (sentMs + receivedMs) / 2;
    const settingMs = middleMs - (sentAtMs + takenAtMs) / 2;
    const measurement = { offsetMs: databaseMs - middleMs, roundTripMs, takenAtMs, settingMs };
    const comparable = this.measurements.filter(
      (earlier) =>
        takenAtMs - earlier.takenAtMs < maxAgeMs &&
        Math.abs(settingMs - earlier.settingMs) <= maxSlewMs,
    );
    this.measurements = [...comparable, measurement];
    return true;
  }

  /** Lets the next measurement stand alone: another server may answer it. */
  expectAnotherClock(): void {
    this.measurements = this.measurements.map((one) => ({ ...one, takenAtMs: -Infinity }));
  }
}
