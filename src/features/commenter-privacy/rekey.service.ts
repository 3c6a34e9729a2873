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
   * Goes through all comments and encrypts again what is not encrypted with the first key:
   * after that no other key is needed. May be stopped and run again at any time.
   * Shape: how many were encrypted again.
   * Errors: PrivacyKeyMissing for an address whose key is gone.
   */
  async rekey(): Promise<number> {
    let reencryptedCount = 0;
    let lastId = '';
    for (;;) {
      const comments = await this.authors.listAfter(this.database.primary, lastId, batchSize);
      const last = comments.at(-1);
      if (last === undefined) break;
      lastId = last.id;
      const emails = comments.flatMap((comment) => this.reencrypt(comment));
      if (emails.length === 0) continue;
      reencryptedCount += await this.database.transaction((transaction) =>
        this.authors.reencrypt(transaction, emails),
      );
    }
    if (reencryptedCount > 0) await this.database.scrub();
    return reencryptedCount;
  }

  private reencrypt({ id, authorEmail: from, emailHash: known }: Comment) {
    if (from === null) return [];
    const email = this.privacy.decryptEmail(from, id);
    const emailHash = this.privacy.hashEmail(email);
    if (emailHash === known && this.privacy.isCurrent(from)) return [];
    return [{ id, from, to: this.privacy.encryptEmail(email, id), emailHash }];
  }
}
