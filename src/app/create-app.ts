import type { AddressInfo } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import type { Config } from '../config';
import { seedIfEmpty } from '../features/import';
import { createApolloServer, LiveOperations } from '../graphql';
import {
  createHttpServer,
  graphqlUrl,
  type HttpOptions,
  LiveSessions,
  TrustedDocuments,
} from '../http';
import { createSchema } from './create-schema';
import { createExampleOperations } from './example-operations';
import { type Content, type ContentDependencies, openContent } from './open-content';
import { readLimits } from './read-limits';

/** Replacements for the outside world, which tests pass. */
export interface AppDependencies extends ContentDependencies {
  /** How long a request may take to arrive whole; default: 30 seconds. Units: milliseconds. */
  readonly receiveTimeoutMs?: number;
  /** How long a picture may take to arrive; default: 15 minutes, and never paused for 30 seconds. */
  readonly uploadBounds?: HttpOptions['uploadBounds'];
}

/** The whole service in one process. */
export interface App extends Pick<Content, 'access' | 'features' | 'database'> {
  readonly schema: GraphQLSchema;
  readonly live: HttpOptions['live'];
  /** Listens at the configured address. Shape: the API's own URL, with the port that was chosen. */
  listen(): Promise<string>;
  /** Reports not ready and asks clients to open other connections, while everything is served. */
  leave(): void;
  /** Refuses new work, ends what runs, closes the database. */
  close(): Promise<void>;
}

/** Opens the content and the servers in front of it: GraphQL, HTTP, live delivery. */
export async function createApp(config: Config, dependencies: AppDependencies): Promise<App> {
  const content = await openContent(config, dependencies);
  const { logger, clock, database, cache, access, features } = content;
  if (config.SEED) await seedIfEmpty(features, logger);
  const schema = createSchema(features);
  const operations = createExampleOperations(features.articleReads, clock);
  const firstOperation = config.EXPLORER ? await operations.first() : null;
  const operationOptions = {
    schema,
    limits: readLimits(config),
    introspection: config.INTROSPECTION,
  };
  const apollo = createApolloServer({ ...operationOptions, firstOperation, logger });
  await apollo.start();
  const shared = { database, clock, logger };
  const live = {
    operations: new LiveOperations({
      ...shared,
      ...operationOptions,
      requestTimeoutMs: config.REQUEST_TIMEOUT_MS,
    }),
    sessions: new LiveSessions({
      ...shared,
      tokens: access.tokens,
      maxConnections: config.LIVE_MAX_CONNECTIONS,
    }),
  };
  let isLeaving = false;
  const http = await createHttpServer({
    isLeaving: () => isLeaving,
    ...shared,
    config,
    apollo,
    cache,
    live,
    authenticator: access.authenticator,
    media: features.media,
    listOperations: operations.list,
    documents: new TrustedDocuments(await operations.list(), config.ONLY_TRUSTED_DOCUMENTS),
    requestTimeoutMs: config.REQUEST_TIMEOUT_MS,
    receiveTimeoutMs: dependencies.receiveTimeoutMs,
    uploadBounds: dependencies.uploadBounds,
  });
  let stopPurging = () => Promise.resolve();
  return {
    access,
    live,
    features,
    database,
    schema,
    listen: async () => {
      await http.listen({ host: config.HOST, port: config.PORT });
      if (content.purges !== null) stopPurging = content.purges.start(database);
      features.commenterPrivacy.job.start();
      await features.publications.start();
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
      await features.commenterPrivacy.job.stop();
      await features.publications.stop();
      await content.close();
    },
  };
}

/** An address that can be opened: 127.0.0.1 reads as localhost, as people write it. */
function writeOrigin(host: string, { port }: AddressInfo): string {
  const name = host === '127.0.0.1' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
