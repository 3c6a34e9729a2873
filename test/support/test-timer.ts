import type { StartTimer } from '../../src/platform/clock';

/** Timers that run when a test says so. */
export interface TestTimer {
  readonly start: StartTimer;
  /** The delays of the timers that wait. Units: milliseconds. */
  readonly delaysMs: readonly number[];
  /** Runs every timer that waits, however long it would have to. */
  fire(): void;
}

/** Timers for one test: none runs by itself. */
export function createTestTimer(): TestTimer {
  const waiting = new Map<() => void, number>();
  return {
    start: (run, delayMs) => {
      // Two timers may have one function.
      const own = () => {
        run();
      };
      waiting.set(own, delayMs);
      return () => {
        waiting.delete(own);
      };
    },
    get delaysMs() {
      return [...waiting.values()];
    },
    fire: () => {
      const due = [...waiting.keys()];
      waiting.clear();
      for (const run of due) run();
    },
  };
}
