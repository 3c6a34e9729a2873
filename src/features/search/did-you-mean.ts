import {
  dropHamzas,
  editDistance,
  foldText,
  foldWithMapWithoutHamzas,
  originalRange,
} from '../../lib/text';
import { segmentWords } from './analysis/word-segments';
import { holdsDigit, type VocabularyTerm } from './ranking/term-group';

/** A term of the index with a word that an article spells it by. */
export interface Suggestion extends VocabularyTerm {
  readonly word: string;
}

/** A word this short has too many neighbours for a guess. */
const minLength = 3;

/** Longer words may hold a second slip. */
const lengthOfTwoSlips = 6;

/**
 * Chooses the term of the index's vocabulary that somebody most likely meant by a term it lacks.
 *
 * Shape: the nearest by slips of typing, then the commonest, then the first in code point order; null
 * where none is near enough, and for a number, since another number is never meant.
 * Cost: linear in the candidates, each compared letter by letter.
 */
export function closestTerm(term: string, candidates: readonly Suggestion[]): Suggestion | null {
  if (term.length < minLength || holdsDigit(term)) return null;
  const maxSlips = term.length >= lengthOfTwoSlips ? 2 : 1;
  const [best] = candidates
    .map((candidate) => ({ candidate, slips: editDistance(term, candidate.term) }))
    .filter(({ candidate, slips }) => slips <= maxSlips && candidate.articleCount > 0)
    .sort(
      (one, other) =>
        one.slips - other.slips ||
        other.candidate.articleCount - one.candidate.articleCount ||
        (one.candidate.term < other.candidate.term ? -1 : 1),
    );
  return best?.candidate ?? null;
}

/**
 * Whether a word as articles write it may be suggested for a typed word: another word, near it, and
 * no number. Shape: `typed` is folded and without hamzas.
 */
export function mayStandFor(typed: string, written: string): boolean {
  const folded = dropHamzas(foldText(written));
  if (folded === typed || folded.length < minLength || holdsDigit(folded)) return false;
  // Endings and what is written onto a word come on top of the slips within its stem.
  return editDistance(typed, folded) <= Math.max(3, Math.ceil(typed.length / 2));
}

/**
 * Writes a search anew with some of its words replaced; all else stays as it was typed.
 *
 * Shape: `corrections` by folded word, without hamzas; null where none of them is in the text.
 */
export function correctQuery(
  text: string,
  corrections: ReadonlyMap<string, string>,
): string | null {
  const folded = foldWithMapWithoutHamzas(text);
  let corrected = '';
  let copied = 0;
  for (const { word, start, end } of segmentWords(folded.folded)) {
    const correction = corrections.get(word);
    if (correction === undefined) continue;
    const range = originalRange(folded, start, end);
    corrected += text.slice(copied, range.start) + correction;
    copied = range.end;
  }
  return copied === 0 ? null : corrected + text.slice(copied);
}
