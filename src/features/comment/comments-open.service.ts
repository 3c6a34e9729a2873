import type { Database } from '../../platform/database';
import type { RequestScope } from '../../platform/request';
import { type Article, type ArticleFeature, articleTags, canSeeArticle } from '../article';
import { toUserError } from '../submission';
import type { SetCommentsOpenInput, SetCommentsOpenPayload } from './comments-open.input';

/** Opens articles for comments, and closes them. */
export class CommentsOpenService {
  constructor(
    private readonly database: Database,
    private readonly articles: ArticleFeature['articles'],
  ) {}

  /**
   * Lets readers comment on an article, or no longer; comments that are there stay.
   * Cost: two statements.
   */
  async setOpen(
    scope: RequestScope,
    { articleId, open }: SetCommentsOpenInput,
  ): Promise<SetCommentsOpenPayload> {
    const article = await this.write(scope, articleId, open);
    if (article !== null) return { article, userErrors: [] };
    const userErrors = [toUserError('articleMissing', scope.language)];
    return { article: null, userErrors };
  }

  private write(scope: RequestScope, articleId: string, isOpen: boolean): Promise<Article | null> {
    return this.database.transaction(
      async (transaction) => {
        const article = await this.articles.lockById(transaction, articleId);
        if (article === null || !canSeeArticle(scope.viewer, article, scope.now)) return null;
        if (article.commentsOpen === isOpen) return article;
        await this.articles.setCommentsOpen(transaction, articleId, isOpen);
        transaction.invalidate([articleTags.article(articleId)]);
        return Object.assign(article, { commentsOpen: isOpen });
      },
      { signal: scope.signal },
    );
  }
}
