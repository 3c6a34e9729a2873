import type { CommitListener } from './database';

/** Everybody who wants to hear of commits. */
export class CommitListeners {
  private readonly listeners: CommitListener[] = [];

  add(listener: CommitListener): void {
    this.listeners.push(listener);
  }

  /** Tells all of them, at once and in order. */
  readonly tell: CommitListener = (tags) => {
    for (const listener of this.listeners) listener(tags);
  };
}
