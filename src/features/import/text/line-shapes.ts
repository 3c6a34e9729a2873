import { readCaption } from '../../../lib/captions';
import { countWords } from '../../../lib/text';

/** The longest heading, in words: beyond it, a line without a full stop is a careless paragraph. */
export const headingMaxWords = 15;

/** Quotes, brackets and invisible marks that may stand after the end of a sentence. */
const closer = /[\p{Pe}\p{Pf}\p{Pi}\p{Cf}"'\s]/u;
const sentenceEnd = /[\p{Sentence_Terminal}\u2026]$/u;
const sentenceBreak = /[\p{Sentence_Terminal}\u2026]\p{Pe}*\p{Pf}*\s/u;
const questionEnd = /[?\u061F\uFF1F]$/u;
const questionMaxWords = 12;
const openEnd = /[,\u060C;\u061B:\uFF0C\uFF1A\uFF1B\u3001]$/u;
const colonEnd = /[:\uFF1A]$/u;
const labelMaxWords = 3;
const listItem = /^[-\u2013\u2014\u2022\u00B7\u25CF\u25AA\u25E6\u2023*]\s/u;
const letterOrDigit = /[\p{L}\p{N}]/u;

/** Whether a line ends a sentence, quotes and brackets after the full stop left aside. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(withoutClosers(text));
}

/** Whether a line is one short question, as headings are and paragraphs seldom. */
export function isShortQuestion(text: string): boolean {
  const line = withoutClosers(text);
  const isOneSentence = questionEnd.test(line) && !sentenceBreak.test(line);
  return isOneSentence && countWords(text) <= questionMaxWords;
}

/**
 * Whether a line breaks off in the middle, at a comma or a colon: something has to follow.
 *
 * Shape: two or three words and a colon are a label, as headings may be: 'What we know:'.
 */
export function isOpenEnded(text: string): boolean {
  const line = withoutClosers(text);
  const isLabel = colonEnd.test(line) && countWords(line) <= labelMaxWords;
  return openEnd.test(line) && !isLabel;
}

/** Whether a line is an item of a list. */
export function isListItem(text: string): boolean {
  return listItem.test(text);
}

/** Whether a line has a letter or a digit: without one it is a rule or an ornament. */
export function hasWords(text: string): boolean {
  return letterOrDigit.test(text);
}

/** Whether a line is a short phrase that neither ends a sentence nor breaks off. */
export function isShortPhrase(text: string, maxWords: number): boolean {
  return !endsSentence(text) && !isOpenEnded(text) && countWords(text) <= maxWords;
}

/** Whether a line can only be of an article's body: a sentence, a long line or a caption. */
export function isBodyLike(text: string): boolean {
  return endsSentence(text) || countWords(text) > headingMaxWords || readCaption(text) !== null;
}

/** Walks back by hand: a pattern tied to the end would try each place in a long run of quotes. */
function withoutClosers(text: string): string {
  let end = text.length;
  while (end > 0 && closer.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Whether a page sets its blocks apart by empty lines: every third line stands apart. */
export function usesEmptyLines(lines: readonly { readonly gapBefore: number }[]): boolean {
  const apart = lines.filter(({ gapBefore }, index) => index > 0 && gapBefore > 0).length;
  return apart * 3 >= lines.length - 1;
}
