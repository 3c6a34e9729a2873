import DataLoader from 'dataloader';
import { groupByKey, matchByKey } from '../../lib/batch';
import type { PageRequest, SortDirection } from '../../platform/database/paging';
import { includesRole, type RequestScope, Role } from '../access';
import type { Article, ArticleRepository, MakeArticleLoaders } from '../article';
import type { CommentTally } from './comment-tally.entity';
import type { CommentTallyRepository } from './comment-tally.repository';
import type { Comment } from './comment.entity';
import { canSeeComment } from './comment.policy';
import type { CommentRepository } from './comment.repository';
import { commentTags } from './comment.tags';

/** One parent's page of a list; equal requests of many parents are read by one statement. */
export interface CommentListKey {
  readonly parentId: string;
  readonly direction: SortDirection;
  readonly request: PageRequest;
}

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

type ReadList = (
  parentIds: readonly string[],
  direction: SortDirection,
  request: PageRequest,
) => Promise<Comment[]>;

/** What the loaders read. */
export interface CommentLoaderParts {
  readonly comments: CommentRepository;
  readonly tallies: CommentTallyRepository;
  readonly articles: ArticleRepository;
  readonly articleLoaders: MakeArticleLoaders;
}

/** Loaders over the repositories. */
export function createCommentLoaders({
  comments,
  tallies,
  articles,
  articleLoaders,
}: CommentLoaderParts): MakeCommentLoaders {
  return (scope) => ({
    articleById: includesRole(scope.viewer.role, Role.MODERATOR)
      ? new DataLoader(async (ids) =>
          matchByKey(ids, await articles.findByIds(scope.reads, ids), ({ id }) => id),
        )
      : scope.once(articleLoaders).articleById,
    commentById: new DataLoader(async (ids) => {
      for (const id of ids) scope.footprint.touch(commentTags.comment(id));
      const found = await comments.findByIds(scope.reads, ids);
      const visible = found.filter((comment) => canSeeComment(scope.viewer, comment));
      return matchByKey(ids, visible, (comment) => comment.id);
    }),
    threadsByArticleId: createListLoader(
      (articleIds, ...page) => {
        for (const id of articleIds) scope.footprint.touch(commentTags.ofArticle(id));
        return comments.listByArticleIds(scope.reads, articleIds, ...page);
      },
      (comment) => comment.articleId,
    ),
    repliesByParentId: createListLoader(
      (parentIds, ...page) => {
        for (const id of parentIds) scope.footprint.touch(commentTags.ofParent(id));
        return comments.listByParentIds(scope.reads, parentIds, ...page);
      },
      (comment) => comment.parentId,
    ),
    tallyByArticleId: new DataLoader(async (articleIds) => {
      for (const id of articleIds) scope.footprint.touch(commentTags.ofArticle(id));
      return matchByKey(
        articleIds,
        await tallies.findByArticleIds(scope.reads, articleIds),
        (tally) => tally.articleId,
      );
    }),
  });
}

/** Keys that ask for the same page of different parents share a statement. */
function createListLoader(
  read: ReadList,
  parentOf: (comment: Comment) => string | null,
): DataLoader<CommentListKey, readonly Comment[], string> {
  return new DataLoader(
    async (keys) => {
      const answers = new Map<string, readonly Comment[]>();
      await Promise.all(
        groupAlike(keys).map(async ({ parentIds, direction, request }) => {
          const rows = await read(parentIds, direction, request);
          groupByKey(parentIds, rows, parentOf).forEach((group, index) => {
            const parentId = parentIds[index] ?? '';
            answers.set(writeListKey({ parentId, direction, request }), group);
          });
        }),
      );
      return keys.map((key) => answers.get(writeListKey(key)) ?? []);
    },
    { cacheKeyFn: writeListKey },
  );
}

function groupAlike(keys: readonly CommentListKey[]) {
  const groups = new Map<string, Omit<CommentListKey, 'parentId'> & { parentIds: string[] }>();
  for (const key of keys) {
    const pageKey = writePageKey(key);
    const group = groups.get(pageKey);
    if (group !== undefined) group.parentIds.push(key.parentId);
    else groups.set(pageKey, { ...key, parentIds: [key.parentId] });
  }
  return [...groups.values()];
}

function writePageKey({ direction, request }: CommentListKey): string {
  return JSON.stringify([direction, request]);
}

function writeListKey(key: CommentListKey): string {
  return `${key.parentId} ${writePageKey(key)}`;
}
