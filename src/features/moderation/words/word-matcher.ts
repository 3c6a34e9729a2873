import {
  type FoldedText,
  foldLookAlikes,
  foldSpelling,
  foldWithMapWithoutHamzas,
  isCertainStretchOf,
  originalRange,
} from '../../../lib/text';
import { arabicArticle } from './affixes';
import { type ListedWord, toListedWord } from './listed-word';
import { isDisguised } from './look-alikes';
import { listParted } from './parted-words';
import { listTokens, type Token } from './tokens';
import { WordIndex } from './word-index';

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

/** A text with its words, folded. */
interface Reading {
  readonly text: string;
  readonly folded: FoldedText;
  readonly tokens: readonly Token[];
}

/** More than a moderator would read. */
const maxMatches = 20;

/** Scripts that are written without spaces: a word may stand wherever its letters do. */
const unspacedScripts =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/**
 * Finds the words of a list in texts, however they are spelled.
 *
 * A place is surely a listed word where it is spelled as it is listed: whatever its marks, tatweel,
 * invisible characters, presentation forms and case, with letters repeated three times or more, and
 * with ال in front. What needs more may be another word, and is a 'stem': prefixes, endings, another
 * hamza, ه for ة, letters of other keyboards and scripts that look alike, letters and parts that
 * stand apart, and words inside of texts that are written without spaces. Inside of a longer word of
 * another script a word is not found.
 * Cost: linear in the text, whatever the list's length.
 */
export class WordMatcher {
  private readonly words = new WordIndex();
  private readonly lookAlikes = new WordIndex();
  private readonly unspaced: ListedWord[] = [];

  constructor(words: readonly string[]) {
    for (const word of words) this.add(word);
  }

  /** The places of listed words, in the text's order; the first twenty. */
  find(text: string): WordMatch[] {
    if (this.words.isEmpty) return [];
    const reading = read(text, foldWithMapWithoutHamzas(text, 'as-written'));
    const matches = [
      ...this.findWords(reading),
      ...this.findParted(reading),
      ...this.findUnspaced(reading),
      ...this.findDisguised(reading),
    ];
    return withoutDoubles(matches).slice(0, maxMatches);
  }

  private add(word: string): void {
    const entry = toListedWord(word);
    if (entry === null) return;
    this.words.add(entry);
    if (unspacedScripts.test(word)) this.unspaced.push(entry);
    const tokens = listTokens(
      foldLookAlikes(word, foldWithMapWithoutHamzas(word, 'as-written')).folded,
    );
    const [first, ...others] = tokens.map(({ text }) => [text] as const);
    if (first !== undefined) this.lookAlikes.add({ ...entry, tokens: [first, ...others] });
  }

  private findWords(reading: Reading): WordMatch[] {
    const { tokens } = reading;
    return tokens.flatMap((token, index) => {
      let best: WordMatch | null = null;
      for (const { entry, lastIndex } of this.words.findAt(tokens, index)) {
        const found = tokens.slice(index, lastIndex + 1);
        const isListed = isSpelledAsListed(reading, found, entry);
        const { end } = tokens[lastIndex] ?? token;
        if (isListed) return [toMatch(reading, entry, 'word', token.start, end)];
        best ??= toMatch(reading, entry, 'stem', token.start, end);
      }
      return best ?? [];
    });
  }

  private findParted(reading: Reading): WordMatch[] {
    return listParted(reading.text, reading.folded, reading.tokens).flatMap(
      ({ joined, start, end }) => {
        const [entry] = this.words.findSingle(joined);
        return entry === undefined ? [] : [toMatch(reading, entry, 'stem', start, end)];
      },
    );
  }

  private findUnspaced(reading: Reading): WordMatch[] {
    return this.unspaced.flatMap((entry) => {
      const sought = entry.tokens.map(([token]) => token).join('');
      const at = reading.folded.folded.indexOf(sought);
      return at < 0 ? [] : [toMatch(reading, entry, 'stem', at, at + sought.length)];
    });
  }

  private findDisguised({ text, folded }: Reading): WordMatch[] {
    if (!isDisguised(text)) return [];
    const reading = read(text, foldLookAlikes(text, folded));
    const { tokens } = reading;
    return tokens.flatMap((token, index) => {
      for (const { entry, lastIndex } of this.lookAlikes.findAt(tokens, index)) {
        const { end } = tokens[lastIndex] ?? token;
        const match = toMatch(reading, entry, 'stem', token.start, end);
        if (isDisguised(text.slice(match.start, match.end), text)) return [match];
      }
      return [];
    });
  }
}

function read(text: string, folded: FoldedText): Reading {
  return { text, folded, tokens: listTokens(folded.folded) };
}

function toMatch(
  { folded }: Reading,
  { word }: ListedWord,
  certainty: Certainty,
  start: number,
  end: number,
): WordMatch {
  return { word, certainty, ...originalRange(folded, start, end) };
}

/** Whether words of a text are spelled as a listed word or phrase is, each alone or with ال. */
function isSpelledAsListed(
  { text, folded }: Reading,
  found: readonly Token[],
  { spellings }: ListedWord,
): boolean {
  if (found.length !== spellings.length) return false;
  return found.every(({ start, end }, index) => {
    const range = originalRange(folded, start, end);
    const spelled = foldSpelling(text.slice(range.start, range.end));
    const listed = spellings[index] ?? '';
    return (
      isCertainStretchOf(spelled, listed) || isCertainStretchOf(spelled, arabicArticle + listed)
    );
  });
}

/** In the text's order; of several matches of one word at one place the surest. */
function withoutDoubles(matches: readonly WordMatch[]): WordMatch[] {
  const sorted = [...matches].sort(
    (one, other) =>
      one.start - other.start ||
      Number(one.certainty === 'stem') - Number(other.certainty === 'stem'),
  );
  const kept: WordMatch[] = [];
  const endOf = new Map<string, number>();
  for (const match of sorted) {
    if (match.start < (endOf.get(match.word) ?? 0)) continue;
    endOf.set(match.word, match.end);
    kept.push(match);
  }
  return kept;
}
