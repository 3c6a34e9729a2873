import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import type { CommentFeature } from '../comment';
import { CommentStatus } from '../decision';

/** Units: milliseconds. */
const dayMs = 86_400_000;
/** Longer than any rule looks back. */
const addressDays = 2;
const batchSize = 500;

/** What one run of the retention job deleted. */
export interface Swept {
  readonly deletedComments: number;
  readonly forgottenAddresses: number;
}

/** What the service needs. */
export interface RetentionDependencies extends Pick<CommentFeature, 'authors' | 'idempotencyKeys'> {
  readonly database: Database;
  readonly clock: Clock;
  /** Null where held comments wait for ever. */
  readonly pendingRetentionDays: number | null;
  /** Null if REJECTED and SPAM comments are never deleted. */
  readonly rejectedRetentionDays: number | null;
}

/** Lets go of what is no longer needed. */
export class RetentionService {
  constructor(private readonly dependencies: RetentionDependencies) {}

  /**
   * Deletes held comments that nobody decided about in time and refused ones after their time,
   * forgets networks after two days, and what gives receipts again after one.
   *
   * A comment that was replied to while it was public stays.
   */
  async sweep(): Promise<Swept> {
    const { database, clock, authors, idempotencyKeys } = this.dependencies;
    const { pendingRetentionDays, rejectedRetentionDays } = this.dependencies;
    const before = daysAgo(clock.now(), addressDays);
    const forgottenAddresses = await database.transaction((transaction) =>
      authors.forgetAddresses(transaction, before),
    );
    const saltsBefore = daysAgo(clock.now(), 1);
    await database.transaction((transaction) =>
      idempotencyKeys.expireSalts(transaction, saltsBefore),
    );
    const deletedComments =
      (await this.deleteOlder([CommentStatus.PENDING], pendingRetentionDays)) +
      (await this.deleteOlder([CommentStatus.REJECTED, CommentStatus.SPAM], rejectedRetentionDays));
    if (deletedComments + forgottenAddresses > 0) await database.scrub();
    return { deletedComments, forgottenAddresses };
  }

  /** Shape: null for no days deletes nothing. */
  private async deleteOlder(
    statuses: readonly CommentStatus[],
    days: number | null,
  ): Promise<number> {
    if (days === null) return 0;
    const before = daysAgo(this.dependencies.clock.now(), days);
    let deletedCount = 0;
    for (const status of statuses) deletedCount += await this.deleteBefore(status, before);
    return deletedCount;
  }

  private async deleteBefore(status: CommentStatus, before: Date): Promise<number> {
    const { database, authors } = this.dependencies;
    let deletedCount = 0;
    for (;;) {
      const count = await database.transaction(async (transaction) => {
        const ids = await authors.listUnanswered(transaction, status, before, batchSize);
        return ids.length === 0 ? 0 : authors.deleteUnanswered(transaction, status, ids);
      });
      if (count === 0) return deletedCount;
      deletedCount += count;
    }
  }
}

function daysAgo(now: Date, days: number): Date {
  return new Date(now.getTime() - days * dayMs);
}
