import { includesRole, Role, type Viewer } from '../../platform/request';
import { CommentStatus } from '../decision';
import type { Comment } from './comment.entity';

/** Readers see approved comments; moderators see all. */
export function canSeeComment(viewer: Viewer, comment: Comment): boolean {
  return comment.status === CommentStatus.APPROVED || includesRole(viewer.role, Role.MODERATOR);
}
