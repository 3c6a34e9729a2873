import type { ServerResponse } from 'node:http';
import { Cancellation } from '../platform/cancellation';
import { RequestTimeout } from '../platform/errors';

/** A request's time: its signal is aborted when the time is up or the client is gone. */
export interface Deadline {
  readonly signal: Cancellation;
  /** The work's result, or a failure when the time is up before it. Errors: RequestTimeout. */
  readonly race: <Result>(work: Promise<Result>) => Promise<Result>;
}

/** Starts a request's time. Units: milliseconds. */
export function startDeadline(timeoutMs: number, response: ServerResponse): Deadline {
  const signal = new Cancellation();
  const timer = setTimeout(() => {
    signal.abort(new RequestTimeout(`The answer took longer than ${timeoutMs} ms`));
  }, timeoutMs);
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) signal.abort(new RequestTimeout('The client went away'));
  });
  const race = <Result>(work: Promise<Result>) =>
    new Promise<Result>((resolve, reject) => {
      signal.onAbort(reject);
      work.then(resolve, reject);
    });
  return { signal, race };
}
