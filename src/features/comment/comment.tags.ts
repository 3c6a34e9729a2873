import type { Comment } from './comment.entity';

/** What an answer that holds comments, or the lack of them, is tagged with. */
export const commentTags = {
  /** The comment of an id. */
  comment: (id: string) => `comment:${id}`,
  /** An article's top-level comments, and how many comments it has. */
  ofArticle: (articleId: string) => `comments:${articleId}`,
  /** The replies to a comment. */
  ofParent: (parentId: string) => `replies:${parentId}`,
  /** The rules that an article's comment form tells of. */
  rules: 'comment-rules',
  /** What answers show of a comment: its list, its article's count, and its parent's count. */
  ofShown: listShownTags,
};

function listShownTags(
  { id, articleId }: Pick<Comment, 'id' | 'articleId'>,
  parent: Pick<Comment, 'id' | 'parentId'> | null,
): string[] {
  const own = [commentTags.comment(id), commentTags.ofArticle(articleId)];
  if (parent === null) return own;
  const ofParent = [commentTags.comment(parent.id), commentTags.ofParent(parent.id)];
  // The parent stands with its count in a list too: of its own parent, or of the article.
  const ofList = parent.parentId === null ? [] : [commentTags.ofParent(parent.parentId)];
  return [...own, ...ofParent, ...ofList];
}
