export type { ArticleDraft, ImageDraft, SectionDraft, WriteOutcome } from './article-draft';
export { ArticleFieldsResolver } from './article-fields.resolver';
export { ArticleLinks } from './article-links';
export { ImageArticleResolver, SectionArticleResolver } from './article-of-parts.resolver';
export { ArticleWriter, type WrittenArticle } from './article-writer.service';
export { Article } from './article.entity';
export { SlugTaken } from './article.errors';
export {
  type ArticleLoaders,
  createArticleLoaders,
  type MakeArticleLoaders,
} from './article.loaders';
export { listArticleNodes } from './article.nodes';
export { canSeeArticle } from './article.policy';
export { ArticleRepository } from './article.repository';
export { ArticleResolver } from './article.resolver';
export { ArticleService } from './article.service';
export { PublicationSchedule } from './publication-schedule';
