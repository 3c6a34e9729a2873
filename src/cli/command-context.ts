import { type Content, openContent } from '../app/open-content';
import { type Config, loadConfig } from '../config';
import { createLogger } from '../platform/log';

/** Runs a command's work on the configured database, which is closed when the work ends. */
export async function withContent<Result>(
  work: (content: Content) => Promise<Result>,
  config: Config = loadConfig(process.env),
): Promise<Result> {
  // Standard output belongs to the command's answer.
  const logger = createLogger(config.LOG_LEVEL, process.stderr);
  const content = await openContent(config, { logger });
  try {
    return await work(content);
  } finally {
    await content.close();
  }
}

/** Writes a line of a command's answer. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
