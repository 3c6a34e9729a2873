import type { Clock } from '../../platform/clock';
import type { AnnouncementWriter } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import { listPurgedKeys } from '../response-cache';
import { CdnPurge } from './cdn-purge.entity';
import type { CdnPurgeRepository } from './cdn-purge.repository';

/**
 * Writes down with each change what a CDN must purge, so that neither can be lost without the other.
 * Cost: one statement a change.
 */
export function createPurgeWriter(
  repository: CdnPurgeRepository,
  { ids, clock }: { readonly ids: IdMaker; readonly clock: Clock },
): AnnouncementWriter {
  return (transaction, tags) =>
    repository.save(
      transaction,
      Object.assign(new CdnPurge(), {
        id: ids.make('purge', clock.now()),
        surrogateKeys: [...new Set(tags.flatMap(listPurgedKeys))],
      }),
    );
}
