import { arabicLookalikes, foldText, isLookAlikeSymbol, lookAlikeOf } from '../../../lib/text';

const letterPattern = /\p{L}/u;
const latin = /\p{sc=Latin}/u;
const arabic = /\p{sc=Arab}/u;
const asciiLetter = /[a-z]/iu;
const asciiLetters = /^[a-z]+$/u;
const plain = /^[\p{ASCII}\p{P}\p{Z}\p{M}\p{Cf}\u0621-\u064A\u0660-\u0669]*$/u;
const digitAmongLetters = /[a-z@$][\p{N}@$]|[\p{N}@$][a-z]/iu;

/**
 * Whether a text is written, in part, with characters that look like others: letters of several
 * scripts in one word, symbols and digits for letters, small capitals, or Arabic letters of other
 * alphabets.
 *
 * Shape: `whole` is the text around a part: a word in letters that all look like Latin ones is no
 * disguise where others of its script stand around it.
 */
export function isDisguised(part: string, whole?: string): boolean {
  if (plain.test(part)) return digitAmongLetters.test(part);
  const letters = Array.from(part).filter((character) => letterPattern.test(character));
  if (Array.from(part).some(isLookAlikeSymbol)) return true;
  if (letters.some((letter) => arabicLookalikes.has(letter))) return true;
  if (letters.some(isDrawnLatin)) return true;
  const foreign = letters.filter((letter) => !latin.test(letter) && !arabic.test(letter));
  if (foreign.length === 0) return digitAmongLetters.test(part);
  if (whole === undefined || foreign.length < letters.length) return true;
  return Array.from(whole).every(looksLatin);
}

/** A letter of phonetic and African alphabets that looks like a plain one and is no form of it: ɑ, ɩ. */
function isDrawnLatin(letter: string): boolean {
  if (!latin.test(letter)) return false;
  const folded = foldText(letter);
  return !asciiLetters.test(folded) && asciiLetters.test(lookAlikeOf(folded, letter));
}

function looksLatin(character: string): boolean {
  if (!letterPattern.test(character) || latin.test(character) || arabic.test(character))
    return true;
  return asciiLetter.test(lookAlikeOf(character.toLowerCase(), character));
}
