import { CommentField, CommentStatus } from '../../decision';
import { findLinks } from '../links/find-links';
import type { ModerationPhase } from '../moderation-phase';

/** Holds comments with more links than the rules allow; the first one too many is the place. */
export const linksPhase: ModerationPhase = {
  name: 'links',
  find: ({ submission, rules: { rules } }) => {
    const { maxLinks } = rules;
    if (maxLinks === null) return [];
    let count = 0;
    for (const place of findLinks(submission.body)) {
      count += 1;
      if (count <= maxLinks) continue;
      return [
        {
          verdict: CommentStatus.PENDING,
          reason: 'tooManyLinks',
          detail: String(maxLinks),
          place: { field: CommentField.BODY, ...place },
        },
      ];
    }
    return [];
  },
};
