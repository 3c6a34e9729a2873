import { CommentFinding } from './comment-finding.entity';
import { ModerationEventRow } from './moderation-event.entity';

export { CommentField, CommentStatus } from './comment-enums';
export type { CommentFinding };
export { authorDecider, type Decider, DeciderKind, policyDecider, toDecider } from './decider';
export type { Finding } from './finding';
export type { ModerationEventRow };
export { describeReason, describeToAuthor } from './reasons';
export { createDecisionFeature, type DecisionFeature } from './decision.feature';

/** The tables of findings and decisions. */
export const decisionEntities = [CommentFinding, ModerationEventRow];
