import { tokensOf, type WordToken } from '../../../lib/phrases';
import { readByline } from './byline-line';
import {
  fillers,
  minuteWords,
  numberWords,
  oneMinute,
  reading,
  twoMinutes,
} from './reading-time-words';

/** The longest name beside a reading time, in words: two reporters and their town. */
const nameMaxWords = 8;

/** No such line is longer, in UTF-16 code units. */
const maxLength = 300;

const digits = /^\d{1,3}$/u;
const separator = /\s*[|\u00B7\u2022\u2013\u2014]\s*|\s+[-/]\s+/u;
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}.)]+$/gu;
const digit = /\p{Nd}/u;

/**
 * What a line says of the time that the article takes to read.
 *
 * Shape: `name` is the byline that the line names beside it, null where it names none;
 * `saysReading` is false for minutes alone, which mean reading only where a byline is expected.
 * Units: whole minutes.
 */
export interface ReadingTime {
  readonly minutes: number;
  readonly name: string | null;
  readonly saysReading: boolean;
}

interface Count {
  readonly minutes: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a line that states a reading time: '5 دقائق للقراءة', 'دقيقتان', 'Jane Doe · 5 min read'.
 *
 * Shape: null for a line that says anything more than the time and a name.
 */
export function readReadingTime(text: string): ReadingTime | null {
  if (text.length > maxLength) return null;
  const tokens = tokensOf(text);
  const count = findCount(tokens);
  if (count === null) return null;
  const first = reachBack(tokens, count.first);
  const last = reachOn(tokens, count.last);
  const around = tokens.slice(first, last + 1);
  const rest = [text.slice(0, tokens[first]?.start), text.slice(tokens[last]?.end)];
  const others = tokens.length - around.length;
  if (others > nameMaxWords) return null;
  const saysReading = around.some((token) => reading.has(token.folded));
  return { minutes: count.minutes, name: others > 0 ? nameIn(rest) : null, saysReading };
}

/** Finds the minutes and the words that say how many. */
function findCount(tokens: readonly WordToken[]): Count | null {
  for (const [index, { folded }] of tokens.entries()) {
    const count = countAt(tokens, index, folded);
    if (count !== null && count.minutes > 0) return count;
  }
  return null;
}

function countAt(tokens: readonly WordToken[], index: number, unit: string): Count | null {
  if (twoMinutes.has(unit)) return { minutes: 2, first: index, last: index };
  if (!minuteWords.has(unit)) return null;
  const before = numberOf(tokens[index - 1]);
  if (before !== null) return { minutes: before, first: index - 1, last: index };
  const after = numberOf(tokens[index + 1]);
  if (after !== null) return { minutes: after, first: index, last: index + 1 };
  const isOne = oneMinute.has(unit) || isArticle(tokens[index - 1]);
  return isOne ? { minutes: 1, first: index, last: index } : null;
}

function numberOf(token: WordToken | undefined): number | null {
  if (token === undefined) return null;
  if (digits.test(token.folded)) return Number(token.folded);
  return numberWords.get(token.folded) ?? null;
}

function isArticle(token: WordToken | undefined): boolean {
  return token?.folded === 'a' || token?.folded === 'an';
}

function reachBack(tokens: readonly WordToken[], from: number): number {
  let first = from;
  while (isAboutReading(tokens[first - 1])) first -= 1;
  return first;
}

function reachOn(tokens: readonly WordToken[], from: number): number {
  let last = from;
  while (isAboutReading(tokens[last + 1])) last += 1;
  return last;
}

function isAboutReading(token: WordToken | undefined): boolean {
  return token !== undefined && (reading.has(token.folded) || fillers.has(token.folded));
}

/** Takes the name from what stands around the time, and leaves a date beside it out. */
function nameIn(rest: readonly string[]): string | null {
  const names = rest
    .flatMap((side) => (digit.test(side) ? side.split(separator) : [side]))
    .map((part) => part.replace(edges, ''))
    .filter((part) => part !== '' && !digit.test(part));
  const credited = names.map(readByline).find((byline) => byline !== null);
  return credited?.name ?? names[0] ?? null;
}
