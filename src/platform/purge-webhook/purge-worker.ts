import type { Database } from '../database';
import type { Logger } from '../log';
import type { CdnPurge } from './cdn-purge.entity';
import type { CdnPurgeRepository } from './cdn-purge.repository';
import type { PostKeys } from './post-keys';

/** What the worker needs. */
export interface PurgeWorkerDependencies {
  readonly database: Database;
  readonly repository: CdnPurgeRepository;
  readonly post: PostKeys;
  readonly logger: Logger;
}

/** Changes that one request purges at most. */
const maxChanges = 100;
/** Keys of one request; common CDNs take 256. */
const maxKeys = 250;
/** Units: milliseconds until the next attempt, doubled with each up to the longest. */
const firstRetryMs = 250;
const longestRetryMs = 30_000;
/** Units: milliseconds that a request under way gets to end when the service stops. */
const stopMs = 2_000;

/**
 * Sends the purges of the outbox to a CDN.
 *
 * No request waits for it, and a purge leaves the outbox only once the CDN has accepted it: the next
 * process sends what is left when this one stops. Several processes may send the same purge, which
 * does no harm. Changes by the clock alone need no purge: no cached answer outlives the next one.
 */
export class PurgeWorker {
  private hasNews = false;
  private isStopping = false;
  private running: Promise<void> | null = null;
  private readonly stopped = new AbortController();
  private endPause: () => void = () => undefined;

  constructor(private readonly dependencies: PurgeWorkerDependencies) {}

  /** Begins with what is there, and goes on with each change. */
  start(): void {
    this.dependencies.database.onCommit((tags) => {
      if (tags === null || tags.length > 0) this.wake();
    });
    this.wake();
  }

  /** Resolves when the running batch was sent, or was aborted at the end of `stopMs`. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.endPause();
    const timer = setTimeout(() => {
      this.stopped.abort();
    }, stopMs);
    await this.running;
    clearTimeout(timer);
  }

  private wake(): void {
    this.hasNews = true;
    if (this.isStopping) return;
    this.running ??= this.run().finally(() => {
      this.running = null;
      // What came as the last look ended.
      if (this.hasNews) this.wake();
    });
  }

  private async run(): Promise<void> {
    let retryMs = firstRetryMs;
    while (this.hasNews) {
      try {
        await this.tellNext();
        retryMs = firstRetryMs;
      } catch (error) {
        if (this.isStopping) return;
        this.dependencies.logger.warn({ err: error, retryMs }, 'The CDN did not accept a purge');
        await this.pause(retryMs);
        retryMs = Math.min(longestRetryMs, retryMs * 2);
      }
    }
  }

  /** Tells the oldest batch; there is no news where nothing is left. */
  private async tellNext(): Promise<void> {
    const { database, repository } = this.dependencies;
    this.hasNews = false;
    try {
      const purges = await repository.listOldest(database.primary, maxChanges);
      if (purges.length === 0) return;
      await this.post(purges);
      const ids = purges.map(({ id }) => id);
      await database.transaction((transaction) =>
        repository.remove(transaction, database.dialect, ids),
      );
    } catch (error) {
      this.hasNews = true;
      throw error;
    }
    this.hasNews = true;
  }

  private async post(purges: readonly CdnPurge[]): Promise<void> {
    const keys = [...new Set(purges.flatMap(({ surrogateKeys }) => surrogateKeys))];
    for (let start = 0; start < keys.length; start += maxKeys) {
      await this.dependencies.post(keys.slice(start, start + maxKeys), this.stopped.signal);
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
