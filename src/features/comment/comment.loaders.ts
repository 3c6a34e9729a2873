import DataLoader from 'dataloader';
import { matchByKey } from '../../lib/batch';
import type { RowCache } from '../../platform/cache';
import { includesRole, type RequestScope, Role } from '../../platform/request';
import type { Article, ArticleFeature } from '../article';
import { type CommentListKey, createListLoader, parentOfKey } from './comment-list.loader';
import type { CommentTally } from './comment-tally.entity';
import type { CommentTallyRepository } from './comment-tally.repository';
import type { Comment } from './comment.entity';
import { canSeeComment } from './comment.policy';
import type { CommentRepository } from './comment.repository';
import { commentTags } from './comment.tags';

/** Comments by key, batched within one request. */
export interface CommentLoaders {
  /** Null also where the viewer may not see it, so that hidden and absent look alike. */
  readonly commentById: DataLoader<string, Comment | null>;
  /** Rows as the index is read, one too many where another page follows. */
  readonly threadsByArticleId: DataLoader<CommentListKey, readonly Comment[], string>;
  /** Rows as the index is read, one too many where another page follows. */
  readonly repliesByParentId: DataLoader<CommentListKey, readonly Comment[], string>;
  /** Null for an article that never had a public comment. */
  readonly tallyByArticleId: DataLoader<string, CommentTally | null>;
  /** The article of a comment that is seen: moderators decide about comments on hidden ones too. */
  readonly articleById: DataLoader<string, Article | null>;
}

/** Makes the loaders of one request. */
export type MakeCommentLoaders = (scope: RequestScope) => CommentLoaders;

/** What the loaders read. */
export interface CommentLoaderDependencies {
  readonly comments: CommentRepository;
  readonly tallies: CommentTallyRepository;
  readonly articles: ArticleFeature['articles'];
  readonly articleLoaders: ArticleFeature['articleLoaders'];
  readonly rows: RowCache;
}

/** Loaders over the repositories and the cached rows. */
export function createCommentLoaders({
  comments,
  tallies,
  articles,
  articleLoaders,
  rows,
}: CommentLoaderDependencies): MakeCommentLoaders {
  const byId = rows.namespace<Comment | null>('comment', (id) => [commentTags.comment(id)]);
  const tallyOf = rows.namespace<CommentTally | null>('tally', (id) => [commentTags.ofArticle(id)]);
  const threads = rows.namespace<readonly Comment[]>('threads', (key) => [
    commentTags.ofArticle(parentOfKey(key)),
  ]);
  const replies = rows.namespace<readonly Comment[]>('replies', (key) => [
    commentTags.ofParent(parentOfKey(key)),
  ]);
  return (scope) => ({
    articleById: includesRole(scope.viewer.role, Role.MODERATOR)
      ? new DataLoader(async (ids) =>
          matchByKey(ids, await articles.findByIds(scope.reads, ids), ({ id }) => id),
        )
      : scope.once(articleLoaders).articleById,
    commentById: new DataLoader(async (ids) => {
      for (const id of ids) scope.cacheDependencies.dependOn(commentTags.comment(id));
      const found = await byId.read(scope, ids, async (missing) =>
        matchByKey(missing, await comments.findByIds(scope.reads, missing), ({ id }) => id),
      );
      return found.map((comment) =>
        comment !== null && canSeeComment(scope.viewer, comment) ? comment : null,
      );
    }),
    threadsByArticleId: createListLoader({
      scope,
      namespace: threads,
      tagOf: commentTags.ofArticle,
      read: (articleIds, ...page) => comments.listByArticleIds(scope.reads, articleIds, ...page),
      parentOf: (comment) => comment.articleId,
    }),
    repliesByParentId: createListLoader({
      scope,
      namespace: replies,
      tagOf: commentTags.ofParent,
      read: (parentIds, ...page) => comments.listByParentIds(scope.reads, parentIds, ...page),
      parentOf: (comment) => comment.parentId,
    }),
    tallyByArticleId: new DataLoader(async (articleIds) => {
      for (const id of articleIds) scope.cacheDependencies.dependOn(commentTags.ofArticle(id));
      return tallyOf.read(scope, articleIds, async (missing) =>
        matchByKey(
          missing,
          await tallies.findByArticleIds(scope.reads, missing),
          (tally) => tally.articleId,
        ),
      );
    }),
  });
}
