import type { Logger } from '../log';
import type { CommitListener } from './database';

/** Everybody who wants to hear of commits. */
export class CommitListeners {
  private readonly listeners: CommitListener[] = [];

  constructor(private readonly logger: Logger) {}

  add(listener: CommitListener): void {
    this.listeners.push(listener);
  }

  /**
   * Tells all of them, at once and in order. A listener that fails neither keeps the others from
   * hearing nor makes a commit look as if it had failed.
   */
  readonly tell: CommitListener = (tags) => {
    for (const listener of this.listeners) {
      try {
        listener(tags);
      } catch (error) {
        this.logger.error({ err: error }, 'A listener to commits failed');
      }
    }
  };
}
