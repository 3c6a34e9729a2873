import { CommentField, CommentStatus, type Finding } from '../../decision';
import type { ModerationPhase } from '../moderation-phase';

const overrideCharacter = /[\u202D\u202E]/u;
const embeddingCharacter = /[\u202A\u202B]/u;
const isolateCharacter = /[\u2066-\u2068]/u;
/** What `isolateBidi` put around an embedding is not the author's. */
const addedIsolate = /\u2068(?=[\u202A-\u202E])/gu;

/**
 * Holds texts whose bidi controls override the order of letters, or are of several kinds.
 *
 * Source: UAX #9, section 2.2: an override shows another text than the letters spell.
 */
export const bidiPhase: ModerationPhase = {
  name: 'bidi',
  find: ({ submission: { body }, rules: { rules } }) => {
    if (!rules.holdBidiControls) return [];
    const [reason, start] = findControl(body);
    if (reason === null) return [];
    const place = { field: CommentField.BODY, start, end: start + 1 };
    return [{ verdict: CommentStatus.PENDING, reason, place }];
  },
};

function findControl(body: string): [Finding['reason'] | null, number] {
  const override = body.search(overrideCharacter);
  if (override >= 0) return ['bidiOverride', override];
  const embedding = body.search(embeddingCharacter);
  const isMixed = embedding >= 0 && isolateCharacter.test(body.replace(addedIsolate, ''));
  return isMixed ? ['bidiMixed', embedding] : [null, 0];
}
