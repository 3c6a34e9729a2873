import { imageTag } from '../image';
import { sectionTag } from '../section';
import type { ArticleWhole } from './article-whole';
import type { Article } from './article.entity';
import { articleTags } from './article.tags';

/** What answers show of an article that was written; lists where its place in one may be another. */
export function listChangedTags(previous: ArticleWhole | null, next: ArticleWhole): string[] {
  const wholes = previous === null ? [next] : [previous, next];
  const tags = wholes.flatMap(({ article, sections, images }) => [
    articleTags.article(article.id),
    articleTags.slug(article.slug),
    ...sections.map(({ id }) => sectionTag(id)),
    ...images.map(({ id }) => imageTag(id)),
  ]);
  const isPlacedAlike = previous !== null && placeOf(previous.article) === placeOf(next.article);
  return [...new Set(isPlacedAlike ? tags : [...tags, articleTags.lists])];
}

/** Everything that lists filter or sort by. */
function placeOf({ storedStatus, timelineAt, locale, byline }: Article): string {
  return JSON.stringify([storedStatus, timelineAt, locale, byline]);
}
