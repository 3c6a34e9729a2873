import { createLogger, type Logger, type LogLevel } from '../platform/log';

/** A logger for people where the output is a terminal, and of JSON lines elsewhere. */
export async function openLog(level: LogLevel, output: NodeJS.WriteStream): Promise<Logger> {
  if (!output.isTTY) {
    return output === process.stdout ? createLogger(level) : createLogger(level, output);
  }
  // Loaded here and not above: where lines are for programs nothing formats them.
  const { formatForTerminal } = await import('./terminal-log.js');
  return createLogger(level, formatForTerminal(output));
}
