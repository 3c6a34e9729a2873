import { type RequestScope, ViewerResolver } from '../features/access';
import {
  ArticleFieldsResolver,
  ArticleLinks,
  ArticleRepository,
  ArticleResolver,
  ArticleService,
  articleTags,
  ArticleTallyRepository,
  ArticleWriter,
  createArticleLoaders,
  FormerSlugRepository,
  ImageArticleResolver,
  listArticleNodes,
  PublicationSchedule,
  SectionArticleResolver,
} from '../features/article';
import { type CommentFeature, createCommentFeature } from '../features/comment';
import type { CommenterFeature } from '../features/commenter';
import {
  type CommenterPrivacyFeature,
  createCommenterPrivacyFeature,
} from '../features/commenter-privacy';
import { createDecisionFeature } from '../features/decision';
import { createImageLoaders, ImageRepository, ImageResolver } from '../features/image';
import { ImportService } from '../features/import';
import type { ModerationFeature } from '../features/moderation';
import { createReceiptFeature } from '../features/receipt';
import { createReportFeature } from '../features/report';
import { createReviewFeature, type ReviewFeature } from '../features/review';
import { ArticleSearchEdgeResolver, type ReindexService, SearchResolver } from '../features/search';
import {
  createSectionLoaders,
  ImageSectionResolver,
  SectionRepository,
  SectionResolver,
} from '../features/section';
import type { NodeSource } from '../graphql/types';
import type { RowCache } from '../platform/cache';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { IdMaker } from '../platform/ids';
import type { Logger } from '../platform/log';
import { createSearch } from './create-search';

/** What the features stand on. */
export interface Foundations {
  readonly database: Database;
  readonly rows: RowCache;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly logger: Logger;
  readonly publicUrl: string;
  readonly moderation: ModerationFeature;
  readonly commenters: CommenterFeature;
  readonly pendingRetentionDays: number | null;
  readonly rejectedRetentionDays: number | null;
}

/** What the features offer to the outside. */
export interface Features {
  readonly resolvers: readonly object[];
  /** How each type of Node is found by its id. */
  readonly nodes: readonly NodeSource<RequestScope>[];
  readonly articleReads: ArticleService;
  readonly articles: ArticleWriter;
  readonly imports: ImportService;
  readonly reindex: ReindexService;
  readonly comments: CommentFeature;
  readonly reviews: ReviewFeature;
  readonly commenterPrivacy: CommenterPrivacyFeature;
}

/** Constructs every feature, leftmost first. */
export function createFeatures(foundations: Foundations): Features {
  const { database, rows, clock, ids, publicUrl } = foundations;
  const { dialect } = database;
  const images = new ImageRepository(dialect);
  const sections = new SectionRepository(dialect);
  const articles = new ArticleRepository(dialect);

  const tagOfArticle = articleTags.article;
  const imageLoaders = createImageLoaders({ images, rows, tagOfArticle });
  const sectionLoaders = createSectionLoaders({ sections, rows, tagOfArticle });
  const articleLoaders = createArticleLoaders(articles, rows);
  const decisions = createDecisionFeature(dialect);
  const comments = createCommentFeature({
    ...foundations,
    ...foundations.moderation,
    ...decisions,
    ...foundations.commenters,
    articles,
    articleLoaders,
  });
  const judged = {
    ...foundations,
    ...foundations.commenters,
    ...foundations.moderation,
    ...decisions,
    ...comments,
    articles,
    articleLoaders,
  };
  const reports = createReportFeature(judged);
  const reviews = createReviewFeature({ ...judged, ...reports });
  const receipts = createReceiptFeature({ ...judged, ...reports, ...reviews });
  const commenterPrivacy = createCommenterPrivacyFeature({ ...judged, ...receipts });
  const schedule = new PublicationSchedule(articles, database);
  const search = createSearch({
    database,
    articles,
    sections,
    images,
    articleLoaders,
    schedule,
  });
  const writer = new ArticleWriter({
    database,
    clock,
    ids,
    articles,
    sections,
    images,
    indexer: search.indexer,
    tallies: new ArticleTallyRepository(dialect),
    formerSlugs: new FormerSlugRepository(dialect),
  });
  const articleReads = new ArticleService(articles, database, schedule, rows);
  const links = new ArticleLinks(publicUrl);

  return {
    nodes: [...listArticleNodes(articleLoaders, sectionLoaders, imageLoaders), ...comments.nodes],
    resolvers: [
      new ImageResolver(),
      new SectionResolver(sectionLoaders, imageLoaders),
      new ImageSectionResolver(sectionLoaders),
      new ArticleResolver(articleReads, articleLoaders),
      new ArticleFieldsResolver(links, sectionLoaders, imageLoaders),
      new SectionArticleResolver(articleLoaders),
      new ImageArticleResolver(articleLoaders),
      ...comments.resolvers,
      ...reports.resolvers,
      ...reviews.resolvers,
      ...receipts.resolvers,
      ...commenterPrivacy.resolvers,
      new SearchResolver(search.service),
      new ArticleSearchEdgeResolver(sectionLoaders, imageLoaders),
      new ViewerResolver(),
    ],
    articleReads,
    articles: writer,
    imports: new ImportService(writer),
    reindex: search.reindex,
    comments,
    reviews,
    commenterPrivacy,
  };
}
