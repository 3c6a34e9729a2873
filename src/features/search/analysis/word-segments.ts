import { type ApostropheUse, rangeBesideApostrophe, unifyApostrophes } from './apostrophes';

/** One word of a folded text. */
export interface WordSegment {
  readonly word: string;
  /** Half-open range in UTF-16 units of the text that was given. */
  readonly start: number;
  readonly end: number;
}

/** Letters and digits with their marks; an apostrophe between letters belongs to the word. */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’‘＇`´][\p{L}][\p{L}\p{N}\p{M}]*)*/gu;

/** Scripts that are written without spaces; only a dictionary tells where their words end. */
const unspacedScripts =
  /[\p{sc=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;

/** Where an Arabic letter meets one of another script, as in 'بـ5' or 'الـBBC', a word ends. */
const scriptBorder =
  /(?<=\p{sc=Arab}\p{M}*)(?=(?!\p{sc=Arab})[\p{L}\p{N}])|(?<=(?!\p{sc=Arab})[\p{L}\p{N}]\p{M}*)(?=\p{sc=Arab})/u;
/** By far the most words are of one script that needs no closer look. */
const plainWord = /^(?:[\u0620-\u064A]+|[a-z]+|[0-9]+)$/u;

const arabic = /\p{sc=Arab}/u;
const otherThanArabic = /(?!\p{sc=Arab})[\p{L}\p{N}]/u;

const dictionary = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * Cuts a folded text into its words, by the script that each is written in.
 *
 * Shape: only what holds a letter or digit is a word; in order, none overlap. Apostrophes of all
 * kinds become one; `use` says what they mean in the text's language, and a query, whose language
 * is not known, keeps its words whole.
 * Cost: linear; Thai, Lao, Khmer, Burmese, Chinese and Japanese also take a dictionary.
 * Source: UAX #29 section 4 (word boundaries).
 */
export function segmentWords(folded: string, use: ApostropheUse = 'letter'): WordSegment[] {
  const words: WordSegment[] = [];
  for (const match of folded.matchAll(wordPattern)) {
    const [run] = match;
    const start = match.index;
    if (plainWord.test(run)) words.push({ word: run, start, end: start + run.length });
    else if (unspacedScripts.test(run)) words.push(...segmentByDictionary(run, start));
    else if (arabic.test(run) && otherThanArabic.test(run)) words.push(...split(run, start));
    else words.push(cutAtApostrophe(run, start, use));
  }
  return words;
}

function cutAtApostrophe(run: string, offset: number, use: ApostropheUse): WordSegment {
  const word = unifyApostrophes(run);
  const { start, end } = rangeBesideApostrophe(word, use);
  return { word: word.slice(start, end), start: offset + start, end: offset + end };
}

function segmentByDictionary(run: string, offset: number): WordSegment[] {
  return Array.from(dictionary.segment(run))
    .filter(({ segment }) => /^[\p{L}\p{N}]/u.test(segment))
    .map(({ segment, index }) => ({
      word: segment,
      start: offset + index,
      end: offset + index + segment.length,
    }));
}

function split(run: string, offset: number): WordSegment[] {
  let start = offset;
  return run.split(scriptBorder).map((word) => {
    const segment = { word, start, end: start + word.length };
    start += word.length;
    return segment;
  });
}
