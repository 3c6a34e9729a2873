import type { Logger } from '../platform/log';
import type { App } from './create-app';

/** Units: milliseconds. Whoever sent SIGTERM waits ten seconds before it kills. */
const stopTimeoutMs = 9_000;

/**
 * Serves until SIGTERM or SIGINT, then stops in order: no new work, what runs is ended, the
 * database is closed.
 * Shape: the exit code; 0 also where something had to be cut off at the end of the time.
 */
export function runUntilStopped(app: App, logger: Logger): Promise<number> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals) => {
      logger.info({ signal }, 'Stopping');
      const timer = setTimeout(() => {
        logger.warn('Some requests did not end in time and were cut off');
        resolve(0);
      }, stopTimeoutMs);
      app
        .close()
        .then(
          () => 0,
          (error: unknown) => {
            logger.error({ err: error });
            return 1;
          },
        )
        .then((code) => {
          clearTimeout(timer);
          logger.info('Stopped');
          resolve(code);
        }, resolve);
    };
    // graphql-js leaves a rejection unhandled where one item of a list fails at once and another one
    // later. Its error has been answered, and no request may end the process.
    process.on('unhandledRejection', (error) => {
      logger.error({ err: error }, 'A rejection was not handled');
    });
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
}
