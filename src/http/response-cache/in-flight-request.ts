import type { Stamp } from '../../platform/cache';
import { Cancellation } from '../../platform/cancellation';
import type { CachedAnswer } from './cached-answer';

/** How an execution ended, for those who waited for it. */
export type Ended =
  | { readonly kind: 'public'; readonly answer: CachedAnswer }
  /** The answer is for its caller alone, and so will be that of every equal request. */
  | { readonly kind: 'private' }
  /** There is no answer, or one with errors: another attempt may do better. */
  | { readonly kind: 'failed' };

/** An execution that equal requests wait for. */
export interface InFlightRequest {
  /** The cache's stamp before its first read. */
  readonly stamp: Stamp;
  readonly waiters: Waiters;
  readonly ended: Promise<Ended>;
}

/** The requests that wait for one execution, which is aborted when the last of them has gone. */
export class Waiters {
  /** Aborted when no request waits any more, whichever started the execution. */
  readonly signal = new Cancellation();
  private count = 0;

  /** Counts a request until its own signal is aborted; returns a function that stops listening. */
  add(caller: Cancellation): () => void {
    this.count += 1;
    return caller.onAbort((reason) => {
      this.count -= 1;
      if (this.count === 0) this.signal.abort(reason);
    });
  }
}
