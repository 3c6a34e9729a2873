export { CommentField, CommentStatus } from './comment-enums';
export { CommentFinding } from './comment-finding.entity';
export { CommentFindingRepository } from './comment-finding.repository';
export { authorDecider, type Decider, DeciderKind, policyDecider, toDecider } from './decider';
export type { Finding } from './finding';
export { ModerationEventRow } from './moderation-event.entity';
export { ModerationEventRepository } from './moderation-event.repository';
export { describeReason, describeToAuthor, type ReasonCode } from './reasons';
export { createDecisionFeature, type DecisionFeature } from './decision.feature';
