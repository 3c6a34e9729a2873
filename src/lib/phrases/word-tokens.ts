import { LRUCache } from 'lru-cache';
import { foldText } from '../text';

const tokenPattern = /\p{Nd}+|[\p{L}\p{M}\u0640\u200C\u200D]+/gu;

/** A word or number of a line, folded for comparing, and where it stands in the line. */
export interface WordToken {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Each rule asks for the words of the lines around it again: keep those of the last lines. */
const recent = new LRUCache<string, readonly WordToken[]>({ max: 512 });
const recentMaxLength = 400;

/** Splits a line into words and numbers; '5min' is two, and punctuation is left out. */
export function tokensOf(text: string): readonly WordToken[] {
  if (text.length > recentMaxLength) return readTokens(text);
  const known = recent.get(text);
  if (known !== undefined) return known;
  const tokens = readTokens(text);
  recent.set(text, tokens);
  return tokens;
}

function readTokens(text: string): readonly WordToken[] {
  return Array.from(text.matchAll(tokenPattern), (match) => ({
    folded: foldText(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  })).filter((token) => token.folded !== '');
}

/** Reduces a line to its folded words, so that 'اترك تعليقاً:' and 'اترك تعليقا' are one phrase. */
export function phraseOf(text: string): string {
  return tokensOf(text)
    .map((token) => token.folded)
    .join(' ');
}

/** Units: UTF-16 code units of the shortest word that says what a line is about. */
const longWordMinLength = 4;

/** How many long words of a line, each time it has one, another line has too. */
export function countSharedWords(text: string, other: string): number {
  const words = new Set(longWordsOf(other));
  return longWordsOf(text).filter((word) => words.has(word)).length;
}

function longWordsOf(text: string): readonly string[] {
  return tokensOf(text)
    .map((token) => token.folded)
    .filter((word) => word.length >= longWordMinLength);
}

/** Makes a set of words or phrases in the form in which lines are compared. */
export function phraseSet(...phrases: readonly string[]): ReadonlySet<string> {
  return new Set(phrases.map(phraseOf));
}
