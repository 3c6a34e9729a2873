import { CommentField, CommentStatus, type Finding } from '../../decision';
import type { ModerationPhase, PhaseFinding } from '../moderation-phase';
import type { WordMatch, WordMatcher } from '../words/word-matcher';

/** Rejects banned words and holds suspect ones; what may be a form of a banned word only holds. */
export const wordsPhase: ModerationPhase = {
  name: 'words',
  find: ({ submission: { authorName, body }, rules: { banned, suspect } }) => [
    ...findIn(CommentField.AUTHOR_NAME, authorName, banned, toBanned),
    ...findIn(CommentField.BODY, body, banned, toBanned),
    ...findIn(CommentField.AUTHOR_NAME, authorName, suspect, toSuspect),
    ...findIn(CommentField.BODY, body, suspect, toSuspect),
  ],
};

type Meaning = (match: WordMatch) => { verdict: CommentStatus; reason: Finding['reason'] };

const toBanned: Meaning = ({ certainty }) =>
  certainty === 'word'
    ? { verdict: CommentStatus.REJECTED, reason: 'bannedWord' }
    : { verdict: CommentStatus.PENDING, reason: 'bannedStem' };

const toSuspect: Meaning = ({ certainty }) => ({
  verdict: CommentStatus.PENDING,
  reason: certainty === 'word' ? 'suspectWord' : 'suspectStem',
});

function findIn(
  field: CommentField,
  text: string,
  words: WordMatcher,
  meaningOf: Meaning,
): PhaseFinding[] {
  return words.find(text).map((match) => ({
    ...meaningOf(match),
    detail: match.word,
    place: { field, start: match.start, end: match.end },
  }));
}
