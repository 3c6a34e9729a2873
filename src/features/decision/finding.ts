import type { CommentField, CommentStatus } from './comment-enums';
import type { ReasonCode } from './reasons';

/** A place in one of a comment's texts. Units: UTF-16 code units, half-open. */
export interface FindingPlace {
  readonly field: CommentField;
  readonly start: number;
  readonly end: number;
}

/** What a phase holds against a comment. */
export interface Finding {
  /** The phase's name. */
  readonly phase: string;
  readonly verdict: CommentStatus;
  readonly reason: ReasonCode;
  /** What the reason is about, such as the listed word. */
  readonly detail?: string;
  readonly place?: FindingPlace;
  readonly ruleVersion: string;
}
