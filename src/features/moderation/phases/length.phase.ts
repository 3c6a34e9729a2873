import { countGraphemes } from '../../../lib/text';
import { CommentStatus } from '../../decision';
import type { ModerationPhase, PhaseFinding } from '../moderation-phase';

/** Holds comments that are shorter or longer than the site's usual. */
export const lengthPhase: ModerationPhase = {
  name: 'length',
  find: ({ submission, rules: { rules } }) => {
    const { minBodyLength, maxBodyLength } = rules;
    if (minBodyLength === null && maxBodyLength === null) return [];
    const length = countGraphemes(submission.body);
    const findings: PhaseFinding[] = [];
    if (minBodyLength !== null && length < minBodyLength) {
      findings.push(hold('tooShort', minBodyLength));
    }
    if (maxBodyLength !== null && length > maxBodyLength) {
      findings.push(hold('tooLong', maxBodyLength));
    }
    return findings;
  },
};

function hold(reason: 'tooShort' | 'tooLong', limit: number): PhaseFinding {
  return { verdict: CommentStatus.PENDING, reason, detail: String(limit) };
}
