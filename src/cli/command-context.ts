import { type App, createApp } from '../app';
import { type Config, loadConfig } from '../config';
import { createLogger, type Logger } from '../platform/log';

/** What commands share: the configuration, and an app that is closed when the command ends. */
export async function withApp<Result>(
  adjust: (config: Config) => Config,
  work: (app: App, config: Config, logger: Logger) => Promise<Result>,
): Promise<Result> {
  const config = adjust(loadConfig(process.env));
  // Standard output belongs to the command's answer.
  const logger = createLogger(config.LOG_LEVEL, process.stderr);
  const app = await createApp(config, { logger });
  try {
    return await work(app, config, logger);
  } finally {
    await app.close();
  }
}

/** A command that only works on the database needs no example article. */
export function withoutSeed(config: Config): Config {
  return { ...config, SEED: false };
}

/** Writes a line of a command's answer. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
