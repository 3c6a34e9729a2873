import { CommentStatus } from '../comment-enums';
import type { Finding, ModerationPhase, Submission } from './moderation-phase';

/** All findings, and the status that they come to. */
export interface Judgement {
  readonly status: CommentStatus;
  readonly findings: readonly Finding[];
}

/** From the mildest to the strictest. */
const strictness = [
  CommentStatus.APPROVED,
  CommentStatus.PENDING,
  CommentStatus.REJECTED,
  CommentStatus.SPAM,
];

/** Lets every phase look, whatever the others found; the strictest verdict is the status. */
export function moderate(submission: Submission, phases: readonly ModerationPhase[]): Judgement {
  const findings = phases.flatMap((phase) => phase.find(submission));
  const rank = Math.max(0, ...findings.map(({ verdict }) => strictness.indexOf(verdict)));
  return { status: strictness[rank] ?? CommentStatus.PENDING, findings };
}
