import type { Database } from '../../platform/database';
import type { RequestScope } from '../../platform/request';
import type { MediaFeature } from '../media';
import type { ArticleEdits, Guard } from './article-edits';
import type { ArticleStore } from './article-store';
import type { DeleteArticlePayload } from './edit-payloads';

/** What deleting needs. */
export interface ArticleDeletionDependencies extends Pick<MediaFeature, 'uses'> {
  readonly database: Database;
  readonly store: ArticleStore;
  readonly edits: ArticleEdits;
}

/** Deletes articles for good: for what the law wants gone. */
export class ArticleDeletionService {
  constructor(private readonly dependencies: ArticleDeletionDependencies) {}

  /** Deletes an article with its revisions, comments and reports, from the database's files too. */
  async delete(scope: RequestScope, guard: Guard): Promise<DeleteArticlePayload> {
    const { database, edits, store, uses } = this.dependencies;
    const { userErrors, conflict } = await edits.edit(scope, guard, async (current) => {
      await uses.setUses(current.transaction, current.article.id, []);
      await store.remove(current.transaction, current.article);
      return { removed: true };
    });
    const isDeleted = userErrors.length === 0;
    if (isDeleted) await database.scrub();
    return { deletedId: isDeleted ? guard.id : null, userErrors, conflict };
  }
}
