import type { RowCache } from '../../platform/cache';
import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import type { ImageFeature } from '../image';
import type { SectionFeature } from '../section';
import { ArticleFieldsResolver } from './article-fields.resolver';
import type { ArticleIndexer } from './article-indexer';
import { ArticleLinks } from './article-links';
import { ImageArticleResolver, SectionArticleResolver } from './article-of-parts.resolver';
import { ArticlePlaces } from './article-places';
import { ArticlePublisher } from './article-publisher.service';
import { ArticleTallyRepository } from './article-tally.repository';
import { ArticleWriter } from './article-writer.service';
import { createArticleLoaders } from './article.loaders';
import { listArticleNodes } from './article.nodes';
import { ArticleRepository } from './article.repository';
import { ArticleResolver } from './article.resolver';
import { ArticleService } from './article.service';
import { FormerSlugRepository } from './former-slug.repository';
import { PublicationSchedule } from './publication-schedule';

/** What articles are constructed with. */
export interface ArticleDependencies
  extends
    Pick<ImageFeature, 'images' | 'imageLoaders'>,
    Pick<SectionFeature, 'sections' | 'sectionLoaders'> {
  readonly database: Database;
  readonly rows: RowCache;
  readonly clock: Clock;
  readonly ids: IdMaker;
  /** The address of the site that shows the articles. */
  readonly publicUrl: string;
}

/** Constructs the feature of articles; the writer waits for the index, which stands to its right. */
export function createArticleFeature(dependencies: ArticleDependencies) {
  const { database, rows, publicUrl, imageLoaders, sectionLoaders } = dependencies;
  const articles = new ArticleRepository(database.dialect);
  const articleLoaders = createArticleLoaders(articles, rows);
  const schedule = new PublicationSchedule(articles, database);
  const articleReads = new ArticleService(articles, database, schedule, rows);
  const links = new ArticleLinks(publicUrl);
  const tallies = new ArticleTallyRepository(database.dialect);
  const formerSlugs = new FormerSlugRepository(database.dialect);
  const places = new ArticlePlaces({ ...dependencies, articles, formerSlugs });
  return {
    articles,
    articleLoaders,
    schedule,
    articleReads,
    publisher: new ArticlePublisher({ ...dependencies, articles, tallies, places }),
    nodes: listArticleNodes(articleLoaders, sectionLoaders, imageLoaders),
    resolvers: [
      new ArticleResolver(articleReads, articleLoaders),
      new ArticleFieldsResolver(links, sectionLoaders, imageLoaders),
      new SectionArticleResolver(articleLoaders),
      new ImageArticleResolver(articleLoaders),
    ],
    createWriter: (indexer: ArticleIndexer) =>
      new ArticleWriter({
        ...dependencies,
        articles,
        indexer,
        tallies,
        formerSlugs,
        places,
      }),
  };
}

/** How articles are read, and what writes them. */
export type ArticleFeature = ReturnType<typeof createArticleFeature>;
