export { type ArticleCriteria, toConditions } from './article-criteria';
export type { ArticleDraft, ImageDraft, SectionDraft, WriteOutcome } from './article-draft';
export { ArticleFieldsResolver } from './article-fields.resolver';
export type { ArticleIndexer } from './article-indexer';
export { ArticleLinks } from './article-links';
export { ImageArticleResolver, SectionArticleResolver } from './article-of-parts.resolver';
export type { ArticleWhole } from './article-whole';
export { ArticleWriter, type WrittenArticle } from './article-writer.service';
export { ArticleTally } from './article-tally.entity';
export { ArticleTallyRepository } from './article-tally.repository';
export { Article } from './article.entity';
export { SlugTaken } from './article.errors';
export { ArticleFilter } from './article.input';
export {
  type ArticleLoaders,
  createArticleLoaders,
  type MakeArticleLoaders,
  getArticle,
} from './article.loaders';
export { listArticleNodes } from './article.nodes';
export { canSeeArticle } from './article.policy';
export { ArticleRepository } from './article.repository';
export { ArticleResolver } from './article.resolver';
export { ArticleService } from './article.service';
export { articleTags } from './article.tags';
export { FormerSlug } from './former-slug.entity';
export { FormerSlugRepository } from './former-slug.repository';
export { PublicationSchedule } from './publication-schedule';
export type { QuietSpan } from './quiet-span';
export { readCriteria } from './read-criteria';
