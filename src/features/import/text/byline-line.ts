import { countWords } from '../../../lib/text';
import { isDateLine } from './date-line';
import { phraseOf, tokensOf, type WordToken } from './word-tokens';
import { phrasesOf } from './words';

/** The longest name after 'By', in words: two reporters and their town. */
const nameMaxWords = 10;

/** The longest date with a name behind it, in words. */
const datedMaxWords = 20;

/** What stands before a name and means nothing but 'written by'. */
const by = phrasesOf('by');

/** The verb that stands before a name, but also begins other lines: 'كتب جديدة'. */
const wrote = phrasesOf('wrote');

/** Nouns that credit a name only with a colon between: 'إعداد: فلان'. */
const labels = phrasesOf('writerLabels');

const desks = phrasesOf('desks');

const gap = /^\s*[:\uFF1A/|-]?\s*/u;
const colon = /^\s*[:\uFF1A/|-]/u;

/** How a name begins: with a capital, where the script has any. 'By the numbers' names nobody. */
const nameBeginning = /^[\p{Lu}\p{Lt}\p{Lo}]/u;

/** A credited name, and whether the words before it can mean nothing else. */
export interface Byline {
  readonly name: string;
  readonly isCertain: boolean;
}

/**
 * Reads a line that credits a name in words: 'By Jane Doe', 'كتب فريق التحرير', 'إعداد: فلان'.
 *
 * Shape: the name without these words; null for any other line.
 */
export function readByline(text: string): Byline | null {
  return text.includes('|') ? readBesideDate(text) : readPart(text);
}

/** 'June 11, 2024 | By Jane Doe |': a line of several parts, of which all others are dates. */
function readBesideDate(text: string): Byline | null {
  const parts = text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const others = parts.filter((part) => !isDateLine(part));
  const [only = ''] = others;
  const isBeside = others.length === 1 && others.length < parts.length;
  return isBeside ? readPart(only) : readPart(text);
}

function readPart(text: string): Byline | null {
  const tokens = tokensOf(text);
  for (const length of [3, 2, 1]) {
    if (length > tokens.length) continue;
    const lead = tokens.slice(0, length);
    const phrase = lead.map((token) => token.folded).join(' ');
    const rest = text.slice(lead.at(-1)?.end);
    const isCertain = by.has(phrase);
    const isCredit = isCertain || wrote.has(phrase) || (labels.has(phrase) && colon.test(rest));
    const name = rest.replace(gap, '');
    if (isCredit && isName(name)) return { name, isCertain };
  }
  return readAfterDate(text, tokens);
}

/** 'Posted on June 11, 2024 by Jane Doe' */
function readAfterDate(text: string, tokens: readonly WordToken[]): Byline | null {
  const index = tokens.findIndex(({ folded }, at) => at > 0 && by.has(folded));
  const token = tokens[index];
  if (token === undefined || tokens.length > datedMaxWords) return null;
  const name = text.slice(token.end).replace(gap, '');
  return isName(name) && isDateLine(text.slice(0, token.start)) ? { name, isCertain: true } : null;
}

function isName(text: string): boolean {
  return nameBeginning.test(text) && countWords(text) <= nameMaxWords;
}

/** Whether a line is a writer who is no person, such as a desk, and nothing else. */
export function isDesk(text: string): boolean {
  return desks.has(phraseOf(text));
}
