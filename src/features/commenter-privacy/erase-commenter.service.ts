import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import type { RequestScope } from '../../platform/request';
import type { CommentFeature } from '../comment';
import { normalizeEmail, type CommenterPrivacy } from '../commenter';
import { toDecider } from '../decision';
import type { ReceiptFeature } from '../receipt';
import type { EraseCommenterInput, EraseCommenterPayload } from './erase-commenter.input';

/** What the service needs. */
export interface EraseCommenterDependencies
  extends Pick<CommentFeature, 'authors'>, Pick<ReceiptFeature, 'remover'> {
  readonly database: Database;
  readonly clock: Clock;
  readonly privacy: CommenterPrivacy;
}

/** Erases a person from the comments. */
export class EraseCommenterService {
  constructor(private readonly dependencies: EraseCommenterDependencies) {}

  /**
   * Erases name, address and text of all comments of an e-mail address, from the database's files
   * too; threads stay whole.
   * Shape: nothing found is no error: nothing is left to erase then.
   * Cost: ten statements, whatever the number of comments.
   */
  async erase(scope: RequestScope, { email }: EraseCommenterInput): Promise<EraseCommenterPayload> {
    const { database, authors, privacy, remover, clock } = this.dependencies;
    const hashes = privacy.listEmailHashes(email);
    const erasedComments = await database.transaction(async (transaction) => {
      const comments = await authors.lockByEmail(transaction, hashes, normalizeEmail(email));
      if (comments.length > 0) {
        await remover.remove(transaction, comments, {
          decider: toDecider(scope.viewer),
          now: clock.now(),
          isErasure: true,
        });
      }
      return comments.length;
    });
    if (erasedComments > 0) await database.scrub();
    return { erasedComments, userErrors: [] };
  }
}
