import type { Logger } from '../log';
import type { CommitListener } from './database';

/** Listeners to commits. */
export class CommitListeners {
  private readonly listeners: CommitListener[] = [];

  constructor(private readonly logger: Logger) {}

  add(listener: CommitListener): void {
    this.listeners.push(listener);
  }

  /**
   * Calls all of them, at once and in order. A listener that throws neither keeps the others from
   * being called nor makes the commit look as if it had failed.
   */
  readonly emit: CommitListener = (tags) => {
    for (const listener of this.listeners) {
      try {
        listener(tags);
      } catch (error) {
        this.logger.error({ err: error }, 'A commit listener failed');
      }
    }
  };
}
