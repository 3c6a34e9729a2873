import type { Dialect } from '../../platform/database';
import { CommentFindingRepository } from './comment-finding.repository';
import { ModerationEventRepository } from './moderation-event.repository';

/** Constructs what keeps findings and decisions. */
export function createDecisionFeature(dialect: Dialect) {
  return {
    findings: new CommentFindingRepository(dialect),
    events: new ModerationEventRepository(dialect),
  };
}

/** What was found in comments and who decided about them. */
export type DecisionFeature = ReturnType<typeof createDecisionFeature>;
