import { CommentStatus } from '../../decision';
import { isOpenAt } from '../closing';
import type { ModerationPhase } from '../moderation-phase';

/** Rejects what comes when the article takes no comments, or no longer. */
export const articlePhase: ModerationPhase = {
  name: 'article',
  find: ({ article, rules: { rules }, now }) =>
    isOpenAt(article, rules.closeAfterDays, now)
      ? []
      : [{ verdict: CommentStatus.REJECTED, reason: 'articleClosed' }],
};
