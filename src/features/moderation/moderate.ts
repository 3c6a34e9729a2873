import { CommentStatus, type Finding } from '../decision';
import type { ModerationCase, ModerationPhase } from './moderation-phase';

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
export function moderate(subject: ModerationCase, phases: readonly ModerationPhase[]): Judgement {
  const ruleVersion = subject.rules.version;
  const findings = phases.flatMap((phase) =>
    phase.find(subject).map((finding) => ({ ...finding, phase: phase.name, ruleVersion })),
  );
  return { status: strictest(findings.map(({ verdict }) => verdict)), findings };
}

/** The strictest of some verdicts; approved where there is none. */
export function strictest(verdicts: readonly CommentStatus[]): CommentStatus {
  const rank = Math.max(0, ...verdicts.map((verdict) => strictness.indexOf(verdict)));
  return strictness[rank] ?? CommentStatus.PENDING;
}
