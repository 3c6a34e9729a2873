import type { GraphQLSchema } from 'graphql';
import type { Config } from '../config';
import type { ApiTokenService } from '../features/access';
import { LiveOperations } from '../graphql';
import { LiveSessions } from '../http';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { Logger } from '../platform/log';
import { readLimits } from './read-limits';

/** What live delivery stands on. */
export interface LiveFoundations {
  readonly schema: GraphQLSchema;
  readonly tokens: ApiTokenService;
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Subscriptions that run, and the connections that they run over. */
export interface Live {
  readonly operations: LiveOperations;
  readonly sessions: LiveSessions;
}

/** Constructs live delivery. */
export function createLive(config: Config, foundations: LiveFoundations): Live {
  const { schema, tokens, database, clock, logger } = foundations;
  return {
    operations: new LiveOperations({
      schema,
      database,
      clock,
      logger,
      limits: readLimits(config),
      introspection: config.INTROSPECTION,
      requestTimeoutMs: config.REQUEST_TIMEOUT_MS,
    }),
    sessions: new LiveSessions({
      tokens,
      database,
      clock,
      logger,
      maxConnections: config.LIVE_MAX_CONNECTIONS,
    }),
  };
}
