/** Units: points of executions that begin in one turn of the event loop; one may cost more. */
export const maxPointsPerTurn = 100;
/** Executions that have begun and not ended. */
export const maxRunning = 32;

interface Waiting {
  readonly points: number;
  readonly begin: () => void;
}

/**
 * Runs executions in the order of their asking, few in each turn of the event loop, so that an event
 * with thousands of different subscriptions holds up no other request.
 *
 * A group asks for its next execution when its last has ended, so all groups have the same share.
 */
export class ExecutionTurns {
  private waiting: Waiting[] = [];
  private runningCount = 0;
  private isScheduled = false;

  /** Errors: those of `execute`. */
  async run<Result>(points: number, execute: () => Promise<Result>): Promise<Result> {
    await new Promise<void>((begin) => {
      this.waiting.push({ points, begin });
      this.schedule();
    });
    try {
      return await execute();
    } finally {
      this.runningCount -= 1;
      this.schedule();
    }
  }

  private schedule(): void {
    if (this.isScheduled || this.waiting.length === 0 || this.runningCount >= maxRunning) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      this.beginSome();
      this.schedule();
    });
  }

  private beginSome(): void {
    let points = 0;
    let count = 0;
    for (const next of this.waiting) {
      const fits = count === 0 || points + next.points <= maxPointsPerTurn;
      if (!fits || this.runningCount >= maxRunning) break;
      points += next.points;
      count += 1;
      this.runningCount += 1;
      next.begin();
    }
    this.waiting = this.waiting.slice(count);
  }
}
