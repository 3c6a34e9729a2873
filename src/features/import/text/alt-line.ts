import { countWords } from '../../../lib/text';
import { readCaption } from './caption-line';
import { endsSentence, isOpenEnded } from './line-shapes';
import type { PageReading } from './rule';
import { tokensOf } from './word-tokens';

/** The longest alt line, in words. */
const ALT_MAX_WORDS = 30;

/** Where no empty line tells: an alt line is long for a heading, or shares words with its caption. */
const ALT_MIN_WORDS = 5;
const ALT_MIN_SHARED_WORDS = 2;
const SHARED_WORD_MIN_LENGTH = 4;

/**
 * Whether a line says what the picture shows whose caption stands below it.
 *
 * Shape: nearer to the caption than to what is above; on a page without empty lines, long for a
 * heading or of the caption's own words. A line that ends a sentence is the article's.
 */
export function isAltLine({ lines, roles, isSpaced }: PageReading, index: number): boolean {
  const line = lines[index];
  const below = lines[index + 1];
  if (line === undefined || below === undefined || roles[index + 1] !== 'caption') return false;
  if (readCaption(below.text) === null) return false;
  // In one block with the headline it is the standfirst.
  if (line.gapBefore === 0 && roles[index - 1] === 'title') return false;
  if (!canBeAlt(line.text)) return false;
  if (below.gapBefore < line.gapBefore) return true;
  return below.gapBefore === 0 && (isSpaced || isLikeAlt(line.text, below.text));
}

function canBeAlt(text: string): boolean {
  return (
    !endsSentence(text) &&
    !isOpenEnded(text) &&
    countWords(text) <= ALT_MAX_WORDS &&
    readCaption(text) === null
  );
}

function isLikeAlt(text: string, caption: string): boolean {
  if (countWords(text) >= ALT_MIN_WORDS) return true;
  const shown = new Set(longWordsOf(caption));
  return longWordsOf(text).filter((word) => shown.has(word)).length >= ALT_MIN_SHARED_WORDS;
}

function longWordsOf(text: string): readonly string[] {
  return tokensOf(text)
    .map((token) => token.folded)
    .filter((word) => word.length >= SHARED_WORD_MIN_LENGTH);
}
