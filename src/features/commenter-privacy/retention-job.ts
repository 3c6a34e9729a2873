import type { Logger } from '../../platform/log';
import type { CommenterFeature } from '../commenter';
import type { RetentionService } from './retention.service';

/** Units: milliseconds. */
const hourMs = 3_600_000;
/** Delays the first sweep, to keep the start fast. */
const firstMs = 60_000;

/** What the job needs. */
export interface RetentionJobDependencies extends Pick<CommenterFeature, 'isEncrypting'> {
  readonly retention: RetentionService;
  readonly logger: Logger;
}

/** Deletes what has passed its retention time while the service runs. */
export class RetentionJob {
  private readonly timers: NodeJS.Timeout[] = [];
  private sweeping: Promise<void> = Promise.resolve();

  constructor(private readonly dependencies: RetentionJobDependencies) {}

  /** Sweeps soon and once an hour; warns if addresses are stored unencrypted. */
  start(): void {
    if (!this.dependencies.isEncrypting) {
      this.dependencies.logger.warn(
        'PRIVACY_KEYS is not set: commenters’ e-mail addresses are not encrypted',
      );
    }
    this.timers.push(setTimeout(this.sweep, firstMs).unref());
    this.timers.push(setInterval(this.sweep, hourMs).unref());
  }

  /** Waits for the sweep that runs. */
  async stop(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    await this.sweeping;
  }

  private readonly sweep = (): void => {
    this.sweeping = this.sweeping
      .then(async () => {
        const swept = await this.dependencies.retention.sweep();
        if (swept.deletedComments > 0)
          this.dependencies.logger.info(swept, 'Deleted held comments');
      })
      .catch((error: unknown) => {
        this.dependencies.logger.error({ err: error }, 'The comment retention job failed');
      });
  };
}
