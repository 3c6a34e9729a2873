import { foldText } from '../../../lib/text';
import { CommentField, CommentStatus } from '../../decision';
import type { ModerationPhase } from '../moderation-phase';
import { listSkeletons, toReservedName } from '../rules/reserved-names';

/**
 * Holds a reader's name that is the article's byline or the newsroom's own, or looks like it, alone
 * or behind an article or a title.
 */
export const namePhase: ModerationPhase = {
  name: 'name',
  find: ({ submission: { authorName }, article, author, rules }) => {
    if (!rules.rules.holdReservedNames || author.isStaff) return [];
    const skeletons = listSkeletons(authorName);
    const byline = article.byline === null ? [] : [toReservedName(article.byline)];
    const reserved = [...byline, ...rules.reservedNames].find(({ skeleton }) =>
      skeletons.includes(skeleton),
    );
    if (reserved === undefined) return [];
    const isSame = foldText(reserved.name) === foldText(authorName);
    return [
      {
        verdict: CommentStatus.PENDING,
        reason: isSame ? 'nameReserved' : 'nameLooksReserved',
        detail: reserved.name,
        place: { field: CommentField.AUTHOR_NAME, start: 0, end: authorName.length },
      },
    ];
  },
};
