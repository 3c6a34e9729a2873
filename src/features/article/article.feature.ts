import type { RowCache } from '../../platform/cache';
import type { Database } from '../../platform/database';
import type { ImageFeature } from '../image';
import type { MediaFeature } from '../media';
import type { SectionFeature } from '../section';
import type { TagFeature } from '../tag';
import { ArticleFieldsResolver } from './article-fields.resolver';
import type { ArticleIndexer } from './article-indexer';
import { ArticleLinks } from './article-links';
import { ImageArticleResolver, SectionArticleResolver } from './article-of-parts.resolver';
import { createFileArticlesLoader, createTagArticlesLoader } from './article-pages.loader';
import { ArticleStore } from './article-store';
import { ArticleTagsResolver, TagArticlesResolver } from './article-tags.resolver';
import { ArticleTallyRepository } from './article-tally.repository';
import { createArticleLoaders, type NoteAbsence, type ShowNewest } from './article.loaders';
import { listArticleNodes } from './article.nodes';
import { firstPublicationOf } from './article.policy';
import { ArticleRepository } from './article.repository';
import { ArticleResolver } from './article.resolver';
import { ArticleService } from './article.service';
import { FileArticlesResolver } from './file-articles.resolver';
import { FormerSlugRepository } from './former-slug.repository';
import { PublicationSchedule } from './publication-schedule';

/** What articles are constructed with. */
export interface ArticleDependencies
  extends
    Pick<ImageFeature, 'images' | 'imageLoaders'>,
    Pick<SectionFeature, 'sections' | 'sectionLoaders'>,
    Pick<TagFeature, 'tagReads' | 'tagLoaders' | 'tagAssigner'>,
    Pick<MediaFeature, 'fileUseLoaders'> {
  readonly database: Database;
  readonly rows: RowCache;
  /** Shows editors what they see of an article; saves stand to the right of this feature. */
  readonly showNewest: ShowNewest;
  /** The address of the site that shows the articles. */
  readonly publicUrl: string;
}

/** Constructs the feature of articles; the store waits for the index, which stands to its right. */
export function createArticleFeature(dependencies: ArticleDependencies) {
  const { database, rows, publicUrl, imageLoaders, sectionLoaders, tagLoaders, showNewest } =
    dependencies;
  const articles = new ArticleRepository(database.dialect);
  const schedule = new PublicationSchedule(articles, database);
  const noteAbsence: NoteAbsence = (scope) => schedule.expireAtNext(scope);
  const articleLoaders = createArticleLoaders(articles, rows, showNewest, noteAbsence);
  const tagArticles = createTagArticlesLoader(articles, schedule);
  const fileArticles = createFileArticlesLoader(articles);
  const reads = { articles, schedule, tagArticles, fileArticles, noteAbsence };
  const articleReads = new ArticleService({ ...dependencies, ...reads });
  const links = new ArticleLinks(publicUrl);
  const tallies = new ArticleTallyRepository(database.dialect);
  const formerSlugs = new FormerSlugRepository(database.dialect);
  return {
    articles,
    articleLoaders,
    schedule,
    noteAbsence,
    articleReads,
    links,
    firstPublicationOf,
    formerSlugs,
    nodes: listArticleNodes(articleLoaders, sectionLoaders, imageLoaders),
    resolvers: [
      new ArticleResolver(articleReads, articleLoaders),
      new ArticleFieldsResolver(links, sectionLoaders, imageLoaders),
      new SectionArticleResolver(articleLoaders),
      new ImageArticleResolver(articleLoaders),
      new ArticleTagsResolver(tagLoaders),
      new TagArticlesResolver(articleReads),
      new FileArticlesResolver(articleReads),
    ],
    createStore: (indexer: ArticleIndexer) =>
      new ArticleStore({ ...dependencies, articles, indexer, tallies, formerSlugs }),
  };
}

/** How articles are read, and where they are stored. */
export type ArticleFeature = ReturnType<typeof createArticleFeature>;
