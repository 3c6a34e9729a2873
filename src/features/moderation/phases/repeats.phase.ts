import { CommentStatus } from '../../decision';
import type { ModerationPhase } from '../moderation-phase';
import { isLongEnoughToShare, isSameText, likenessOf, toComparable } from '../text-likeness';

/** Units: milliseconds. */
const hourMs = 3_600_000;

/**
 * Holds a text that the same author sent before, in the same words or nearly. Many readers may share
 * a network, so of its other authors only longer texts are compared: they all may write 'well done'.
 */
export const repeatsPhase: ModerationPhase = {
  name: 'repeats',
  find: ({ submission, author, rules: { rules }, now }) => {
    const { repeats } = rules;
    if (repeats === null || author.isStaff) return [];
    const sinceMs = now.getTime() - repeats.windowHours * hourMs;
    const own = toComparable(submission.body);
    const earlier = author.earlier
      .filter(({ createdAt }) => createdAt.getTime() >= sinceMs)
      .filter(({ isOfSameAuthor }) => isOfSameAuthor || isLongEnoughToShare(own))
      .map(({ body }) => toComparable(body));
    if (earlier.some((text) => isSameText(own, text))) {
      return [{ verdict: CommentStatus.PENDING, reason: 'repeated' }];
    }
    return earlier.some((text) => likenessOf(own, text) >= repeats.likeness)
      ? [{ verdict: CommentStatus.PENDING, reason: 'nearlyRepeated' }]
      : [];
  },
};
