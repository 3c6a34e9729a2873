import type { Database } from '../../platform/database';
import type { Comment, CommentFeature } from '../comment';
import type { CommenterPrivacy } from '../commenter';

/** Comments looked at in one transaction. */
const batchSize = 500;

/** Keeps every address under the newest key. */
export class RekeyService {
  constructor(
    private readonly database: Database,
    private readonly authors: CommentFeature['authors'],
    private readonly privacy: CommenterPrivacy,
  ) {}

  /**
   * Goes through all comments and seals anew whatever is kept otherwise than the first key would:
   * after that no other key is needed. May be stopped and run again at any time.
   * Shape: how many were sealed anew.
   * Errors: PrivacyKeyMissing for an address whose key is gone.
   */
  async rekey(): Promise<number> {
    let resealedCount = 0;
    let lastId = '';
    for (;;) {
      const comments = await this.authors.listAfter(this.database.primary, lastId, batchSize);
      const last = comments.at(-1);
      if (last === undefined) break;
      lastId = last.id;
      const seals = comments.flatMap((comment) => this.sealAnew(comment));
      if (seals.length === 0) continue;
      resealedCount += await this.database.transaction((transaction) =>
        this.authors.reseal(transaction, seals),
      );
    }
    if (resealedCount > 0) await this.database.scrub();
    return resealedCount;
  }

  private sealAnew({ id, authorEmail: from, emailHash: known }: Comment) {
    if (from === null) return [];
    const email = this.privacy.openEmail(from, id);
    const emailHash = this.privacy.hashEmail(email);
    if (emailHash === known && this.privacy.isCurrent(from)) return [];
    return [{ id, from, to: this.privacy.sealEmail(email, id), emailHash }];
  }
}
