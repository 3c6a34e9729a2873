import type { Clock } from '../clock';
import type { InvalidationWriter } from '../database';
import { isEvent } from '../events';
import type { IdMaker } from '../ids';
import { CdnPurge } from './cdn-purge.entity';
import type { CdnPurgeRepository } from './cdn-purge.repository';
import { listPurgedKeys } from './surrogate-keys';

/**
 * Writes the purges of a change in its own transaction, so that neither is lost without the other.
 * Cost: one statement a change; none where no answer can hold what changed.
 */
export function createPurgeWriter(
  repository: CdnPurgeRepository,
  { ids, clock }: { readonly ids: IdMaker; readonly clock: Clock },
): InvalidationWriter {
  return async (transaction, all) => {
    const tags = all.filter((tag) => !isEvent(tag));
    if (tags.length === 0) return;
    const purge = Object.assign(new CdnPurge(), {
      id: ids.make('purge', clock.now()),
      surrogateKeys: [...new Set(tags.flatMap(listPurgedKeys))],
    });
    await repository.save(transaction, purge);
  };
}
