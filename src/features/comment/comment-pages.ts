import {
  type Edge,
  Page,
  type PageArguments,
  type PagedList,
  type Position,
  readPageRequest,
  writeCursor,
} from '../../platform/database/paging';
import { type CommentListKey, createListKey } from './comment-list.loader';
import { CommentOrder } from './comment-order';
import type { Comment } from './comment.entity';
import type { CommentLoaders } from './comment.loaders';

/** The type's name in ids of comments. */
export const commentIdPrefix = 'comment';

/** A page of an article's top-level comments. Errors: BadUserInput for page arguments. */
export async function readThreadPage(
  loaders: CommentLoaders,
  articleId: string,
  page: PageArguments,
  orderBy: CommentOrder,
): Promise<Page<Comment>> {
  const threads = threadsOf(articleId, orderBy);
  const key = toListKey(articleId, page, orderBy, threads.name);
  const rows = await loaders.threadsByArticleId.load(key);
  return Page.of(rows, threads, key.request, async () => {
    const tally = await loaders.tallyByArticleId.load(articleId);
    return tally?.threadCount ?? 0;
  });
}

/** A page of a comment's replies. Errors: BadUserInput for page arguments. */
export async function readReplyPage(
  loaders: CommentLoaders,
  parent: Comment,
  page: PageArguments,
  orderBy: CommentOrder,
): Promise<Page<Comment>> {
  const replies = repliesTo(parent.id, orderBy);
  const key = toListKey(parent.id, page, orderBy, replies.name);
  const rows = await loaders.repliesByParentId.load(key);
  return Page.of(rows, replies, key.request, () => parent.replyCount);
}

/** An article's top-level comments in one order. */
export function threadsOf(articleId: string, orderBy: CommentOrder): PagedList<Comment> {
  return { name: `comments of ${articleId}, ${orderBy}`, positionOf };
}

/** A comment's replies in one order. */
export function repliesTo(commentId: string, orderBy: CommentOrder): PagedList<Comment> {
  return { name: `replies to ${commentId}, ${orderBy}`, positionOf };
}

/** A comment with its place in the list that readers see it in, oldest first. */
export function toEdge(comment: Comment): Edge<Comment> {
  const { articleId, parentId } = comment;
  const oldest = CommentOrder.OLDEST;
  const list = parentId === null ? threadsOf(articleId, oldest) : repliesTo(parentId, oldest);
  return { node: comment, cursor: writeCursor(positionOf(comment), list.name) };
}

function positionOf({ createdAt, id }: Comment): Position {
  return { at: createdAt.getTime(), id };
}

function toListKey(
  parentId: string,
  page: PageArguments,
  orderBy: CommentOrder,
  listName: string,
): CommentListKey {
  const direction = orderBy === CommentOrder.NEWEST ? 'DESC' : 'ASC';
  return createListKey(parentId, direction, readPageRequest(page, listName));
}
