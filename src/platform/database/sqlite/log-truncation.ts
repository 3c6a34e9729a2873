import { setTimeout as wait } from 'node:timers/promises';

/** How often one request to truncate the log is tried before it is left to the background. */
const maxAttempts = 20;
/** Units: milliseconds between two attempts, in which the writer goes on. */
const pauseMs = 100;
/** Units: milliseconds until the next series of attempts. */
const backgroundRetryMs = 10_000;

/** What truncates the write-ahead log. */
export interface LogTruncationDependencies {
  /** One attempt: folds the log into the file and empties it; false where a reader was in the way. */
  readonly truncate: () => Promise<boolean>;
  /** Called when a series of attempts has failed. */
  readonly onGiveUp: (error: unknown) => void;
}

/**
 * Empties the write-ahead log after data was deleted for good: the log holds the pages as they were.
 *
 * Calls that arrive while a series of attempts runs share the next one, so that many erasures at once
 * cost two. Where readers are in the way all the time, attempts go on in the background.
 */
export class LogTruncation {
  private running: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;
  private retry: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(private readonly dependencies: LogTruncationDependencies) {}

  /** Resolves when the log was emptied after this call, or when the attempts have failed. */
  request(): Promise<void> {
    this.next ??= this.running.then(() => {
      this.next = null;
      this.running = this.attempt();
      return this.running;
    });
    return this.next;
  }

  /** Ends the attempts in the background. */
  close(): void {
    this.isClosed = true;
    clearTimeout(this.retry);
  }

  private async attempt(): Promise<void> {
    clearTimeout(this.retry);
    try {
      for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
        if (attempt > 0) await wait(pauseMs);
        if (this.isClosed || (await this.dependencies.truncate())) return;
      }
      this.giveUp(new Error('Readers use the log all the time'));
    } catch (error) {
      this.giveUp(error);
    }
  }

  private giveUp(error: unknown): void {
    this.dependencies.onGiveUp(error);
    if (this.isClosed) return;
    this.retry = setTimeout(() => void this.request(), backgroundRetryMs).unref();
  }
}
