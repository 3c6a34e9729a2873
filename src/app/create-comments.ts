import type { ArticleRepository, MakeArticleLoaders } from '../features/article';
import {
  ArticleCommentsResolver,
  AuthorHistory,
  CommentAdder,
  CommentAuthorRepository,
  CommentChangeRepository,
  CommentCounts,
  CommentFeed,
  CommentFindingRepository,
  CommentLiveResolver,
  CommentPlaces,
  CommentRemover,
  CommentReportRepository,
  CommentRepository,
  CommentResolver,
  CommentRevisionRepository,
  CommentService,
  CommentsOpenResolver,
  CommentsOpenService,
  CommentSubmissionRepository,
  commentTags,
  CommentTallyRepository,
  CommentWriter,
  createCommentLoaders,
  createModerationLoaders,
  EditCommentService,
  EraseCommenterResolver,
  EraseCommenterService,
  ExportCommenterService,
  type ExternalService,
  KeptSubmissions,
  ModerationEventRepository,
  ModerationItemResolver,
  ModerationQueueRepository,
  ModerationQueueService,
  ModerationResolver,
  ModerationService,
  phases,
  ReceiptResolver,
  ReceiptService,
  RekeyService,
  ReplayRepository,
  ReplayResolver,
  ReplayService,
  ReportResolver,
  ReportService,
  RetentionService,
  type RulesSource,
  WithdrawCommentService,
} from '../features/comment';
import { CommenterPrivacy, type KeyRing } from '../features/commenter';
import type { RowCache } from '../platform/cache';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import { Events } from '../platform/events';
import type { IdMaker } from '../platform/ids';
import type { Logger } from '../platform/log';

/** What the outside world is to comments. */
export interface CommentSurroundings {
  readonly rules: RulesSource;
  readonly external: ExternalService;
  readonly keys: KeyRing;
  /** Null where held comments wait for ever. */
  readonly pendingRetentionDays: number | null;
  /** Null where REJECTED and SPAM comments are kept for ever. */
  readonly rejectedRetentionDays: number | null;
}

/** What comments stand on. */
export interface CommentFoundations extends CommentSurroundings {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly logger: Logger;
  readonly articles: ArticleRepository;
  readonly articleLoaders: MakeArticleLoaders;
  readonly rows: RowCache;
}

/** What comments offer to the outside. */
export type CommentFeature = ReturnType<typeof createComments>;

/** Constructs the feature of comments. */
export function createComments(foundations: CommentFoundations) {
  const repositories = createRepositories(foundations);
  const loaders = createCommentLoaders({ ...foundations, ...repositories });
  const shared = { ...foundations, ...repositories, ...createRules(repositories), phases };
  const parts = { ...shared, remover: new CommentRemover(shared) };
  const { database, logger, articles, articleLoaders, authors, privacy, rules } = parts;
  rules.onChange(() => {
    // Cached answers show the comment policy, which the rules decide.
    database
      .transaction((transaction) => {
        transaction.announce([commentTags.rules]);
        return Promise.resolve();
      })
      .catch((error: unknown) => {
        logger.error({ err: error }, 'Answers made of the former moderation rules stay cached');
      });
  });
  const moderationLoaders = createModerationLoaders(parts);
  const keptSubmissions = new KeptSubmissions(parts);
  const writer = new CommentWriter({ ...parts, keptSubmissions });
  const adder = new CommentAdder({ ...parts, writer, keptSubmissions });
  const service = new CommentService({ ...parts, submissions: keptSubmissions, adder, loaders });
  const queue = new ModerationQueueService(parts.queueRows, privacy);
  const replay = new ReplayService(parts.replayRows, articles, phases);
  const resolvers = [
    new CommentResolver(service, loaders),
    new CommentLiveResolver(),
    new ArticleCommentsResolver(loaders, rules),
    new CommentsOpenResolver(new CommentsOpenService(database, articles)),
    new ReportResolver(new ReportService(parts)),
    new ReceiptResolver(
      new ReceiptService(authors, articleLoaders, moderationLoaders),
      new EditCommentService(parts),
      new WithdrawCommentService(parts),
    ),
    new ModerationResolver(queue, new ModerationService(parts)),
    new ModerationItemResolver(moderationLoaders),
    new ReplayResolver(replay),
    new EraseCommenterResolver(new EraseCommenterService(parts)),
  ] as const;
  return {
    service,
    loaders,
    resolvers,
    replay,
    feed: new CommentFeed({ ...parts, events: new Events(database) }),
    exports: new ExportCommenterService(parts),
    rekeying: new RekeyService(database, authors, privacy),
    retention: new RetentionService(parts),
  };
}

function createRepositories({
  database: { dialect },
  articles,
  articleLoaders,
  keys,
}: CommentFoundations) {
  return {
    articles,
    articleLoaders,
    privacy: new CommenterPrivacy(keys),
    comments: new CommentRepository(dialect),
    tallies: new CommentTallyRepository(dialect),
    submissions: new CommentSubmissionRepository(dialect),
    authors: new CommentAuthorRepository(dialect),
    changes: new CommentChangeRepository(dialect),
    findings: new CommentFindingRepository(dialect),
    events: new ModerationEventRepository(dialect),
    reports: new CommentReportRepository(dialect),
    revisions: new CommentRevisionRepository(dialect),
    queueRows: new ModerationQueueRepository(dialect),
    replayRows: new ReplayRepository(dialect),
  };
}

/** What several services share. */
function createRules(repositories: ReturnType<typeof createRepositories>) {
  const { articles, comments, tallies, authors, privacy } = repositories;
  return {
    places: new CommentPlaces(articles, comments),
    counts: new CommentCounts(comments, tallies),
    history: new AuthorHistory(authors, privacy),
  };
}
