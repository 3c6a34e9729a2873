import { CommentRevision } from './comment-revision.entity';
import { CommentTally } from './comment-tally.entity';
import { Comment } from './comment.entity';
import { IdempotencyKey } from './idempotency-key.entity';

export { Comment };
export { CommentOrder } from './comment-order';
export { CommentChangeKind, commentEvents } from './comment.events';
export { type CommentFeature, createCommentFeature } from './comment.feature';
export { commentTags } from './comment.tags';
export { commentTopics } from './comment-feed';
export { isOwn, markOwn } from './comment.policy';
export type { PastFacts } from './comment-submission';

/** The tables of comments. */
export const commentEntities = [Comment, CommentTally, CommentRevision, IdempotencyKey];
