import type { Transaction } from '../../platform/database';
import { CommentStatus } from '../decision';
import type { CommentTallyRepository } from './comment-tally.repository';
import type { Comment } from './comment.entity';
import type { CommentRepository } from './comment.repository';

/** A comment whose status a transaction changes. */
export interface StatusChange {
  readonly comment: Pick<Comment, 'articleId' | 'parentId'>;
  /** Null for a comment that is new. */
  readonly from: CommentStatus | null;
  /** Null for a comment that goes. */
  readonly to: CommentStatus | null;
}

/** Keeps the counters of public comments and replies, in the transaction that changes a status. */
export class CommentCounts {
  constructor(
    private readonly comments: CommentRepository,
    private readonly tallies: CommentTallyRepository,
  ) {}

  /**
   * Counts changes in and out.
   *
   * Comments are locked before articles’ counters, each in the order of their ids, wherever both
   * are: so no two transactions wait for each other.
   * Cost: two statements at most, whatever the number of changes.
   */
  async apply(transaction: Transaction, changes: readonly StatusChange[]): Promise<void> {
    const replies = new Map<string, number>();
    const approved = new Map<string, number>();
    const threads = new Map<string, number>();
    for (const { comment, from, to } of changes) {
      const difference = Number(isPublic(to)) - Number(isPublic(from));
      if (difference === 0) continue;
      add(approved, comment.articleId, difference);
      if (comment.parentId === null) add(threads, comment.articleId, difference);
      else add(replies, comment.parentId, difference);
    }
    if (replies.size > 0) await this.comments.addReplyCounts(transaction, sorted(replies));
    if (approved.size === 0) return;
    await this.tallies.add(
      transaction,
      sorted(approved).map(([articleId, approvedCount]) => ({
        articleId,
        approvedCount,
        threadCount: threads.get(articleId) ?? 0,
      })),
    );
  }
}

function isPublic(status: CommentStatus | null): boolean {
  return status === CommentStatus.APPROVED;
}

function add(counts: Map<string, number>, key: string, difference: number): void {
  counts.set(key, (counts.get(key) ?? 0) + difference);
}

function sorted(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}
