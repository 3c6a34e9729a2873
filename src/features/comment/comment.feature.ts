import type { RowCache } from '../../platform/cache';
import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import { Events } from '../../platform/events';
import type { IdMaker } from '../../platform/ids';
import type { Logger } from '../../platform/log';
import type { ArticleFeature } from '../article';
import type { CommenterFeature } from '../commenter';
import type { DecisionFeature } from '../decision';
import type { ModerationFeature } from '../moderation';
import { ArticleCommentsResolver } from './article-comments.resolver';
import { CommentAuthorRepository } from './comment-author.repository';
import { CommentChangeRepository } from './comment-change.repository';
import { CommentCounts } from './comment-counts.service';
import { CommentFeed } from './comment-feed';
import { CommentJudge } from './comment-judge';
import { CommentLiveResolver } from './comment-live.resolver';
import { CommentPlaces } from './comment-place';
import { CommentRevisionRepository } from './comment-revision.repository';
import { CommentTallyRepository } from './comment-tally.repository';
import { CommentWriter } from './comment-writer.service';
import { createCommentLoaders } from './comment.loaders';
import { listCommentNodes } from './comment.nodes';
import { CommentRepository } from './comment.repository';
import { CommentResolver } from './comment.resolver';
import { CommentService } from './comment.service';
import { commentTags } from './comment.tags';
import { CommentsOpenResolver } from './comments-open.resolver';
import { CommentsOpenService } from './comments-open.service';
import { IdempotencyKeyRepository } from './idempotency-key.repository';
import { IdempotencyService } from './idempotency.service';

/** What comments are constructed with. */
export interface CommentDependencies
  extends DecisionFeature, ModerationFeature, Pick<CommenterFeature, 'privacy'> {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly logger: Logger;
  readonly articles: ArticleFeature['articles'];
  readonly articleLoaders: ArticleFeature['articleLoaders'];
  readonly rows: RowCache;
}

/** What comments offer to the outside. */
export type CommentFeature = ReturnType<typeof createCommentFeature>;

/** Constructs the feature of comments. */
export function createCommentFeature(dependencies: CommentDependencies) {
  const repositories = createRepositories(dependencies);
  const loaders = createCommentLoaders({ ...dependencies, ...repositories });
  const shared = { ...repositories, ...createRules(dependencies, repositories) };
  const all = { ...dependencies, ...shared };
  const { database, articles, articleLoaders, rules } = dependencies;
  invalidateOnChange(dependencies);
  const idempotency = new IdempotencyService(all);
  const writer = new CommentWriter({ ...all, idempotency, judge: new CommentJudge(all) });
  const service = new CommentService({ ...all, idempotency, writer, loaders });
  const resolvers = [
    new CommentResolver(service, loaders, rules),
    new CommentLiveResolver(),
    new ArticleCommentsResolver(loaders, rules),
    new CommentsOpenResolver(new CommentsOpenService(database, articles)),
  ] as const;
  return {
    service,
    commentLoaders: loaders,
    resolvers,
    nodes: listCommentNodes(loaders, articleLoaders),
    feed: new CommentFeed({ ...all, events: new Events(database) }),
    ...shared,
  };
}

/** Cached answers show the comment policy, which the rules decide. */
function invalidateOnChange({ rules, database, logger }: CommentDependencies): void {
  rules.onChange(() => {
    database
      .transaction((transaction) => {
        transaction.invalidate([commentTags.rules]);
        return Promise.resolve();
      })
      .catch((error: unknown) => {
        logger.error({ err: error }, 'Answers made of the former moderation rules stay cached');
      });
  });
}

function createRepositories({ database: { dialect } }: CommentDependencies) {
  return {
    comments: new CommentRepository(dialect),
    tallies: new CommentTallyRepository(dialect),
    idempotencyKeys: new IdempotencyKeyRepository(dialect),
    authors: new CommentAuthorRepository(dialect),
    changes: new CommentChangeRepository(dialect),
    revisions: new CommentRevisionRepository(dialect),
  };
}

/** What several services share. */
function createRules(
  { articles }: CommentDependencies,
  { comments, tallies }: ReturnType<typeof createRepositories>,
) {
  return {
    places: new CommentPlaces(articles, comments),
    counts: new CommentCounts(comments, tallies),
  };
}
