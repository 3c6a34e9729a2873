import { Comment } from './comment.entity';

/** A comment that is answered to its author, who showed the receipt. */
export type OwnComment = Comment & { readonly isOwn: true };

/**
 * The comment as it is answered to its author: only then does it show the reason of its status. A copy,
 * for the comment itself may be anybody's.
 */
export function markOwn(comment: Comment): OwnComment {
  return Object.assign(new Comment(), comment, { isOwn: true as const });
}

/** Whether a comment is answered to its author. */
export function isOwn(comment: Comment): comment is OwnComment {
  return 'isOwn' in comment;
}
