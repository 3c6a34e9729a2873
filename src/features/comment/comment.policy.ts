import { includesRole, Role, type Viewer } from '../../platform/request';
import { CommentStatus } from '../decision';
import { Comment } from './comment.entity';

/** A comment that is answered to its author, who showed the receipt. */
export type OwnComment = Comment & { readonly isOwn: true };

/** Readers see approved comments; moderators see all. */
export function canSeeComment(viewer: Viewer, comment: Comment): boolean {
  return comment.status === CommentStatus.APPROVED || includesRole(viewer.role, Role.MODERATOR);
}

/**
 * The comment as it is answered to its author: only then does it show the reason of its status. A
 * copy, since the comment itself may be cached for everybody.
 */
export function markOwn(comment: Comment): OwnComment {
  return Object.assign(new Comment(), comment, { isOwn: true as const });
}

/** Whether a comment is answered to its author. */
export function isOwn(comment: Comment): comment is OwnComment {
  return 'isOwn' in comment;
}
