import { createConnectionTypes } from '../../platform/graphql';
import { Comment } from './comment.entity';

/** `CommentEdge` and `CommentConnection`. */
export const commentConnectionTypes = createConnectionTypes('Comment', Comment, 'comments');
