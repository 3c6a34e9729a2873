import { countWords } from '../../../lib/text';
import { phraseOf, phraseSet } from './word-tokens';

/** The longest caption, in words; the source article's longest has 18. */
const CAPTION_MAX_WORDS = 45;

/** The longest credit, in words: a photographer, a pool and an agency fit. */
const CREDIT_MAX_WORDS = 8;

const OPENING = '([（［';
const CLOSING = ')]）］';
const LETTER = /\p{L}/u;
/** At most so many invisible marks stand after a bracket. */
const TRAILING_MARKS = /[\p{Cf}\s]{1,8}$/u;
const SENTENCE_END = /\p{Sentence_Terminal}$|[!?\u061F]/u;
const LOWER_CASE_ONLY = /^(?=.*\p{Ll})\P{Lu}*$/su;

/** What a credit may be without a capital letter. */
const LOWER_CASE_CREDITS = phraseSet(
  ...['file', 'file photo', 'file image', 'archive', 'archive photo', 'handout', 'supplied'],
  ...['courtesy', 'social media', 'screengrab', 'illustration', 'photo', 'image'],
  ...['afp', 'ap', 'dpa', 'epa', 'getty images', 'reuters', 'xinhua'],
);

/** Remarks about the piece, which headlines and headings put into brackets. */
const REMARKS = phraseSet(
  ...['فيديو', 'بالفيديو', 'صور', 'بالصور', 'فيديو وصور', 'تحليل', 'رأي', 'تحديث', 'شاهد'],
  ...['video', 'photos', 'analysis', 'opinion', 'update', 'updated', 'watch', 'exclusive'],
);

/** A caption and the credit that it ends in, without the brackets. */
export interface Caption {
  readonly caption: string;
  readonly credit: string;
}

/**
 * Reads a line that ends in its credit in brackets.
 *
 * Shape: null for any other line. Nothing may stand after the bracket: '… (حماس).' ends a sentence.
 * A full stop inside the bracket ends one too, and a bracket further in is part of the text.
 */
export function readCaption(text: string): Caption | null {
  const line = text.replace(TRAILING_MARKS, '');
  const start = startOfLastBracket(line);
  if (start <= 0) return null;
  const caption = line.slice(0, start).trim();
  const credit = line.slice(start + 1, -1).trim();
  return isCredit(credit) && isCaptionText(caption) ? { caption, credit } : null;
}

/** Finds the bracket that the line's last one closes; -1 where the line ends in none. */
function startOfLastBracket(line: string): number {
  let depth = 0;
  for (let index = line.length - 1; index >= 0; index -= 1) {
    if (CLOSING.includes(line.charAt(index))) depth += 1;
    else if (OPENING.includes(line.charAt(index))) depth -= 1;
    if (depth <= 0) return index === line.length - 1 ? -1 : index;
  }
  return -1;
}

function isCaptionText(text: string): boolean {
  return LETTER.test(text) && countWords(text) <= CAPTION_MAX_WORDS;
}

function isCredit(text: string): boolean {
  if (!LETTER.test(text) || SENTENCE_END.test(text) || countWords(text) > CREDIT_MAX_WORDS)
    return false;
  const phrase = phraseOf(text);
  if (REMARKS.has(phrase)) return false;
  // Where a script has capitals, names have them: '(so far)' names nobody.
  return !LOWER_CASE_ONLY.test(text) || LOWER_CASE_CREDITS.has(phrase);
}
