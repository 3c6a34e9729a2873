/** What an answer that holds comments, or the lack of them, is tagged with. */
export const commentTags = {
  /** The comment of an id. */
  comment: (id: string) => `comment:${id}`,
  /** An article's top-level comments, and how many comments it has. */
  ofArticle: (articleId: string) => `comments:${articleId}`,
  /** The replies to a comment. */
  ofParent: (parentId: string) => `replies:${parentId}`,
};
