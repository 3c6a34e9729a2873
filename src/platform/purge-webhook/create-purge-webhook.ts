import type { Clock } from '../clock';
import type { AnnouncementWriter, Database } from '../database';
import type { IdMaker } from '../ids';
import type { Logger } from '../log';
import { CdnPurgeRepository } from './cdn-purge.repository';
import { createPostKeys, type PurgeTarget } from './post-keys';
import { PurgeWorker } from './purge-worker';
import { createPurgeWriter } from './write-purges';

/** The outbox of purges: who writes into it, and who empties it. */
export interface PurgeWebhook {
  /** For every process that writes, whether it also tells or not. */
  readonly writeAnnouncement: AnnouncementWriter;
  /** Begins to tell; gives what ends it. */
  start(database: Database): () => Promise<void>;
}

/** What the webhook is made of beside its target. */
export interface PurgeWebhookParts {
  readonly ids: IdMaker;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The webhook to a CDN. */
export function createPurgeWebhook(
  target: PurgeTarget,
  { logger, ...sources }: PurgeWebhookParts,
): PurgeWebhook {
  const repository = new CdnPurgeRepository();
  return {
    writeAnnouncement: createPurgeWriter(repository, sources),
    start: (database) => {
      const post = createPostKeys(target);
      const worker = new PurgeWorker({ database, repository, post, logger });
      worker.start();
      return () => worker.stop();
    },
  };
}
