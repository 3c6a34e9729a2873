import { CommentStatus } from '../../decision';
import type { ModerationPhase } from '../moderation-phase';

/** Takes over what the external service found; its approval outweighs no other phase. */
export const externalPhase: ModerationPhase = {
  name: 'external',
  find: ({ webhookAnswer: answer, rules: { rules } }) => {
    if (answer === null) return [];
    if (answer === 'unanswered') {
      return rules.external?.whenUnanswered === 'PASS'
        ? []
        : [{ verdict: CommentStatus.PENDING, reason: 'externalUnanswered' }];
    }
    if (answer.verdict === CommentStatus.APPROVED) return [];
    const detail = answer.reason ?? answer.verdict;
    return [{ verdict: answer.verdict, reason: 'externalVerdict', detail }];
  },
};
