import type { Clock } from '../../../platform/clock';
import type { Database } from '../../../platform/database';
import type { CommentAuthorRepository } from '../comment-author.repository';

/** Units: milliseconds. */
const dayMs = 86_400_000;
/** Longer than any rule looks back. */
const addressDays = 2;
const batchSize = 500;

/** What was let go of. */
export interface Swept {
  readonly deletedComments: number;
  readonly forgottenAddresses: number;
}

/** What the service needs. */
export interface RetentionParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly authors: CommentAuthorRepository;
  /** Null where held comments wait for ever. */
  readonly pendingRetentionDays: number | null;
}

/** Lets go of what is no longer needed. */
export class RetentionService {
  constructor(private readonly parts: RetentionParts) {}

  /**
   * Deletes held comments that nobody decided about in time, and forgets networks after two days.
   *
   * A held comment that was replied to while it was public stays.
   */
  async sweep(): Promise<Swept> {
    const { database, clock, authors, pendingRetentionDays } = this.parts;
    const nowMs = clock.now().getTime();
    const before = new Date(nowMs - addressDays * dayMs);
    const forgottenAddresses = await database.transaction((transaction) =>
      authors.forgetAddresses(transaction, before),
    );
    const deletedComments =
      pendingRetentionDays === null
        ? 0
        : await this.deletePending(new Date(nowMs - pendingRetentionDays * dayMs));
    if (deletedComments + forgottenAddresses > 0) await database.scrub();
    return { deletedComments, forgottenAddresses };
  }

  private async deletePending(before: Date): Promise<number> {
    const { database, authors } = this.parts;
    let deletedCount = 0;
    for (;;) {
      const count = await database.transaction(async (transaction) => {
        const ids = await authors.listUnprocessed(transaction, before, batchSize);
        return ids.length === 0 ? 0 : authors.deleteUnprocessed(transaction, ids);
      });
      if (count === 0) return deletedCount;
      deletedCount += count;
    }
  }
}
