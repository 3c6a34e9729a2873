import { includesRole, type RequestScope, Role, type Viewer } from '../../platform/request';
import { ArticleStatus } from './article-enums';
import type { Article } from './article.entity';

/** Where the article stands at an instant: a scheduled one is published by the clock alone. */
export function statusAt(article: Article, now: Date): ArticleStatus {
  switch (article.storedStatus) {
    case 'DRAFT':
      return ArticleStatus.DRAFT;
    case 'ARCHIVED':
      return ArticleStatus.ARCHIVED;
    case 'PUBLISHED':
      return article.timelineAt > now ? ArticleStatus.SCHEDULED : ArticleStatus.PUBLISHED;
  }
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
