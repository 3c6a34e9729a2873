import type { Clock } from '../clock';
import type { InvalidationWriter, Database } from '../database';
import type { IdMaker } from '../ids';
import type { Logger } from '../log';
import { CdnPurgeRepository } from './cdn-purge.repository';
import { createPostKeys, type PurgeTarget } from './post-keys';
import { PurgeWorker } from './purge-worker';
import { createPurgeWriter } from './write-purges';

/** The outbox of purges: its writer, and the worker that empties it. */
export interface PurgeWebhook {
  /** Writes a commit's purges into the outbox; every process that writes needs it. */
  readonly writeInvalidation: InvalidationWriter;
  /** Starts the worker. Returns a function that stops it. */
  start(database: Database): () => Promise<void>;
}

/** Dependencies of the webhook. */
export interface PurgeWebhookDependencies {
  readonly ids: IdMaker;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The webhook that purges a CDN. */
export function createPurgeWebhook(
  target: PurgeTarget,
  { logger, ...sources }: PurgeWebhookDependencies,
): PurgeWebhook {
  const repository = new CdnPurgeRepository();
  return {
    writeInvalidation: createPurgeWriter(repository, sources),
    start: (database) => {
      const post = createPostKeys(target);
      const worker = new PurgeWorker({ database, repository, post, logger });
      worker.start();
      return () => worker.stop();
    },
  };
}
