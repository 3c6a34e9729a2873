import { collapseRepeats, dropHamzas, foldText } from '../../lib/text';
import { listTokens } from './words/tokens';

/** A text as it is compared with others. */
export interface ComparableText {
  readonly words: readonly string[];
  readonly joined: string;
}

const shingleWords = 3;
/** Units: words. Shorter texts share theirs by chance. */
const minWordsToBeNear = 6;

/** Folds a text for comparison: spelling, punctuation and repeated letters do not count. */
export function toComparable(text: string): ComparableText {
  const words = listTokens(collapseRepeats(dropHamzas(foldText(text)))).map((token) => token.text);
  return { words, joined: words.join(' ') };
}

/** Whether two texts are the same but for spelling; a text without any word is like no other. */
export function isSameText(one: ComparableText, other: ComparableText): boolean {
  return one.words.length > 0 && one.joined === other.joined;
}

/** Whether a text has so many words that two people do not write the same by chance. */
export function isLongEnoughToShare({ words }: ComparableText): boolean {
  return words.length >= minWordsToBeNear;
}

/**
 * How alike two texts are: 0 for nothing in common, 1 for the same words in the same order.
 * Source: Broder 1997, 'On the resemblance and containment of documents' (shingles, Jaccard index).
 */
export function likenessOf(one: ComparableText, other: ComparableText): number {
  if (Math.min(one.words.length, other.words.length) < minWordsToBeNear) return 0;
  const ofOne = listShingles(one);
  const ofOther = listShingles(other);
  let sharedCount = 0;
  for (const shingle of ofOne) if (ofOther.has(shingle)) sharedCount += 1;
  return sharedCount / (ofOne.size + ofOther.size - sharedCount);
}

function listShingles({ words }: ComparableText): Set<string> {
  const shingles = new Set<string>();
  for (let start = 0; start + shingleWords <= words.length; start += 1) {
    shingles.add(words.slice(start, start + shingleWords).join(' '));
  }
  return shingles;
}
