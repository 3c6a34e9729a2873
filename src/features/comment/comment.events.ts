import { defineEvent } from '../../platform/events';

/** What happened to a public comment. */
export enum CommentChangeKind {
  EDITED = 'EDITED',
  WITHDRAWN = 'WITHDRAWN',
  REMOVED = 'REMOVED',
}

/** Which comment it happened to. */
export type CommentFacts = Readonly<Record<'commentId' | 'articleId', string>>;

/** What happened to it, too. */
export type ChangeFacts = CommentFacts & Readonly<Record<'kind', CommentChangeKind>>;

/** What happens to comments, as it is published with a commit. */
export const commentEvents = {
  /** A comment became public, and so did its place: it is no reply to a hidden one. */
  approved: defineEvent<CommentFacts>('comment.approved'),
  /** A public comment was edited, withdrawn or taken away. */
  changed: defineEvent<ChangeFacts>('comment.changed'),
  /** A comment came to wait for a moderator: it was held, or a reader reported it. */
  queued: defineEvent<CommentFacts>('comment.queued'),
};
