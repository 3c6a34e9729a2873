import { includesRole, type RequestScope, Role, type Viewer } from '../../platform/request';
import { ArticleStatus } from './article-enums';
import type { Article } from './article.entity';

/** What decides where an article stands. */
export type Standing = Pick<Article, 'storedStatus' | 'publishedAt' | 'unpublishAt'>;

/** Where the article stands at an instant: the clock alone publishes it and takes it off again. */
export function statusAt(article: Standing, now: Date): ArticleStatus {
  switch (article.storedStatus) {
    case 'DRAFT':
      return ArticleStatus.DRAFT;
    case 'ARCHIVED':
      return ArticleStatus.ARCHIVED;
    case 'PUBLISHED':
      if (article.publishedAt !== null && article.publishedAt > now) return ArticleStatus.SCHEDULED;
      if (article.unpublishAt !== null && article.unpublishAt <= now) return ArticleStatus.DRAFT;
      return ArticleStatus.PUBLISHED;
  }
}

/** When readers first saw the article: noted when it was last written, or else by the clock since. */
export function firstPublicationOf(article: Article, now: Date): Date | null {
  const { storedFirstPublishedAt, storedStatus, publishedAt } = article;
  if (storedFirstPublishedAt !== null || storedStatus !== 'PUBLISHED')
    return storedFirstPublishedAt;
  return publishedAt !== null && publishedAt <= now ? publishedAt : null;
}

/** Readers see what is published; editors see everything. */
export function canSeeArticle(viewer: Viewer, article: Article, now: Date): boolean {
  return (
    statusAt(article, now) === ArticleStatus.PUBLISHED || includesRole(viewer.role, Role.EDITOR)
  );
}

/** An answer that looked at an article ends when the clock publishes it. */
export function noteSchedule(scope: RequestScope, article: Article): void {
  if (statusAt(article, scope.now) === ArticleStatus.SCHEDULED) {
    scope.cacheDependencies.expireAt(article.timelineAt);
  }
}
