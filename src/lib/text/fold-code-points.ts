import { arabicVariants } from './arabic-letters';
import { toStreamSafe } from './marks';

/**
 * Joins characters that have no meaning of their own in a comparison: format controls (bidi
 * marks, joiners, the byte order mark), default ignorables, tatweel, the Quranic signs that are
 * not combining marks, and the presentation forms of a haraka that stands alone or on a tatweel.
 *
 * Source: UAX #44 `Default_Ignorable_Code_Point` and `General_Category=Cf`; The Unicode Standard,
 * chapter 9.2 (Arabic: tatweel, Quranic annotation signs) and chapter 23.2 (layout controls).
 */
const ignored =
  '\\p{Cf}\\p{DI}\\u0640\\u06DE\\u06E5\\u06E6\\u06E9\\u08C9\\uFC5E-\\uFC63\\uFCF2-\\uFCF4\\uFE70-\\uFE7F';

/**
 * Characters outside `\p{M}` that may join the character before them under NFKC: Thai and Lao
 * vowel am, conjoining, compatibility and half-width jamo, half-width voicing marks.
 *
 * Source: UAX #15 section 9 (`NFKC_Quick_Check`); The Unicode Standard, chapter 3.12 (Hangul).
 */
const joining =
  '\\u0E33\\u0EB3\\u1161-\\u1175\\u11A8-\\u11C2\\u3133\\u3135\\u3136\\u313A-\\u313F\\u314F-\\u3163' +
  '\\uFF9E\\uFF9F\\uFFA3\\uFFA5\\uFFA6\\uFFAA-\\uFFAF\\uFFC2-\\uFFDC';

const ignoredCharacters = new RegExp(`[${ignored}]+`, 'gu');

/** Matches a character that is folded together with the character before it. */
export const continuesRun = new RegExp(`[\\p{M}${ignored}${joining}]`, 'u');

/** More than any language puts on a letter; normalizing takes the square of a run's length. */
const maxContinuations = 63;

/** Matches one whole run: any code point and what is folded together with it, as far as a limit. */
export const foldedRun = new RegExp(`[^][\\p{M}${ignored}${joining}]{0,${maxContinuations}}`, 'uy');

/**
 * Marks that are spelling aids rather than letters: those of Latin, Greek, Cyrillic, Hebrew,
 * Arabic and Syriac and those that any script may borrow. Kana voicing marks and the Arabic madda
 * and hamzas stay until the characters are composed; Indic, Thai and other vowel signs always stay.
 *
 * Source: UAX #24 (`Script=Inherited`); The Unicode Standard, chapters 7.9, 9.1 and 9.2.
 */
const optionalMarks = new RegExp(
  '(?![\\u3099\\u309A\\u0653-\\u0655])(?=[\\p{Mn}\\p{Me}])' +
    '[\\p{sc=Inherited}\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}\\p{sc=Hebrew}\\p{sc=Arabic}\\p{sc=Syriac}]',
  'gu',
);

const arabicMaddaAndHamzas = /[\u0653-\u0655]/gu;
const decimalDigit = /\p{Nd}/gu;

/** Letters of other scripts than Arabic that are one letter to a reader who searches. */
const otherLetters: Readonly<Record<string, string>> = {
  // The Unicode Standard, chapter 7.1: Latin letters whose stroke or ligature has no decomposition.
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
};
const letters: ReadonlyMap<string, string> = new Map([
  ...arabicVariants,
  ...Object.entries(otherLetters),
]);
const foldedLetter = new RegExp(`[${[...letters.keys()].join('')}]`, 'gu');

/** The steps repeat until nothing changes; no assigned character needs more than three. */
const maxSteps = 8;

/**
 * Folds one run, as {@link foldedRun} cuts them, by the Unicode properties of its characters.
 *
 * Shape: any text; what the fold ignores altogether gives an empty text.
 * Source: UAX #15 (NFKC), The Unicode Standard chapter 3.13 (caseless matching), 9.2 (Arabic).
 */
export function foldRun(run: string): string {
  let folded = run;
  for (let step = 0; step < maxSteps; step += 1) {
    const next = foldOnce(folded);
    if (next === folded) return next;
    folded = next;
  }
  return folded;
}

/**
 * Takes away what does not make another word: marks, tatweel, invisible characters, compatibility
 * forms and case. Hamzas, ة and the letters of other keyboards stay as they are.
 *
 * Shape: any text.
 * Cost: linear.
 */
export function foldSpelling(text: string): string {
  return foldForms(toStreamSafe(text.replace(ignoredCharacters, ''))).replace(
    decimalDigit,
    toAsciiDigit,
  );
}

function foldForms(text: string): string {
  return text
    .normalize('NFKD')
    .replace(optionalMarks, '')
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase();
}

function foldOnce(text: string): string {
  return foldForms(text.replace(ignoredCharacters, ''))
    .replace(foldedLetter, (letter) => letters.get(letter) ?? letter)
    .replace(arabicMaddaAndHamzas, '')
    .replace(decimalDigit, toAsciiDigit);
}

/** Unicode keeps the decimal digits in unbroken rows of ten from zero to nine (chapter 4.6). */
function toAsciiDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let digitsBefore = 0;
  while (isDecimalDigit(codePoint - digitsBefore - 1)) digitsBefore += 1;
  return String(digitsBefore % 10);
}

function isDecimalDigit(codePoint: number): boolean {
  return codePoint >= 0 && /^\p{Nd}$/u.test(String.fromCodePoint(codePoint));
}
