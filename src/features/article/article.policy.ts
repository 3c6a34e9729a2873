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

/** What decides when the clock changes an article. */
export type Plan = Standing & Pick<Article, 'scheduledAt'>;

/**
 * The moment from which on an answer that holds an article is another; null for none. It has passed
 * where a replacement is due, which the job applies within a second: such an answer is not cached.
 */
export function nextMomentOf(article: Plan, now: Date): Date | null {
  const { publishedAt, unpublishAt, scheduledAt } = article;
  const status = statusAt(article, now);
  if (status === ArticleStatus.SCHEDULED) return publishedAt;
  return status === ArticleStatus.PUBLISHED ? earliest(scheduledAt, unpublishAt) : null;
}

/** An answer that looked at an article expires when the clock changes it. */
export function noteSchedule(scope: RequestScope, article: Plan): void {
  const moment = nextMomentOf(article, scope.now);
  if (moment !== null) scope.cacheDependencies.expireAt(moment);
}

function earliest(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
