import { phraseOf, phraseSet } from '../phrases';
import { countWords } from '../text';
import { namesSource, readCredit, withoutCreditLabel } from './credit-line';

/** The longest caption, in words: news agencies write two sentences and the circumstances. */
const captionMaxWords = 45;
const agencyCaptionMaxWords = 90;

/** The longest credit, in words: a photographer, a pool and an agency fit. */
const creditMaxWords = 8;

const opening = '([（［';
const closing = ')]）］';
const letter = /\p{L}/u;
/** At most so many invisible marks stand after a bracket. */
const trailingMarks = /[\p{Cf}\s]{1,8}$/u;
const sentenceEnd = /\p{Sentence_Terminal}$|[!?\u061F]/u;

/** Remarks about the piece, which headlines and headings put into brackets. */
const remarks = phraseSet(
  ...['فيديو', 'بالفيديو', 'صور', 'بالصور', 'فيديو وصور', 'تحليل', 'رأي', 'تحديث', 'شاهد'],
  ...['video', 'photos', 'analysis', 'opinion', 'update', 'updated', 'watch', 'exclusive'],
);

/** A caption and the credit that it ends in, without the brackets. */
export interface Caption {
  readonly caption: string;
  readonly credit: string;
}

/**
 * Reads a line that ends in its credit: in brackets, after a word such as 'Photo:', or an agency's
 * name that a mark sets apart.
 *
 * Shape: null for any other line. Nothing may stand after the bracket: '… (حماس).' ends a sentence.
 * A bracket is a credit only where it holds a known agency or a word of credits.
 */
export function readCaption(text: string): Caption | null {
  const bracketed = readBracketed(text);
  if (bracketed !== null && namesSource(bracketed.credit)) {
    return isWithin(bracketed.caption, agencyCaptionMaxWords)
      ? { ...bracketed, credit: withoutCreditLabel(bracketed.credit) }
      : null;
  }
  const credited = readCredit(text);
  if (credited === null || !isWithin(credited.caption, captionMaxWords)) return null;
  return credited;
}

/**
 * Reads a line that ends in brackets, whatever is in them: a credit, a club, an abbreviation.
 *
 * Shape: null where no name can be in the brackets.
 */
export function readBracketed(text: string): Caption | null {
  const line = text.replace(trailingMarks, '');
  const start = startOfLastBracket(line);
  if (start <= 0) return null;
  const caption = line.slice(0, start).trim();
  const credit = line.slice(start + 1, -1).trim();
  const isCredit =
    letter.test(credit) && !sentenceEnd.test(credit) && !remarks.has(phraseOf(credit));
  return isCredit && countWords(credit) <= creditMaxWords && letter.test(caption)
    ? { caption, credit }
    : null;
}

/** Finds the bracket that the line's last one closes; -1 where the line ends in none. */
function startOfLastBracket(line: string): number {
  let depth = 0;
  for (let index = line.length - 1; index >= 0; index -= 1) {
    if (closing.includes(line.charAt(index))) depth += 1;
    else if (opening.includes(line.charAt(index))) depth -= 1;
    if (depth <= 0) return index === line.length - 1 ? -1 : index;
  }
  return -1;
}

function isWithin(caption: string, maxWords: number): boolean {
  return letter.test(caption) && countWords(caption) <= maxWords;
}
