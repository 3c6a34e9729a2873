import { ArticleTally } from './article-tally.entity';
import { Article } from './article.entity';
import { FormerSlug } from './former-slug.entity';

export { type ArticleCriteria, toConditions } from './article-criteria';
export type { ArticleIndexer } from './article-indexer';
export type { ArticleWhole } from './article-whole';
export type { ArticleWriter } from './article-writer.service';
export { Article };
export { SlugTaken } from './article.errors';
export { type ArticleFeature, createArticleFeature } from './article.feature';
export { ArticleFilter } from './article.input';
export { getArticle } from './article.loaders';
export { canSeeArticle } from './article.policy';
export { articleTags } from './article.tags';
export { readCriteria } from './read-criteria';

/** The tables of articles. */
export const articleEntities = [Article, ArticleTally, FormerSlug];
