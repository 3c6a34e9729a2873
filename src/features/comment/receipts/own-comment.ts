import type { Comment } from '../comment.entity';

/** A comment that is answered to its author, who showed the receipt. */
export type OwnComment = Comment & { readonly isOwn: true };

/** Marks a comment as answered to its author: only then is the reason of its status told. */
export function markOwn(comment: Comment): OwnComment {
  return Object.assign(comment, { isOwn: true as const });
}

/** Whether a comment is answered to its author. */
export function isOwn(comment: Comment): comment is OwnComment {
  return 'isOwn' in comment;
}
