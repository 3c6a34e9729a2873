import { Page, type PageArguments, readPageRequest } from '../../platform/database/paging';
import { CommentOrder } from './comment-enums';
import { type CommentListKey, createListKey } from './comment-list.loader';
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
  const key = toListKey(articleId, page, orderBy);
  const rows = await loaders.threadsByArticleId.load(key);
  return toPage(rows, key, async () => {
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
  const key = toListKey(parent.id, page, orderBy);
  const rows = await loaders.repliesByParentId.load(key);
  return toPage(rows, key, () => parent.replyCount);
}

function toListKey(parentId: string, page: PageArguments, orderBy: CommentOrder): CommentListKey {
  const direction = orderBy === CommentOrder.NEWEST ? 'DESC' : 'ASC';
  return createListKey(parentId, direction, readPageRequest(page, commentIdPrefix));
}

function toPage(
  rows: readonly Comment[],
  { request }: CommentListKey,
  count: () => number | Promise<number>,
): Page<Comment> {
  return Page.of(rows, request, ({ createdAt, id }) => ({ at: createdAt.getTime(), id }), count);
}
