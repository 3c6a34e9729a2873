import { type DestinationStream, type Logger, pino } from 'pino';
import { redactEmailsInJson } from '../../lib/redact';

/** How much is logged, from nothing to everything. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** One of the levels. */
export type LogLevel = (typeof logLevels)[number];

/**
 * A logger that writes JSON lines to standard output, or to `destination`.
 *
 * Every line passes the redaction as a whole, so no e-mail address is logged whatever carries it:
 * a database's message, an error's cause, a header.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: { streamWrite: redactEmailsInJson },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
