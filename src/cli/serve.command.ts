import type { Command } from 'commander';
import { type Environment, loadConfig } from '../config';
import { writeBanner } from './banner';
import { warnOfMisspelt } from './command-context';
import { openLog } from './open-log';
import { readVersion } from './read-version';
import { runUntilStopped } from './run-until-stopped';

/** `maqal serve` */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('migrate, seed an empty database, and serve the API')
    .action(() => serve(process.stdout, process.env));
}

async function serve(output: NodeJS.WriteStream, environment: Environment): Promise<void> {
  // Loaded here and not above: no other command needs the servers, and they take long to load.
  const { createApp } = await import('../app/index.js');
  const config = loadConfig(environment);
  const logger = await openLog(config.LOG_LEVEL, output);
  warnOfMisspelt(logger, environment);
  const app = await createApp(config, { logger });
  const url = await app.listen();
  // Before the log says that it serves: from then on a signal must stop it in order.
  const stopped = runUntilStopped({ app, logger, stopDelayMs: config.STOP_DELAY_MS });
  if (await app.features.reindex.isNeeded()) {
    logger.warn(
      'Search finds nothing yet: run `maqal reindex`, which the service need not wait for',
    );
  }
  await app.features.reindex.recount();
  const explorer = config.EXPLORER ? url.replace(/\/graphql$/, '/explorer') : undefined;
  logger.info({ url, explorer }, `Maqal serves on ${url}`);
  if (output.isTTY) {
    output.write(
      writeBanner({
        url,
        config,
        version: readVersion(),
        isPublicUrlSet: (environment['PUBLIC_URL'] ?? '') !== '',
        moderationMode: app.features.moderationRules.latest.rules.mode,
        isColoured: output.hasColors(),
      }),
    );
  }
  // What was cut off would keep the process alive.
  process.exit(await stopped);
}
