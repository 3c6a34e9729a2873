import type { Clock, StartTimer } from '../../platform/clock';
import type { Database } from '../../platform/database';
import type { Logger } from '../../platform/log';
import { type ArticleFeature, articleTags } from '../article';

/** Writes down what was planned for an article and has come to pass. */
export interface Settler {
  /**
   * Settles one article in a transaction of its own; does nothing where another instance came first.
   * Errors: those of the database; the article is then tried again.
   */
  settle(articleId: string): Promise<void>;
}

/** What the job needs. */
export interface PublicationJobDependencies {
  readonly database: Pick<Database, 'primary' | 'onCommit'>;
  readonly articles: Pick<ArticleFeature['articles'], 'listDueIds'>;
  readonly schedule: Pick<ArticleFeature['schedule'], 'findNext'>;
  readonly settler: Settler;
  readonly clock: Clock;
  readonly startTimer: StartTimer;
  readonly logger: Logger;
}

/** Between two looks at the clock: one that is set forward makes nothing later than this. */
const maxWaitMs = 1_000;
/** Between a failure and the next attempt. */
const retryMs = 1_000;
/** Between a commit that may have planned something and the look at it: imports make many. */
const commitDelayMs = 250;
/** Failures after which the rest waits for the next attempt. */
const maxFailures = 1_000;

/**
 * Settles what was planned for articles, at most a second after its moment: replaces what readers
 * see, unpublishes, and counts what has been published.
 *
 * Every instance runs it. No statement is sent while it waits for a moment that it knows.
 */
export class PublicationJob {
  private isStopped = false;
  private cancelTimer: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();
  /** Null where nothing is planned. */
  private nextAt: Date | null = null;
  /** Commits that may have planned something, and how many of them there were at the last look. */
  private commitCount = 0;
  private seenCommitCount = -1;
  private hasFailed = false;

  constructor(private readonly dependencies: PublicationJobDependencies) {}

  /** Settles what was missed, and goes on by itself. Errors: none; a failure is logged. */
  async start(): Promise<void> {
    this.dependencies.database.onCommit((tags) => {
      if (tags === null || tags.includes(articleTags.lists)) this.noteCommit();
    });
    await this.run();
  }

  /** Waits for the article that is being settled; the rest is left to the next start. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.cancelTimer();
    await this.running;
  }

  /** Commits one after the other do not put off the look at what the first may have planned. */
  private noteCommit(): void {
    const isLookComing = this.commitCount !== this.seenCommitCount;
    this.commitCount += 1;
    if (!isLookComing) this.wait(commitDelayMs);
  }

  private wait(delayMs: number): void {
    this.cancelTimer();
    if (this.isStopped) return;
    this.cancelTimer = this.dependencies.startTimer(() => {
      void this.run();
    }, delayMs);
  }

  private run(): Promise<void> {
    this.running = this.running.then(async () => {
      if (!this.isStopped) await this.look();
    });
    return this.running;
  }

  private async look(): Promise<void> {
    const now = this.dependencies.clock.now();
    const hasNews = this.hasFailed || this.commitCount !== this.seenCommitCount;
    if (hasNews || (this.nextAt !== null && this.nextAt <= now)) {
      this.seenCommitCount = this.commitCount;
      this.hasFailed = !(await this.settleUntil(now));
    }
    if (this.hasFailed) this.wait(retryMs);
    // A commit meanwhile has started the timer.
    else if (this.commitCount === this.seenCommitCount) this.waitForNext();
  }

  private waitForNext(): void {
    if (this.nextAt === null) return;
    const leftMs = this.nextAt.getTime() - this.dependencies.clock.now().getTime();
    this.wait(Math.max(0, Math.min(maxWaitMs, leftMs)));
  }

  /** Settles what is due at an instant and finds the next moment. Returns false where something failed. */
  private async settleUntil(now: Date): Promise<boolean> {
    try {
      const failureCount = await this.settleDue(now);
      this.nextAt = await this.dependencies.schedule.findNext(now);
      return failureCount === 0;
    } catch (error) {
      this.dependencies.logger.error({ err: error }, 'Planned publications could not be read');
      return false;
    }
  }

  /** Returns how many articles could not be settled. */
  private async settleDue(now: Date): Promise<number> {
    const { database, articles } = this.dependencies;
    const settled = new Set<string>();
    const failed = new Set<string>();
    while (failed.size < maxFailures) {
      const ids = await articles.listDueIds(database.primary, now, [...failed]);
      if (ids.length === 0) break;
      for (const id of ids) {
        if (this.isStopped) return failed.size;
        if (!settled.has(id) && (await this.settle(id))) settled.add(id);
        // What is due again although it was settled would be settled for ever.
        else failed.add(id);
      }
    }
    return failed.size;
  }

  private async settle(articleId: string): Promise<boolean> {
    try {
      await this.dependencies.settler.settle(articleId);
      return true;
    } catch (error) {
      this.dependencies.logger.error(
        { err: error, articleId },
        'What was planned for an article could not be settled',
      );
      return false;
    }
  }
}
