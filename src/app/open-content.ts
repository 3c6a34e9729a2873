import { availableParallelism } from 'node:os';
import type { Config } from '../config';
import { type AccessFeature, createAccessFeature } from '../features/access';
import { createCommenterFeature } from '../features/commenter';
import { createModerationFeature } from '../features/moderation';
import { type Cache, createCache, RowCache } from '../platform/cache';
import {
  type Clock,
  correctClock,
  startTimer,
  type StartTimer,
  systemClock,
} from '../platform/clock';
import {
  type Database,
  type DatabaseOptions,
  openDatabase,
  type StatementListener,
} from '../platform/database';
import { createIdMaker, type IdMaker } from '../platform/ids';
import type { Logger } from '../platform/log';
import { createPurgeWebhook, type PurgeWebhook } from '../platform/purge-webhook';
import { createFeatures, entities, type Features } from './create-features';

/** Replacements for the outside world, which tests pass. */
export interface ContentDependencies {
  readonly logger: Logger;
  readonly clock?: Clock;
  /** Whether `clock` is corrected by the database's; default: only where none is handed in. */
  readonly isClockCorrected?: boolean;
  readonly startTimer?: StartTimer;
  readonly ids?: IdMaker;
  readonly onStatement?: StatementListener;
  readonly openDatabase?: typeof openDatabase;
  /** How long an AVIF is waited for before WebP is offered; default: 2 seconds. Units: milliseconds. */
  readonly slowAvifMs?: number;
}

/** The database and every feature on it, without a server: all that commands need. */
export interface Content {
  readonly logger: Logger;
  readonly clock: Clock;
  readonly database: Database;
  readonly cache: Cache<unknown>;
  readonly access: AccessFeature;
  readonly features: Features;
  /** Null where no CDN is configured. */
  readonly purges: PurgeWebhook | null;
  close(): Promise<void>;
}

/** Opens the database, brings its tables up to date, and constructs every feature. */
export async function openContent(
  config: Config,
  dependencies: ContentDependencies,
): Promise<Content> {
  const { logger, ids = createIdMaker() } = dependencies;
  const { clock: localClock = systemClock } = dependencies;
  let readOffsetMs = () => 0;
  const clock = isCorrected(dependencies)
    ? correctClock(localClock, () => readOffsetMs())
    : localClock;
  const { CDN_PURGE_URL: url, CDN_PURGE_TOKEN: token } = config;
  const purges =
    url === undefined ? null : createPurgeWebhook({ url, token }, { ids, clock, logger });
  const moderation = await createModerationFeature({
    clock,
    logger,
    rulesFile: config.MODERATION_RULES ?? null,
    serviceSecret: config.MODERATION_SERVICE_SECRET ?? null,
  });
  const database = await openConfigured(config, dependencies, purges?.writeInvalidation);
  readOffsetMs = () => database.clockOffsetMs();
  const cache = createCache(config.CACHE_MB, database);
  const shared = {
    database,
    clock,
    ids,
    logger,
    startTimer: dependencies.startTimer ?? startTimer,
  };
  const access = createAccessFeature({ ...shared, openId: readOpenId(config) });
  const features = createFeatures({
    ...shared,
    access,
    moderation,
    commenters: createCommenterFeature(config.PRIVACY_KEYS),
    pendingRetentionDays: config.PENDING_RETENTION_DAYS ?? null,
    rejectedRetentionDays: config.REJECTED_RETENTION_DAYS ?? null,
    rows: new RowCache(config.ROW_CACHE ? cache : null),
    publicUrl: config.PUBLIC_URL,
    previewUrl: config.PREVIEW_URL ?? `${config.PUBLIC_URL.replace(/\/+$/, '')}/preview/{token}`,
    filesUrl: config.FILES_URL,
    filesDir: config.FILES_DIR,
    // One core stays free for answers.
    pictureWorkerCount: Math.max(1, availableParallelism() - 1),
    slowAvifMs: dependencies.slowAvifMs,
  });
  return {
    ...shared,
    cache,
    features,
    purges,
    access,
    close: async () => {
      moderation.rules.close();
      await features.media.close();
      await database.close();
    },
  };
}

function isCorrected({ clock, isClockCorrected = clock === undefined }: ContentDependencies) {
  return isClockCorrected;
}

function openConfigured(
  config: Config,
  dependencies: ContentDependencies,
  writeInvalidation: DatabaseOptions['writeInvalidation'],
): Promise<Database> {
  const { logger, clock, onStatement, openDatabase: open = openDatabase } = dependencies;
  return open({
    url: config.DATABASE_URL,
    statementTimeoutMs: config.REQUEST_TIMEOUT_MS,
    poolSize: config.DATABASE_POOL,
    entities,
    logger,
    clock: isCorrected(dependencies) ? clock : undefined,
    onStatement,
    writeInvalidation,
  });
}

function readOpenId(config: Config) {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_ROLE_CLAIM: roleClaim } = config;
  return issuer === undefined || audience === undefined ? null : { issuer, audience, roleClaim };
}
