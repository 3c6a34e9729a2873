import { defineEvent } from '../../platform/events';

/** Which comment it happened to. */
export type CommentFacts = Readonly<Record<'commentId' | 'articleId', string>>;

/** A comment became public, and so did its place: it is no reply to a hidden one. */
export const commentApproved = defineEvent<CommentFacts>('comment.approved');

/** A comment came to wait for a moderator: it was held, or a reader reported it. */
export const commentQueued = defineEvent<CommentFacts>('comment.queued');
