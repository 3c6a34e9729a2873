import { toNfc } from './marks';

const whiteSpaceRun = /\p{White_Space}+/gu;
const loneSurrogate = /\p{Surrogate}/u;
const loneSurrogates = new RegExp(loneSurrogate, 'gu');
const paragraphSeparator = /\u2029/gu;
const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028]/gu;
const blankLines = /\n{3,}/gu;
const control = /\p{Cc}/u;
const controlInBody = /(?![\t\n\r])\p{Cc}/u;

/**
 * Puts a single line into the form in which it is stored: NFC, every run of white space as one
 * space, none at the ends.
 *
 * Shape: nothing else is changed, so marks, tatweel, quotes and case stay; white space alone gives
 * ''. A lone surrogate becomes U+FFFD, and rows of more than thirty marks are parted by U+034F.
 * Cost: linear.
 * Source: UAX #15 (NFC); the property White_Space of UAX #44, which holds NBSP and all line breaks.
 */
export function normalizeText(text: string): string {
  // Half of a pair is no character: a database would put another in its place.
  const wellFormed = text.replace(loneSurrogates, '\uFFFD');
  return toNfc(wellFormed).replace(whiteSpaceRun, ' ').trim();
}

/**
 * Normalizes a text of several lines like {@link normalizeText}, line by line, and keeps its breaks.
 *
 * Shape: every line break becomes LF, a paragraph separator two; one blank line at most between
 * paragraphs, none at the ends.
 * Source: The Unicode Standard, chapter 5.8 (newline functions).
 */
export function normalizeMultilineText(text: string): string {
  return text
    .replace(paragraphSeparator, '\n\n')
    .replace(lineBreak, '\n')
    .split('\n')
    .map(normalizeText)
    .join('\n')
    .replace(blankLines, '\n\n')
    .trim();
}

/**
 * Whether a single line holds a control character (C0, DEL or C1).
 *
 * Shape: tabs and line breaks count, so ask before normalizing turns them into spaces.
 */
export function hasControlCharacters(text: string): boolean {
  return control.test(text);
}

/**
 * Whether a text of several lines holds a control character that is neither a tab nor a
 * line break of a keyboard (LF, CR).
 */
export function hasControlCharactersInBody(text: string): boolean {
  return controlInBody.test(text);
}

/**
 * Tells whether a text holds half of a surrogate pair, which JSON can escape, and which is no
 * character: no database keeps it as it was sent.
 */
export function hasLoneSurrogates(text: string): boolean {
  return loneSurrogate.test(text);
}

const wrapped =
  /^[\u061C\u200B\u200E\u200F\uFEFF]*[\u2066-\u2068]([^\u202A-\u202E\u2066-\u2069]*)\u2069[\u061C\u200B\u200E\u200F\uFEFF]*$/u;

/**
 * Takes off the pair of isolates around a whole text, which phones put there when a name is copied.
 *
 * Shape: a text with any other bidi control stays as it is.
 */
export function withoutIsolates(text: string): string {
  return wrapped.exec(text)?.[1] ?? text;
}
