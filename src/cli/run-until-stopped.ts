import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '../app';
import type { Logger } from '../platform/log';

/** Units: milliseconds. Docker waits ten seconds after SIGTERM before it kills. */
const stopTimeoutMs = 9_000;

/** What runs until it is stopped. */
export interface StopOptions {
  readonly app: Pick<App, 'leave' | 'close'>;
  readonly logger: Logger;
  /** Units: milliseconds between the news that the service leaves and the end of its serving. */
  readonly stopDelayMs: number;
}

/**
 * Serves until SIGTERM or SIGINT, then stops in order: readiness fails while requests are still
 * served, new work is refused, running work is ended, the database is closed.
 *
 * A second signal ends everything at once.
 * Shape: the exit code; 0 also where something had to be cut off at the end of the time.
 */
export async function runUntilStopped(options: StopOptions): Promise<number> {
  const { logger, stopDelayMs } = options;
  // graphql-js leaves a rejection unhandled where one item of a list fails at once and another one
  // later. Its error has been answered, and no request may end the process.
  process.on('unhandledRejection', (error) => {
    logger.error({ err: error }, 'A rejection was not handled');
  });
  const { first, second } = watchSignals();
  logger.info({ signal: await first, stopDelayMs }, 'Stopping');
  return Promise.race([stopInOrder(options), stopAtOnce(logger, second)]);
}

async function stopInOrder({ app, logger, stopDelayMs }: StopOptions): Promise<number> {
  app.leave();
  await wait(stopDelayMs);
  const isTimedOut = new AbortController();
  const timeout = wait(stopTimeoutMs, 'timeout' as const, { signal: isTimedOut.signal });
  try {
    if ((await Promise.race([app.close(), timeout])) === 'timeout') {
      logger.warn('Some requests did not end in time and were cut off');
      return 0;
    }
    logger.info('Stopped');
    return 0;
  } catch (error) {
    logger.error({ err: error });
    return 1;
  } finally {
    timeout.catch(() => undefined);
    isTimedOut.abort();
  }
}

/** Shape: the exit code by which shells tell a signal. */
async function stopAtOnce(logger: Logger, second: Promise<NodeJS.Signals>): Promise<number> {
  const signal = await second;
  logger.warn({ signal }, 'Stopped at once by a second signal');
  return 128 + constants.signals[signal];
}

/**
 * The first two signals to stop. The listeners stay from the start on: without one, even for a
 * moment, a signal ends the process by Node's default.
 */
function watchSignals() {
  const waiters: ((signal: NodeJS.Signals) => void)[] = [];
  const nextSignal = () => new Promise<NodeJS.Signals>((resolve) => waiters.push(resolve));
  const pass = (signal: NodeJS.Signals) => waiters.shift()?.(signal);
  process.on('SIGTERM', pass);
  process.on('SIGINT', pass);
  return { first: nextSignal(), second: nextSignal() };
}
