import { foldWithMap, originalRange } from '../../../../lib/text';
import { CommentField, CommentStatus } from '../../comment-enums';
import type { ModerationPhase } from '../moderation-phase';

/** Domains that are written without a scheme; the end of an e-mail address is none. */
const BARE_DOMAIN =
  '(?<![@\\p{L}\\p{N}._-])(?:[\\p{L}\\p{N}-]+\\.)+(?:com|net|org|info|biz|io|me|tv|co|ru|cn|xyz|top|site|online|shop|link|club|live|ly|gl|gg|news)(?![\\p{L}\\p{N}])(?:/\\S*)?';
const LINK = new RegExp(`(?:h[tx]{2}ps?:/{1,2}|www\\.)[^\\s]+|${BARE_DOMAIN}`, 'gu');

/** Holds comments with more links than the rules allow; the first one too many is the place. */
export const linksPhase: ModerationPhase = {
  name: 'links',
  find: ({ submission, rules: { rules } }) => {
    const { maxLinks } = rules;
    if (maxLinks === null || !/[./]/u.test(submission.body.normalize('NFKC'))) return [];
    // The fold takes out what is put inside to hide a link, and knows full-width letters.
    const folded = foldWithMap(submission.body);
    const links = Array.from(folded.folded.matchAll(LINK));
    const excess = links[maxLinks];
    if (excess === undefined) return [];
    const range = originalRange(folded, excess.index, excess.index + excess[0].length);
    return [
      {
        verdict: CommentStatus.PENDING,
        reason: 'tooManyLinks',
        detail: String(maxLinks),
        place: { field: CommentField.BODY, ...range },
      },
    ];
  },
};
