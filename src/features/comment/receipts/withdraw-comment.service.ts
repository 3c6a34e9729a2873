import type { Clock } from '../../../platform/clock';
import type { Database, Transaction } from '../../../platform/database';
import type { RequestScope } from '../../access';
import type { CommentAuthorRepository } from '../comment-author.repository';
import type { CommentRemover } from '../comment-remover.service';
import { toUserError } from '../comment.messages';
import { decidedByAuthor } from '../moderation/moderation-event.entity';
import { hashReceipt } from './receipt';
import type { WithdrawCommentPayload } from './receipt.input';

/** What the service needs. */
export interface WithdrawCommentParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly authors: CommentAuthorRepository;
  readonly remover: CommentRemover;
}

/** Lets authors take their comments back. */
export class WithdrawCommentService {
  constructor(private readonly parts: WithdrawCommentParts) {}

  /**
   * Takes a comment back, at any time: name, text and address are gone, a notice stands in their
   * place, and the replies stay.
   */
  async withdraw(scope: RequestScope, receipt: string): Promise<WithdrawCommentPayload> {
    scope.footprint.keepPrivate();
    const isFound = await this.parts.database.transaction(
      (transaction) => this.write(transaction, receipt),
      { signal: scope.signal },
    );
    if (isFound) return { withdrawn: true, userErrors: [] };
    const userErrors = [toUserError('receiptUnknown', scope.language, ['receipt'])];
    return { withdrawn: false, userErrors };
  }

  private async write(transaction: Transaction, receipt: string): Promise<boolean> {
    const { authors, remover, clock } = this.parts;
    const comment = await authors.lockByReceipt(transaction, hashReceipt(receipt));
    if (comment === null) return false;
    if (!comment.isWithdrawn) {
      await remover.remove(transaction, [comment], {
        ...{ decidedBy: decidedByAuthor, now: clock.now(), isErasure: false },
      });
    }
    return true;
  }
}
