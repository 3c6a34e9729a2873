import type { Config } from '../config';
import { createCommenterFeature } from '../features/commenter';
import { createModerationFeature } from '../features/moderation';
import { type Cache, RowCache } from '../platform/cache';
import { type Clock, systemClock } from '../platform/clock';
import {
  type Database,
  type DatabaseOptions,
  openDatabase,
  type StatementListener,
} from '../platform/database';
import { createIdMaker, type IdMaker } from '../platform/ids';
import type { Logger } from '../platform/log';
import { createPurgeWebhook, type PurgeWebhook } from '../platform/purge-webhook';
import { type Access, createAccess } from './create-access';
import { createCache } from './create-cache';
import { createFeatures, type Features } from './create-features';
import { entities } from './entities';

/** Replacements for the outside world, which tests pass. */
export interface ContentParts {
  readonly logger: Logger;
  readonly clock?: Clock;
  readonly ids?: IdMaker;
  readonly onStatement?: StatementListener;
  readonly openDatabase?: typeof openDatabase;
}

/** The database and every feature on it, without a server: all that commands need. */
export interface Content {
  readonly logger: Logger;
  readonly clock: Clock;
  readonly database: Database;
  readonly cache: Cache<unknown>;
  readonly access: Access;
  readonly features: Features;
  /** Null where no CDN is configured. */
  readonly purges: PurgeWebhook | null;
  close(): Promise<void>;
}

/** Opens the database, brings its tables up to date, and constructs every feature. */
export async function openContent(config: Config, parts: ContentParts): Promise<Content> {
  const { logger, clock = systemClock, ids = createIdMaker() } = parts;
  const { CDN_PURGE_URL: url, CDN_PURGE_TOKEN: token } = config;
  const purges =
    url === undefined ? null : createPurgeWebhook({ url, token }, { ids, clock, logger });
  const moderation = await createModerationFeature({
    clock,
    logger,
    rulesFile: config.MODERATION_RULES ?? null,
    serviceSecret: config.MODERATION_SERVICE_SECRET ?? null,
  });
  const database = await openConfigured(config, parts, purges?.writeAnnouncement);
  const cache = createCache(config, database);
  const features = createFeatures({
    database,
    clock,
    ids,
    logger,
    moderation,
    commenters: createCommenterFeature(config.PRIVACY_KEYS),
    pendingRetentionDays: config.PENDING_RETENTION_DAYS ?? null,
    rejectedRetentionDays: config.REJECTED_RETENTION_DAYS ?? null,
    rows: new RowCache(config.ROW_CACHE ? cache : null),
    publicUrl: config.PUBLIC_URL,
  });
  return {
    logger,
    clock,
    database,
    cache,
    features,
    purges,
    access: createAccess(config, { database, clock, ids, logger }),
    close: async () => {
      moderation.rules.close();
      await database.close();
    },
  };
}

function openConfigured(
  config: Config,
  { logger, onStatement, openDatabase: open = openDatabase }: ContentParts,
  writeAnnouncement: DatabaseOptions['writeAnnouncement'],
): Promise<Database> {
  return open({
    url: config.DATABASE_URL,
    statementTimeoutMs: config.REQUEST_TIMEOUT_MS,
    poolSize: config.DATABASE_POOL,
    entities,
    logger,
    onStatement,
    writeAnnouncement,
  });
}
