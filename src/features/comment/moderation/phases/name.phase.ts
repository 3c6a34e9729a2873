import { foldText, nameSkeleton } from '../../../../lib/text';
import { CommentField, CommentStatus } from '../../comment-enums';
import type { ModerationPhase } from '../moderation-phase';
import { toReservedName } from '../rules/compile-rules';

/** Holds a reader's name that is the article's byline or the newsroom's own, or looks like it. */
export const namePhase: ModerationPhase = {
  name: 'name',
  find: ({ submission: { authorName }, article, author, rules }) => {
    if (!rules.rules.holdReservedNames || author.isStaff) return [];
    const skeleton = nameSkeleton(authorName);
    const byline = article.byline === null ? [] : [toReservedName(article.byline)];
    const reserved = [...byline, ...rules.reservedNames].find(
      // A name of symbols alone has nothing left to look like.
      (name) => skeleton !== '' && name.skeleton === skeleton,
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
