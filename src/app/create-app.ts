import type { AddressInfo } from 'node:net';
import type { ApolloServer } from '@apollo/server';
import type { Config } from '../config';
import { type ApolloOptions, createApolloServer, type RequestContext } from '../graphql';
import { createHttpServer, createPurgeWebhook, graphqlUrl, TrustedDocuments } from '../http';
import { RowCache } from '../platform/cache';
import { type Clock, systemClock } from '../platform/clock';
import {
  type Database,
  type DatabaseOptions,
  openDatabase,
  type StatementListener,
} from '../platform/database';
import { createIdMaker, type IdMaker } from '../platform/ids';
import type { Logger } from '../platform/log';
import { CommentUpkeep } from './comment-upkeep';
import { type Access, createAccess } from './create-access';
import { createCache } from './create-cache';
import { createFeatures, type Features } from './create-features';
import { createLive, type Live } from './create-live';
import { entities } from './entities';
import { createExampleOperations } from './example-operations';
import { openCommentSurroundings } from './open-comment-surroundings';
import { readLimits } from './read-limits';
import { seedIfEmpty } from './seed-if-empty';

/** What stands in for the outside world; tests hand in their own. */
export interface AppParts {
  readonly logger: Logger;
  readonly clock?: Clock;
  readonly ids?: IdMaker;
  readonly onStatement?: StatementListener;
  readonly openDatabase?: typeof openDatabase;
  /** How long a request may take to arrive whole; default: 30 seconds. Units: milliseconds. */
  readonly receiveTimeoutMs?: number;
}

/** The whole service in one process. */
export interface App {
  readonly access: Access;
  readonly live: Live;
  readonly features: Features;
  readonly database: Database;
  /** Listens at the configured address. Shape: the API's own URL, with the port that was chosen. */
  listen(): Promise<string>;
  /** Reports not ready and asks clients to open other connections, while everything is served. */
  leave(): void;
  /** Refuses new work, ends what runs, lets go of everything. */
  close(): Promise<void>;
}

/** Constructs everything, database first; the one place that does. */
export async function createApp(config: Config, parts: AppParts): Promise<App> {
  const { logger, clock = systemClock, ids = createIdMaker() } = parts;
  const purges = createPurgeWebhook(config, { ids, clock, logger });
  const comments = await openCommentSurroundings(config, clock, logger);
  const database = await openConfigured(config, parts, purges?.writeAnnouncement);
  const cache = createCache(config, database);
  const access = createAccess(config, { database, clock, ids, logger });
  const features = createFeatures({
    ...{ database, clock, ids, logger, comments },
    rows: new RowCache(config.ROW_CACHE ? cache : null),
    publicUrl: config.PUBLIC_URL,
  });
  if (config.SEED) await seedIfEmpty(features, logger);
  const operations = createExampleOperations(features.articleReads, clock);
  const { schema } = features;
  const firstOperation = config.EXPLORER ? await operations.first() : null;
  const apollo = await startApollo(config, { schema, firstOperation, logger });
  const live = createLive(config, { ...access, schema, database, clock, logger });
  let isLeaving = false;
  const http = await createHttpServer({
    isLeaving: () => isLeaving,
    ...{ config, logger, apollo, cache, database, clock, live },
    authenticator: access.authenticator,
    listOperations: operations.list,
    documents: new TrustedDocuments(await operations.list(), config.ONLY_TRUSTED_DOCUMENTS),
    requestTimeoutMs: config.REQUEST_TIMEOUT_MS,
    receiveTimeoutMs: parts.receiveTimeoutMs,
  });
  const upkeep = new CommentUpkeep(features.comments, comments, logger);
  let stopPurging = () => Promise.resolve();
  return {
    access,
    live,
    features,
    database,
    listen: async () => {
      await http.listen({ host: config.HOST, port: config.PORT });
      if (purges !== null) stopPurging = purges.start(database);
      upkeep.start();
      return graphqlUrl(writeOrigin(config.HOST, http.server.address() as AddressInfo));
    },
    leave: () => {
      isLeaving = true;
    },
    close: async () => {
      isLeaving = true;
      await http.close();
      await apollo.stop();
      await stopPurging();
      await upkeep.stop();
      await database.close();
    },
  };
}

function openConfigured(
  config: Config,
  { logger, onStatement, openDatabase: open = openDatabase }: AppParts,
  writeAnnouncement: DatabaseOptions['writeAnnouncement'],
): Promise<Database> {
  return open({
    url: config.DATABASE_URL,
    statementTimeoutMs: config.REQUEST_TIMEOUT_MS,
    poolSize: config.DATABASE_POOL,
    ...{ entities, logger, onStatement, writeAnnouncement },
  });
}

async function startApollo(
  config: Config,
  parts: Pick<ApolloOptions, 'schema' | 'firstOperation' | 'logger'>,
): Promise<ApolloServer<RequestContext>> {
  const limits = readLimits(config);
  const apollo = createApolloServer({ ...parts, limits, introspection: config.INTROSPECTION });
  await apollo.start();
  return apollo;
}

/** An address that can be opened: 127.0.0.1 reads as localhost, as people write it. */
function writeOrigin(host: string, { port }: AddressInfo): string {
  const name = host === '127.0.0.1' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
