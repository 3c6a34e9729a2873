import { CommentStatus } from '../../decision';
import type { ModerationPhase } from '../moderation-phase';

/** Holds by the site's mode: nothing, an author's first comment, or everything. */
export const modePhase: ModerationPhase = {
  name: 'mode',
  find: ({ author, rules: { rules } }) => {
    if (author.isStaff || rules.mode === 'OPEN') return [];
    if (rules.mode === 'ALL_HELD') return [{ verdict: CommentStatus.PENDING, reason: 'allHeld' }];
    return author.isTrusted ? [] : [{ verdict: CommentStatus.PENDING, reason: 'firstHeld' }];
  },
};
