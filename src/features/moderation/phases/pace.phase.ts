import { CommentStatus } from '../../decision';
import type { ModerationPhase } from '../moderation-phase';

/** Holds what one address sends too fast, and what nobody can tell the pace of. */
export const pacePhase: ModerationPhase = {
  name: 'pace',
  find: ({ author, rules: { rules }, now }) => {
    const { pace } = rules;
    if (pace === null || author.isStaff) return [];
    if (!author.isAddressKnown) {
      return [{ verdict: CommentStatus.PENDING, reason: 'paceUnknown' }];
    }
    const sinceMs = now.getTime() - pace.windowSeconds * 1_000;
    const { length } = author.earlier.filter(
      ({ isFromSameAddress, createdAt }) => isFromSameAddress && createdAt.getTime() > sinceMs,
    );
    return length >= pace.maxComments
      ? [{ verdict: CommentStatus.PENDING, reason: 'tooFast' }]
      : [];
  },
};
