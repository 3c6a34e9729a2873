import DataLoader from 'dataloader';
import { matchByKey } from '../../lib/batch';
import type { RequestScope } from '../access';
import type { Article } from './article.entity';
import { ArticleNotFound } from './article.errors';
import { canSeeArticle, noteSchedule } from './article.policy';
import type { ArticleRepository } from './article.repository';
import { articleTags } from './article.tags';

/** Articles by key, batched within one request. */
export interface ArticleLoaders {
  /** Null also where the viewer may not see it, so that hidden and absent look alike. */
  readonly articleById: DataLoader<string, Article | null>;
}

/** Makes the loaders of one request. */
export type MakeArticleLoaders = (scope: RequestScope) => ArticleLoaders;

/** Loaders over the repository. */
export function createArticleLoaders(repository: ArticleRepository): MakeArticleLoaders {
  return (scope) => ({
    articleById: new DataLoader(async (ids) => {
      for (const id of ids) scope.footprint.touch(articleTags.article(id));
      const articles = await repository.findByIds(scope.reads, ids);
      for (const article of articles) noteSchedule(scope, article);
      const visible = articles.filter((article) => canSeeArticle(scope.viewer, article, scope.now));
      return matchByKey(ids, visible, (article) => article.id);
    }),
  });
}

/** The article that an object belongs to. Errors: ArticleNotFound where the viewer may not see it. */
export async function getArticle(
  { articleById }: Pick<ArticleLoaders, 'articleById'>,
  articleId: string,
): Promise<Article> {
  const article = await articleById.load(articleId);
  if (article === null) throw new ArticleNotFound(articleId);
  return article;
}
