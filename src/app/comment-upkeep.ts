import type { CommentFeature } from '../features/comment';
import type { CommenterFeature } from '../features/commenter';
import type { Logger } from '../platform/log';

/** Units: milliseconds. */
const hourMs = 3_600_000;
/** Delays the first sweep, to keep the start fast. */
const firstMs = 60_000;

/** What comments need beside requests. */
export class CommentUpkeep {
  private readonly timers: NodeJS.Timeout[] = [];
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly feature: CommentFeature,
    private readonly commenters: CommenterFeature,
    private readonly logger: Logger,
  ) {}

  /** Sweeps soon and once an hour; says where addresses are kept unencrypted. */
  start(): void {
    if (!this.commenters.isEncrypting) {
      this.logger.warn('PRIVACY_KEYS is not set: commenters’ e-mail addresses are not encrypted');
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
        const swept = await this.feature.retention.sweep();
        if (swept.deletedComments > 0) this.logger.info(swept, 'Deleted held comments');
      })
      .catch((error: unknown) => {
        this.logger.error({ err: error }, 'The comment retention job failed');
      });
  };
}
