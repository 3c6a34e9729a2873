import { imageTag } from '../image';
import { sectionTag } from '../section';
import type { ArticleAggregate } from './article-aggregate';
import type { Article } from './article.entity';
import { articleTags } from './article.tags';

/** What answers show of an article as it was and as it is; lists too where its place may be another. */
export function listTags(states: readonly ArticleAggregate[], isPlacedAsBefore: boolean): string[] {
  const tags = states.flatMap(({ article, sections, images }) => [
    articleTags.article(article.id),
    articleTags.slug(article.slug),
    ...sections.map(({ id }) => sectionTag(id)),
    ...images.map(({ id }) => imageTag(id)),
  ]);
  return [...new Set(isPlacedAsBefore ? tags : [...tags, articleTags.lists])];
}

/** Whether lists filter and sort an article as before, and the clock changes it at the same moments. */
export function isPlacedAlike(previous: Article, next: Article): boolean {
  return placeOf(previous) === placeOf(next);
}

function placeOf(article: Article): string {
  const { storedStatus, timelineAt, unpublishAt, scheduledAt, isPublic, locale, byline } = article;
  return JSON.stringify([
    ...[storedStatus, timelineAt, unpublishAt, scheduledAt, isPublic],
    locale,
    byline,
  ]);
}
