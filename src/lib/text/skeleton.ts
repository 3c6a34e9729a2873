import unhomoglyph from 'unhomoglyph';
import { foldText } from './fold';
import { dropHamzas } from './fold-loosely';
import { replaceLookAlikeSymbols } from './look-alikes';
import { toStreamSafe } from './marks';

const notArabic = /[^\p{sc=Arab}\p{M}]+/gu;
const invisible = /[\p{Cf}\p{DI}\u0640]/gu;
const neitherLetterNorDigit = /[^\p{L}\p{N}\p{M}]/gu;

/** Digits that are read as letters where they stand beside some: 'R3uter5'. */
const digitsInWords = /(?<=[a-z])[3457]+|[3457]+(?=[a-z])/gu;
const lettersOfDigits = new Map([
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['7', 't'],
]);

/** What the table sees as one only in capitals or only in lower case, and every reader sees as one. */
const uprightStroke = /[i1|]/gu;

/**
 * Reduces a name to what a reader sees at a glance: two names with the same skeleton look alike,
 * whatever letters of whatever script they are written with.
 *
 * Shape: any text; for comparison only, never shown. Case, marks, hamzas, spaces and punctuation do
 * not count either, so that 'Аl-Jаzееrа' with Cyrillic letters meets 'AL JAZEERA'.
 * Cost: linear.
 * Source: UTS #39 section 4 (`skeleton`) with its `confusables.txt`, as the package unhomoglyph
 * ships it.
 */
export function nameSkeleton(text: string): string {
  // The compatibility form knows no small capitals, and makes words of some symbols.
  const lettered = replaceLookAlikeSymbols(toStreamSafe(text));
  const visible = toStreamSafe(lettered.normalize('NFKC').replace(invisible, ''));
  // Capitals look like other letters than their small ones do: Cyrillic 'Н' is an H, 'н' is none.
  const capitalsSeen = visible.replace(notArabic, (run) => unhomoglyph(run.normalize('NFD')));
  // The table tells Arabic letters apart by marks that the fold would take away, so it comes after.
  const folded = unhomoglyph(dropHamzas(foldText(capitalsSeen)));
  return folded
    .toLowerCase()
    .replace(digitsInWords, (digits) => Array.from(digits, lookAlikeOfDigit).join(''))
    .replace(neitherLetterNorDigit, '')
    .replace(uprightStroke, 'l')
    .replaceAll('0', 'o');
}

function lookAlikeOfDigit(digit: string): string {
  return lettersOfDigits.get(digit) ?? digit;
}
