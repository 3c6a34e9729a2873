import { dropHamzas, foldText } from '../../../lib/text';
import { isStopWord } from './stop-words';
import { segmentWords } from './word-segments';

/** What a reader asked for, every word folded and without hamzas. */
export interface SearchQuery {
  /** What ranks, each once; stop words only where the query holds nothing else. */
  readonly words: readonly string[];
  /** The last word while it is still being typed: words that begin so are meant as well. */
  readonly prefix: string | null;
  /** Rows of words that have to stand in an article, one after the other; none in a question. */
  readonly phrases: readonly (readonly string[])[];
  /** Words, or rows of them, that must not stand in an article. */
  readonly exclusions: readonly (readonly string[])[];
}

/** What became of a text that somebody typed into a search box. */
export type ParsedQuery =
  | { readonly kind: 'parsed'; readonly query: SearchQuery }
  /** No word to look for: white space, marks, operators, or nothing but exclusions. */
  | { readonly kind: 'empty'; readonly reason: 'NO_WORDS' | 'ONLY_EXCLUSIONS' }
  | { readonly kind: 'too-long'; readonly unit: TooLongUnit; readonly max: number };

/** What a query may have too many of. */
export type TooLongUnit = 'CHARACTER' | 'WORD' | 'PHRASE';

/** The longest query, in UTF-16 code units: a paragraph that somebody pasted still fits. */
export const maxQueryLength = 1000;

/** The most words of a query, phrases and exclusions included. */
export const maxQueryWords = 64;

/** The most quoted phrases of a query, excluded ones included: each is looked for in every list. */
export const maxQueryPhrases = 8;

const quote = '"«»“”„‟‹›「」『』〝〞〟＂';
const dashCharacters = '\\-−‐‑﹣－';

/** A quoted part with its closing quote, an exclusion's dash before either kind, or a bare word. */
const part = new RegExp(
  `(?<![^\\s${quote}])(?<dash>[${dashCharacters}])?[${quote}](?<phrase>[^${quote}]*)[${quote}]|(?<bare>[^\\s${quote}]+)`,
  'gu',
);
const leadingDash = new RegExp(`^[${dashCharacters}]+(?=[\\p{L}\\p{N}])`, 'u');

/** A word is still being typed when nothing comes after its last letter. */
const endsInWord = /[\p{L}\p{N}\p{M}]$/u;
/** Who asks a question quotes; who looks for a phrase does not ask. */
const question = /[?؟⸮？]\s*$/u;
const invisible = /[\p{Cf}\u0640]/gu;

/**
 * Reads a search as it was typed: words, "exact phrases" in any quotes, -exclusions, and the
 * beginning of a last word.
 *
 * Shape: any text at all has one of the three outcomes; a quote that is never closed is passed over.
 * In a text that ends in a question mark quotes are the writer's own and filter nothing, as in
 * 'من كتب "دكتور هو"؟'.
 * Cost: linear.
 */
export function parseQuery(text: string): ParsedQuery {
  if (text.length > maxQueryLength) {
    return { kind: 'too-long', unit: 'CHARACTER', max: maxQueryLength };
  }
  const visible = text.replace(invisible, '');
  const parts = readParts(visible);
  const wordCount = [...parts.bare, ...parts.phrases, ...parts.exclusions].flat().length;
  if (wordCount > maxQueryWords) return { kind: 'too-long', unit: 'WORD', max: maxQueryWords };
  if (parts.quotedCount > maxQueryPhrases) {
    return { kind: 'too-long', unit: 'PHRASE', max: maxQueryPhrases };
  }
  const all = [...parts.bare.flat(), ...parts.phrases.flat()];
  if (all.length === 0) {
    return { kind: 'empty', reason: parts.exclusions.length > 0 ? 'ONLY_EXCLUSIONS' : 'NO_WORDS' };
  }
  return { kind: 'parsed', query: toQuery(parts, all, question.test(visible)) };
}

interface Parts {
  readonly bare: string[][];
  readonly phrases: string[][];
  readonly exclusions: string[][];
  isLastWordOpen: boolean;
  /** Phrases with words in them, excluded ones included. */
  quotedCount: number;
}

function readParts(text: string): Parts {
  const parts: Parts = {
    bare: [],
    phrases: [],
    exclusions: [],
    isLastWordOpen: false,
    quotedCount: 0,
  };
  for (const { groups } of text.matchAll(part)) {
    const { dash, phrase, bare = '' } = groups ?? {};
    const isExclusion = phrase === undefined ? leadingDash.test(bare) : dash !== undefined;
    const words = foldedWords(phrase ?? bare);
    parts.isLastWordOpen = phrase === undefined && !isExclusion && endsInWord.test(bare);
    if (words.length === 0) continue;
    if (phrase !== undefined) parts.quotedCount += 1;
    if (isExclusion) parts.exclusions.push(words);
    else if (phrase === undefined) parts.bare.push(words);
    else parts.phrases.push(words);
  }
  parts.isLastWordOpen &&= endsInWord.test(text);
  return parts;
}

function toQuery(parts: Parts, all: readonly string[], isQuestion: boolean): SearchQuery {
  const telling = all.filter((word) => !isStopWord(word));
  const prefix = parts.isLastWordOpen ? (parts.bare.at(-1)?.at(-1) ?? null) : null;
  return {
    words: [...new Set(telling.length > 0 ? telling : all)],
    prefix,
    phrases: isQuestion ? [] : parts.phrases,
    exclusions: parts.exclusions,
  };
}

function foldedWords(text: string): string[] {
  return segmentWords(dropHamzas(foldText(text))).map(({ word }) => word);
}
