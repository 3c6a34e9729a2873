import type { CommentStatus } from '../comment-enums';

/** A comment before anything is decided about it; its texts are checked and normalized. */
export interface Submission {
  readonly articleId: string;
  readonly parentId: string | null;
  readonly authorName: string;
  readonly authorEmail: string;
  readonly body: string;
}

/** What a phase holds against a comment. */
export interface Finding {
  /** The phase's name. */
  readonly phase: string;
  readonly verdict: CommentStatus;
  readonly reason: string;
}

/** One rule of moderation: pure but for what it is handed; an empty list where nothing is wrong. */
export interface ModerationPhase {
  readonly name: string;
  find(submission: Submission): readonly Finding[];
}
