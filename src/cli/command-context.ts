import { type Content, openContent } from '../app/open-content';
import { type Config, type Environment, listMisspelt, loadConfig } from '../config';
import type { Logger } from '../platform/log';
import { openLog } from './open-log';

/** Runs a command's work on the configured database, which is closed when the work ends. */
export async function withContent<Result>(
  work: (content: Content) => Promise<Result>,
  config: Config = loadConfig(process.env),
): Promise<Result> {
  // Standard output belongs to the command's answer.
  const logger = await openLog(config.LOG_LEVEL, process.stderr);
  warnOfMisspelt(logger, process.env);
  const content = await openContent(config, { logger });
  try {
    return await work(content);
  } finally {
    await content.close();
  }
}

/** Warns of variables that are most likely meant for the service and that it does not read. */
export function warnOfMisspelt(logger: Logger, environment: Environment): void {
  for (const { name, meant } of listMisspelt(environment)) {
    logger.warn({ variable: name }, `${name} is no variable of Maqal: did you mean ${meant}?`);
  }
}

/** Writes a line of a command's answer. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
