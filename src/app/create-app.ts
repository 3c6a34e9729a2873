import type { AddressInfo } from 'node:net';
import type { Config } from '../config';
import { createApolloServer } from '../graphql';
import { createHttpServer, graphqlUrl, TrustedDocuments } from '../http';
import { type Clock, systemClock } from '../platform/clock';
import { type Database, openDatabase, type StatementListener } from '../platform/database';
import { createIdMaker, type IdMaker } from '../platform/ids';
import type { Logger } from '../platform/log';
import { createFeatures, type Features } from './create-features';
import { entities } from './entities';
import { createExampleOperations } from './example-operations';
import { seedIfEmpty } from './seed-if-empty';

/** What stands in for the outside world; tests hand in their own. */
export interface AppParts {
  readonly logger: Logger;
  readonly clock?: Clock;
  readonly ids?: IdMaker;
  readonly onStatement?: StatementListener;
}

/** The whole service in one process. */
export interface App {
  readonly features: Features;
  readonly database: Database;
  /** Listens at the configured address. Shape: the API's own URL, with the port that was chosen. */
  listen(): Promise<string>;
  /** Refuses new work, ends what runs, lets go of everything. */
  close(): Promise<void>;
}

/** Constructs everything, database first; the one place that does. */
export async function createApp(config: Config, parts: AppParts): Promise<App> {
  const { logger, clock = systemClock, ids = createIdMaker(), onStatement } = parts;
  const database = await openDatabase({
    url: config.DATABASE_URL,
    statementTimeoutMs: config.REQUEST_TIMEOUT_MS,
    entities,
    onStatement,
  });
  const features = createFeatures({ database, clock, ids, publicUrl: config.PUBLIC_URL });
  if (config.SEED) await seedIfEmpty(features, logger);
  const operations = createExampleOperations(features.articleReads, clock);
  const apollo = createApolloServer({
    schema: features.schema,
    limits: readLimits(config),
    introspection: config.INTROSPECTION,
    firstOperation: config.EXPLORER ? await operations.first() : null,
    logger,
  });
  await apollo.start();
  const http = await createHttpServer({
    ...{ config, logger, apollo, database, clock },
    listOperations: operations.list,
    documents: new TrustedDocuments(await operations.list(), config.ONLY_TRUSTED_DOCUMENTS),
    requestTimeoutMs: config.REQUEST_TIMEOUT_MS,
  });
  return {
    features,
    database,
    listen: async () => {
      await http.listen({ host: config.HOST, port: config.PORT });
      return graphqlUrl(writeOrigin(config.HOST, http.server.address() as AddressInfo));
    },
    close: async () => {
      await http.close();
      await apollo.stop();
      await database.close();
    },
  };
}

function readLimits(config: Config) {
  return {
    maxDepth: config.MAX_DEPTH,
    maxAliases: config.MAX_ALIASES,
    maxDirectives: config.MAX_DIRECTIVES,
    maxTokens: config.MAX_TOKENS,
    maxCost: config.MAX_COST,
  };
}

/** An address that can be opened: 127.0.0.1 reads as localhost, as people write it. */
function writeOrigin(host: string, { port }: AddressInfo): string {
  const name = host === '127.0.0.1' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
