import type { Config } from '../../config';
import type { Clock } from '../../platform/clock';
import type { AnnouncementWriter, Database } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import type { Logger } from '../../platform/log';
import { CdnPurgeRepository } from './cdn-purge.repository';
import { createPostKeys } from './post-keys';
import { PurgeWorker } from './purge-worker';
import { createPurgeWriter } from './write-purges';

/** The outbox of purges: who writes into it, and who empties it. */
export interface PurgeWebhook {
  /** For every process that writes, whether it also tells or not. */
  readonly writeAnnouncement: AnnouncementWriter;
  /** Begins to tell; gives what ends it. */
  start(database: Database): () => Promise<void>;
}

/** What the webhook is made of beside the configuration. */
export interface PurgeWebhookParts {
  readonly ids: IdMaker;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The webhook to CDN_PURGE_URL; null where that is not set. */
export function createPurgeWebhook(
  { CDN_PURGE_URL: url, CDN_PURGE_TOKEN: token }: Config,
  { logger, ...sources }: PurgeWebhookParts,
): PurgeWebhook | null {
  if (url === undefined) return null;
  const repository = new CdnPurgeRepository();
  return {
    writeAnnouncement: createPurgeWriter(repository, sources),
    start: (database) => {
      const post = createPostKeys({ url, token });
      const worker = new PurgeWorker({ database, repository, post, logger });
      worker.start();
      return () => worker.stop();
    },
  };
}
