import { arabicLookalikes, isLookAlikeSymbol, lookAlikeOf } from '../../../lib/text';

const LETTER = /\p{L}/u;
const LATIN = /\p{sc=Latin}/u;
const ARABIC = /\p{sc=Arab}/u;
const ASCII_LETTER = /[a-z]/iu;
const PLAIN = /^[\p{ASCII}\p{P}\p{Z}\p{M}\p{Cf}\u0621-\u064A\u0660-\u0669]*$/u;
const DIGIT_AMONG_LETTERS = /[a-z@$][0-9@$]|[0-9@$][a-z]/iu;

/**
 * Whether a text is written, in part, with characters that look like others: letters of several
 * scripts in one word, symbols and digits for letters, small capitals, or Arabic letters of other
 * alphabets.
 *
 * Shape: `whole` is the text around a part: a word in letters that all look like Latin ones is no
 * disguise where others of its script stand around it.
 */
export function isDisguised(part: string, whole?: string): boolean {
  if (PLAIN.test(part)) return DIGIT_AMONG_LETTERS.test(part);
  const letters = Array.from(part).filter((character) => LETTER.test(character));
  if (Array.from(part).some(isLookAlikeSymbol)) return true;
  if (letters.some((letter) => arabicLookalikes.has(letter))) return true;
  const foreign = letters.filter((letter) => !LATIN.test(letter) && !ARABIC.test(letter));
  if (foreign.length === 0) return DIGIT_AMONG_LETTERS.test(part);
  if (whole === undefined || foreign.length < letters.length) return true;
  return Array.from(whole).every(looksLatin);
}

function looksLatin(character: string): boolean {
  if (!LETTER.test(character) || LATIN.test(character) || ARABIC.test(character)) return true;
  return ASCII_LETTER.test(lookAlikeOf(character.toLowerCase()));
}
