import { ArticleTally } from './article-tally.entity';
import { Article } from './article.entity';
import { FormerSlug } from './former-slug.entity';

export type { ArticleAggregate } from './article-aggregate';
export { type ArticleCriteria, toConditions } from './article-criteria';
export { ArticleStatus } from './article-enums';
export { Article };
export { SlugTaken } from './article.errors';
export { type ArticleFeature, createArticleFeature } from './article.feature';
export { ArticleFilter } from './article.input';
export { getArticle } from './article.loaders';
export { canSeeArticle, statusAt } from './article.policy';
export { articleTags } from './article.tags';
export { readCriteria } from './read-criteria';

/** The tables of articles. */
export const articleEntities = [Article, ArticleTally, FormerSlug];
