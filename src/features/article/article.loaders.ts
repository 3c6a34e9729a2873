import DataLoader from 'dataloader';
import { matchByKey } from '../../lib/batch';
import type { RowCache } from '../../platform/cache';
import { includesRole, type RequestScope, Role } from '../../platform/request';
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

/**
 * An article as its editors see it: a scheduled one as its newest save says.
 * Cost: nothing for an article without such a save; one statement for all of a request.
 */
export type ShowNewest = (scope: RequestScope, article: Article) => Promise<Article>;

/** Lets an answer that lacks an article, absent or hidden, expire when the clock next publishes one. */
export type NoteAbsence = (scope: RequestScope) => Promise<void>;

/**
 * The article if the viewer may see it, with when that changes; else null, as if there were
 * none: the caller then notes the absence.
 */
export function seeArticle(scope: RequestScope, article: Article | null): Article | null {
  if (article === null) return null;
  const { cacheDependencies } = scope;
  const tag = articleTags.article(article.id);
  cacheDependencies.dependOnHidden(tag);
  if (!canSeeArticle(scope.viewer, article, scope.now)) return null;
  cacheDependencies.dependOn(tag);
  noteSchedule(scope, article);
  return article;
}

/** Articles as their viewer sees them: readers as they are stored, editors as the newest saves say. */
export async function showAll<Seen extends Article | null>(
  scope: RequestScope,
  articles: readonly Seen[],
  showNewest: ShowNewest,
): Promise<readonly (Seen | Article)[]> {
  if (!includesRole(scope.viewer.role, Role.EDITOR)) return articles;
  return Promise.all(
    articles.map(async (article) => (article === null ? article : showNewest(scope, article))),
  );
}

/** Loaders over the repository and the cached rows. */
export function createArticleLoaders(
  repository: ArticleRepository,
  rows: RowCache,
  showNewest: ShowNewest,
  noteAbsence: NoteAbsence,
): MakeArticleLoaders {
  const byId = rows.namespace<Article | null>('article', (id) => [articleTags.article(id)]);
  return (scope) => ({
    articleById: new DataLoader(async (ids) => {
      // No header names a hidden article, unless the caller sent its id.
      for (const id of ids) scope.cacheDependencies.dependOnHidden(articleTags.article(id));
      const articles = await byId.read(scope, ids, async (missing) =>
        matchByKey(missing, await repository.findByIds(scope.reads, missing), ({ id }) => id),
      );
      const seen = articles.map((article) => seeArticle(scope, article));
      if (seen.includes(null)) await noteAbsence(scope);
      return showAll(scope, seen, showNewest);
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
