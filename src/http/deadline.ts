import type { ServerResponse } from 'node:http';
import { RequestTimeout } from '../platform/errors';

/** A request's time: its signal is aborted when the time is up or the client is gone. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** The work's result, or a failure when the time is up before it. Errors: RequestTimeout. */
  readonly race: <Result>(work: Promise<Result>) => Promise<Result>;
}

/** Starts a request's time. Units: milliseconds. */
export function startDeadline(timeoutMs: number, response: ServerResponse): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(() => {
    controller.abort(new RequestTimeout(`The answer took longer than ${timeoutMs} ms`));
  }, timeoutMs);
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) controller.abort(new RequestTimeout('The client went away'));
  });
  const expired = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
  // A request that nobody waits for any more is no unhandled failure.
  expired.catch(() => undefined);
  return { signal, race: (work) => Promise.race([work, expired]) };
}
