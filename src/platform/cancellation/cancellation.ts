/** Whether anybody still waits for a piece of work. */
export type CancellationSignal = Cancellation | AbortSignal;

type AbortListener = (reason: Error) => void;

/**
 * Ends the waiting for a piece of work: once, with a reason.
 *
 * An AbortController does the same for up to a tenth of an article page's processor time, since each
 * of its signals is an event target of its own.
 */
export class Cancellation {
  private listeners: AbortListener[] = [];
  private given: Error | null = null;

  get aborted(): boolean {
    return this.given !== null;
  }

  /** What it was ended with; undefined while it goes on. */
  get reason(): Error | undefined {
    return this.given ?? undefined;
  }

  /** Errors: the reason, once there is one. */
  throwIfAborted(): void {
    if (this.given !== null) throw this.given;
  }

  /** Ends the waiting; whoever is told first stands first in line. Only the first reason counts. */
  abort(reason: Error): void {
    if (this.given !== null) return;
    this.given = reason;
    const { listeners } = this;
    this.listeners = [];
    for (const listener of listeners) listener(reason);
  }

  /** Tells `listener` when the waiting ends, or at once where it has; gives what ends the listening. */
  onAbort(listener: AbortListener): () => void {
    if (this.given !== null) {
      listener(this.given);
      return () => undefined;
    }
    this.listeners.push(listener);
    return () => {
      this.listeners = this.listeners.filter((one) => one !== listener);
    };
  }
}

/** Calls `listener` once when the signal is aborted, or at once where it is; gives what ends that. */
export function onAbort(signal: CancellationSignal, listener: () => void): () => void {
  if (signal instanceof Cancellation) return signal.onAbort(listener);
  if (signal.aborted) {
    listener();
    return () => undefined;
  }
  signal.addEventListener('abort', listener, { once: true });
  return () => {
    signal.removeEventListener('abort', listener);
  };
}
