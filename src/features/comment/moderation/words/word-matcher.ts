import {
  collapseRepeats,
  dropHamzas,
  type FoldedText,
  foldText,
  foldWithMapWithoutHamzas,
  isStretchOf,
  originalRange,
} from '../../../../lib/text';
import { type Affixes, listPossibleAffixes, listSureAffixes } from './affixes';
import { listTokens, type Token } from './tokens';

/** How sure it is that a place in a text is a listed word. */
export type Certainty = 'word' | 'stem';

/** A place in a text where a listed word stands. Units: UTF-16 code units of the text. */
export interface WordMatch {
  /** As it is listed. */
  readonly word: string;
  readonly certainty: Certainty;
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly word: string;
  /** Folded, hamzas dropped. */
  readonly tokens: readonly string[];
}

/** More than a moderator would read. */
const maxMatches = 20;

/** Scripts that are written without spaces: a word is found wherever its letters stand. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Single letters with something between each two of them: 'k.e.y', 'k e y'. */
const SPELLED_APART =
  /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][^\p{L}\p{N}\n]{1,3}){2,}[\p{L}\p{N}](?![\p{L}\p{N}])/gu;
const BETWEEN_LETTERS = /[^\p{L}\p{N}]+/gu;

/**
 * Finds the words of a list in texts, however they are spelled.
 *
 * A word is found through the Arabic fold: without hamzas, with tatweel, vowels, presentation
 * forms, invisible characters inside, letters repeated, and ال or و in front; that is sure. With
 * another prefix or a suffix, or spelled letter by letter, it may be another word: a 'stem'. Inside
 * a longer word it is not found.
 * Cost: linear in the text, whatever the list's length.
 */
export class WordMatcher {
  private readonly byFirstToken = new Map<string, Entry[]>();
  private readonly unspaced: Entry[] = [];

  constructor(words: readonly string[]) {
    for (const word of words) this.add({ word, tokens: listFolded(word) });
  }

  /** The places of listed words, in the text's order; the first twenty. */
  find(text: string): WordMatch[] {
    if (this.byFirstToken.size === 0 && this.unspaced.length === 0) return [];
    const folded = foldWithMapWithoutHamzas(text, 'as-written');
    const tokens = listTokens(folded.folded);
    const matches = [
      ...tokens.flatMap((_, index) => this.matchAt(folded, tokens, index)),
      ...this.matchSpelledApart(folded),
      ...this.matchUnspaced(folded),
    ];
    return matches.sort((one, other) => one.start - other.start).slice(0, maxMatches);
  }

  private add(entry: Entry): void {
    const [first] = entry.tokens;
    if (first === undefined) return;
    if (entry.tokens.some((token) => UNSPACED.test(token))) this.unspaced.push(entry);
    const key = collapseRepeats(first);
    const known = this.byFirstToken.get(key);
    if (known === undefined) this.byFirstToken.set(key, [entry]);
    else known.push(entry);
  }

  private matchAt(folded: FoldedText, tokens: readonly Token[], index: number): WordMatch[] {
    const token = tokens[index];
    if (token === undefined) return [];
    const collapsed = collapseRepeats(token.text);
    for (const [certainty, affixes] of [
      ['word', listSureAffixes(collapsed)],
      ['stem', listPossibleAffixes(collapsed)],
    ] as const) {
      const entry = this.findEntry(token.text, collapsed, affixes, tokens, index);
      if (entry === null) continue;
      const last = tokens[index + entry.tokens.length - 1] ?? token;
      return [{ word: entry.word, certainty, ...originalRange(folded, token.start, last.end) }];
    }
    return [];
  }

  private findEntry(
    token: string,
    collapsed: string,
    affixes: readonly Affixes[],
    tokens: readonly Token[],
    index: number,
  ): Entry | null {
    for (const { prefix, suffix } of affixes) {
      for (const key of listStems(collapsed, { prefix, suffix })) {
        const entry = this.byFirstToken.get(key)?.find(({ tokens: [first = '', ...rest] }) => {
          const isFirst = isStretchOf(token, prefix + first + suffix);
          return isFirst && rest.every((next, at) => follows(tokens[index + 1 + at], next));
        });
        if (entry !== undefined) return entry;
      }
    }
    return null;
  }

  private matchSpelledApart(folded: FoldedText): WordMatch[] {
    return Array.from(folded.folded.matchAll(SPELLED_APART)).flatMap(({ 0: found, index }) => {
      const joined = found.replace(BETWEEN_LETTERS, '');
      const collapsed = collapseRepeats(joined);
      const entry = this.findEntry(joined, collapsed, listSureAffixes(collapsed), [], 0);
      if (entry === null) return [];
      const range = originalRange(folded, index, index + found.length);
      return [{ word: entry.word, certainty: 'stem' as const, ...range }];
    });
  }

  private matchUnspaced(folded: FoldedText): WordMatch[] {
    return this.unspaced.flatMap(({ word, tokens }) => {
      const sought = tokens.join('');
      const at = folded.folded.indexOf(sought);
      if (at < 0) return [];
      const range = originalRange(folded, at, at + sought.length);
      return [{ word, certainty: 'word' as const, ...range }];
    });
  }
}

/** The words of an entry as they are compared. */
export function listFolded(word: string): string[] {
  return listTokens(dropHamzas(foldText(word), 'as-written')).map(({ text }) => text);
}

/** What is left without the affixes; their letters may have run into the word's own equal ones. */
function listStems(collapsed: string, { prefix, suffix }: Affixes): string[] {
  const stem = collapsed.slice(prefix.length, collapsed.length - suffix.length);
  const before = ['', prefix.slice(-1)];
  const after = ['', suffix.slice(0, 1)];
  return [...new Set(before.flatMap((head) => after.map((tail) => head + stem + tail)))];
}

function follows(token: Token | undefined, word: string): boolean {
  return token !== undefined && isStretchOf(token.text, word);
}
