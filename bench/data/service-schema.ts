import type { GraphQLSchema } from 'graphql';
import { createApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { createLogger } from '../../src/platform/log';

/** The schema as the code builds it: the printed one does not tell what fields cost. */
export async function readServiceSchema(): Promise<GraphQLSchema> {
  const config = loadConfig({ DATABASE_URL: 'sqlite::memory:', SEED: 'false', LOG_LEVEL: 'warn' });
  const app = await createApp(config, { logger: createLogger('warn') });
  const { schema } = app;
  await app.close();
  return schema;
}
