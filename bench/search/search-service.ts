import { type RunningServer, runToEnd, startServer } from '../processes/server-process';
import { readV8Flags } from '../processes/v8-flags';

const entry = 'dist/main.js';

/** Starts the built service on a database, without kept answers: every search is searched. */
export async function startSearchService(databaseUrl: string): Promise<RunningServer> {
  return startServer({
    name: 'the service',
    args: [...(await readV8Flags()), entry, 'serve'],
    environment: {
      ...{ DATABASE_URL: databaseUrl, SEED: 'false' },
      ...{ RESPONSE_CACHE: 'off', RATE_LIMIT: 'off' },
    },
  });
}

/** Runs `maqal reindex`; how long it took. Units: seconds. */
export async function reindex(databaseUrl: string): Promise<number> {
  const startedAt = performance.now();
  await runToEnd({
    name: 'maqal reindex',
    args: [entry, 'reindex'],
    environment: { DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn' },
  });
  return (performance.now() - startedAt) / 1_000;
}
