import type { Clock } from '../../platform/clock';
import type { Database, Transaction } from '../../platform/database';
import type { RequestScope } from '../../platform/request';
import { type Comment, type CommentFeature, markOwn } from '../comment';
import { hashReceipt } from '../commenter';
import { authorDecider } from '../decision';
import { toUserError } from '../submission';
import type { CommentRemover } from './comment-remover.service';
import type { WithdrawCommentInput, WithdrawCommentPayload } from './receipt.input';

/** What the service needs. */
export interface WithdrawCommentDependencies extends Pick<CommentFeature, 'authors'> {
  readonly database: Database;
  readonly clock: Clock;
  readonly remover: CommentRemover;
}

/** Lets authors take their comments back. */
export class WithdrawCommentService {
  constructor(private readonly dependencies: WithdrawCommentDependencies) {}

  /**
   * Takes a comment back, at any time: name, text and address are gone, from the database's files
   * too, a notice stands in their place, and the replies stay.
   */
  async withdraw(
    scope: RequestScope,
    { receipt }: WithdrawCommentInput,
  ): Promise<WithdrawCommentPayload> {
    scope.cacheDependencies.markPrivate();
    const { database } = this.dependencies;
    const { comment, isRemoved } = await database.transaction(
      (transaction) => this.write(transaction, receipt),
      { signal: scope.signal },
    );
    if (isRemoved) await database.scrub();
    if (comment !== null) return { comment: markOwn(comment), userErrors: [] };
    const userErrors = [toUserError('receiptUnknown', scope.language)];
    return { comment: null, userErrors };
  }

  /** Shape: `isRemoved` is false also where the comment was taken back before. */
  private async write(
    transaction: Transaction,
    receipt: string,
  ): Promise<{ comment: Comment | null; isRemoved: boolean }> {
    const { authors, remover, clock } = this.dependencies;
    const receiptHash = hashReceipt(receipt);
    const comment = await authors.lockByReceipt(transaction, receiptHash);
    if (comment === null || comment.isWithdrawn) return { comment, isRemoved: false };
    await remover.remove(transaction, [comment], {
      decider: authorDecider,
      now: clock.now(),
      isErasure: false,
    });
    return { comment: await authors.findByReceipt(transaction, receiptHash), isRemoved: true };
  }
}
