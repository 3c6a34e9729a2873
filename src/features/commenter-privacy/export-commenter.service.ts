import type { Database } from '../../platform/database';
import type { Comment, CommentFeature } from '../comment';
import { normalizeEmail, type CommenterPrivacy } from '../commenter';
import type { DecisionFeature } from '../decision';

/** All stored data of one commenter. */
export interface CommenterExport {
  readonly email: string;
  readonly comments: readonly ExportedComment[];
}

/** One comment with its stored data. */
export interface ExportedComment {
  readonly id: string;
  readonly articleId: string;
  readonly parentId: string | null;
  readonly authorName: string;
  readonly authorEmail: string | null;
  readonly body: string;
  readonly status: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly earlierTexts: readonly { readonly body: string; readonly writtenAt: Date }[];
  readonly decisions: readonly { readonly status: string; readonly at: Date }[];
}

/** What the service needs. */
export interface ExportCommenterDependencies
  extends Pick<CommentFeature, 'authors' | 'revisions'>, Pick<DecisionFeature, 'events'> {
  readonly database: Database;
  readonly privacy: CommenterPrivacy;
}

/** Exports the stored data of one person, who has a right to it. */
export class ExportCommenterService {
  constructor(private readonly dependencies: ExportCommenterDependencies) {}

  /** All comments of an address, the oldest first. Cost: three statements. */
  async export(email: string): Promise<CommenterExport> {
    const { database, authors, privacy, revisions, events } = this.dependencies;
    const hashes = privacy.listEmailHashes(email);
    const comments = await database.transaction((transaction) =>
      authors.lockByEmail(transaction, hashes, normalizeEmail(email)),
    );
    const ids = comments.map(({ id }) => id);
    const texts = await revisions.listByCommentIds(database.primary, ids);
    const decisions = await events.listByCommentIds(database.primary, ids);
    return {
      email,
      comments: comments.map((comment) => ({
        ...this.describe(comment),
        earlierTexts: texts
          .filter(({ commentId }) => commentId === comment.id)
          .map(({ body, writtenAt }) => ({ body, writtenAt })),
        decisions: decisions
          .filter(({ commentId }) => commentId === comment.id)
          .map(({ status, decidedAt: at }) => ({ status, at })),
      })),
    };
  }

  private describe(comment: Comment) {
    const { id, articleId, parentId, authorName, body, status, createdAt, editedAt } = comment;
    const { authorEmail: encrypted } = comment;
    const authorEmail =
      encrypted === null ? null : this.dependencies.privacy.decryptEmail(encrypted, id);
    return { id, articleId, parentId, authorName, authorEmail, body, status, createdAt, editedAt };
  }
}
