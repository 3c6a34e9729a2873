import { type AccessFeature, accessEntities } from '../features/access';
import { articleEntities, articleTags, createArticleFeature } from '../features/article';
import { commentEntities, createCommentFeature } from '../features/comment';
import type { CommenterFeature } from '../features/commenter';
import { createCommenterPrivacyFeature } from '../features/commenter-privacy';
import { createDecisionFeature, decisionEntities } from '../features/decision';
import { createImageFeature, imageEntities } from '../features/image';
import { ImportService, PagePictures } from '../features/import';
import { createMediaFeature, mediaEntities } from '../features/media';
import type { ModerationFeature } from '../features/moderation';
import { createPreviewFeature, previewEntities } from '../features/preview';
import { createReceiptFeature } from '../features/receipt';
import { createReportFeature, reportEntities } from '../features/report';
import { createReviewFeature } from '../features/review';
import { createRevisionFeature, revisionEntities } from '../features/revision';
import { createSearchFeature } from '../features/search';
import { createSectionFeature, sectionEntities } from '../features/section';
import { createStructuredDataFeature } from '../features/structured-data';
import { createTagFeature, tagEntities } from '../features/tag';
import type { RowCache } from '../platform/cache';
import type { Clock, StartTimer } from '../platform/clock';
import type { Database } from '../platform/database';
import type { NodeSource } from '../platform/graphql';
import type { IdMaker } from '../platform/ids';
import type { Logger } from '../platform/log';
import { CdnPurge } from '../platform/purge-webhook';
import type { RequestScope } from '../platform/request';

/** Every table's class, for TypeORM. */
export const entities = [
  ...accessEntities,
  ...mediaEntities,
  ...tagEntities,
  ...articleEntities,
  ...revisionEntities,
  ...previewEntities,
  ...sectionEntities,
  ...imageEntities,
  ...commentEntities,
  ...decisionEntities,
  ...reportEntities,
  CdnPurge,
];

/** What the features are constructed with. */
export interface FeatureDependencies {
  readonly database: Database;
  readonly rows: RowCache;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly logger: Logger;
  readonly startTimer: StartTimer;
  readonly publicUrl: string;
  readonly previewUrl: string;
  readonly filesUrl: string;
  readonly filesDir: string;
  readonly pictureWorkerCount: number;
  readonly slowAvifMs?: number | undefined;
  readonly access: AccessFeature;
  readonly commenters: CommenterFeature;
  readonly moderation: ModerationFeature;
  readonly pendingRetentionDays: number | null;
  readonly rejectedRetentionDays: number | null;
}

/** What the features offer to the servers and to commands. */
export type Features = ReturnType<typeof createFeatures>;

/** Constructs every feature, leftmost first. */
export function createFeatures(dependencies: FeatureDependencies) {
  const { database, rows, access, commenters, moderation } = dependencies;
  const { dialect } = database;
  const tagOfArticle = articleTags.article;
  const media = createMediaFeature({
    ...dependencies,
    tagOfArticle,
    workerCount: dependencies.pictureWorkerCount,
  });
  const tags = createTagFeature({
    ...dependencies,
    tagOfArticle,
    // The articles, which know what is planned, stand to the right of tags.
    findNext: (now) => articles.schedule.findNext(now),
  });
  const images = createImageFeature({ dialect, rows, tagOfArticle, ...media });
  const sections = createSectionFeature({ dialect, rows, tagOfArticle, ...images });
  const articles = createArticleFeature({
    ...dependencies,
    ...media,
    ...tags,
    ...images,
    ...sections,
    showNewest: (scope, article) => revisions.revisionReads.showNewest(scope, article),
  });
  const decisions = createDecisionFeature(dialect);
  const left = { ...dependencies, ...articles, ...commenters, ...decisions, ...moderation };
  const comments = createCommentFeature(left);
  const structuredData = createStructuredDataFeature({
    ...tags,
    ...media,
    ...images,
    ...articles,
    ...comments,
  });
  const reports = createReportFeature({ ...left, ...comments });
  const reviews = createReviewFeature({ ...left, ...comments, ...reports });
  const receipts = createReceiptFeature({ ...left, ...comments, ...reports, ...reviews });
  const commenterPrivacy = createCommenterPrivacyFeature({ ...left, ...comments, ...receipts });
  const search = createSearchFeature({ database, ...tags, ...images, ...sections, ...articles });
  const store = articles.createStore(search.indexer);
  const revisions = createRevisionFeature({
    ...dependencies,
    ...tags,
    ...media,
    ...images,
    ...sections,
    ...articles,
    store,
  });
  const previews = createPreviewFeature({ ...dependencies, ...articles, ...revisions });
  const all = [
    access,
    tags,
    media,
    images,
    sections,
    articles,
    comments,
    structuredData,
    reports,
    reviews,
    receipts,
  ];
  return {
    nodes: [...tags.nodes, ...media.nodes, ...articles.nodes, ...comments.nodes].map(
      (source): NodeSource<RequestScope> => ({
        idPrefix: source.idPrefix,
        // What is hidden and what is not there look alike: both answers hold for the same time.
        load: async (scope, id) => {
          const found = await source.load(scope, id);
          if (found === null) await articles.noteAbsence(scope);
          return found;
        },
      }),
    ),
    resolvers: [...all, commenterPrivacy, search, revisions, previews].flatMap<object>(
      ({ resolvers }) => resolvers,
    ),
    articleReads: articles.articleReads,
    publisher: revisions.publisher,
    publications: revisions.job,
    articles: revisions.writer,
    tagAssigner: tags.tagAssigner,
    imports: new ImportService(revisions.writer, new PagePictures(media.intake)),
    reindex: search.reindex,
    comments,
    reviews,
    commenterPrivacy,
    media,
    moderationRules: moderation.rules,
  };
}
