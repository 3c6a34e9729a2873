import { readCaption } from '../../../lib/captions';
import { countSharedWords } from '../../../lib/phrases';
import { countWords } from '../../../lib/text';
import { endsSentence, isOpenEnded } from './line-shapes';
import type { PageReading } from './rule';

/** The longest alt line, in words. */
const altMaxWords = 30;

/** Where no empty line tells: an alt line is long for a heading, or shares words with its caption. */
const altMinWords = 5;
const altMinSharedWords = 2;

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
    countWords(text) <= altMaxWords &&
    readCaption(text) === null
  );
}

function isLikeAlt(text: string, caption: string): boolean {
  if (countWords(text) >= altMinWords) return true;
  return countSharedWords(text, caption) >= altMinSharedWords;
}
