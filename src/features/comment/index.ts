export { CommentSubmission } from './comment-submission.entity';
export { CommentTally } from './comment-tally.entity';
export { Comment } from './comment.entity';
export { commentEvents } from './comment.events';
export { type CommentFeature, createCommentFeature } from './comment.feature';
export type { PastFacts } from './sent-comment';
export type { ModerationReplay } from './moderation/replay/replay.types';
export { CommentRevision } from './receipts/comment-revision.entity';
export { CommentReportRow } from './reports/comment-report.entity';
