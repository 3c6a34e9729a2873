const tokenPattern = /\P{White_Space}+/gu;
const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * A letter of a script that is written without spaces between words.
 *
 * Source: The Unicode Standard, chapters 16 (Southeast Asia) and 18 (East Asia); UAX #29, section 4,
 * which leaves these scripts to dictionaries.
 */
const unspacedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Punctuation of East Asia: split at it first, as the segmenter slows down on long texts. */
const unspacedPunctuation = /[\u2014\u2026\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF20]+/u;

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * Counts the words of a text: what stands between white space and has a letter or a digit; in
 * scripts written without spaces, the words that a dictionary finds.
 *
 * Shape: 'أكتوبر/تشرين' and 'well-known' are one word each, a lone dash is none. An article's count
 * is that of its paragraphs: headings and captions are read at a glance, and the source article
 * states the 5 minutes that its paragraphs' 579 words take.
 * Cost: linear.
 */
export function countWords(text: string): number {
  let count = 0;
  for (const [token] of text.matchAll(tokenPattern)) count += countInToken(token);
  return count;
}

function countInToken(token: string): number {
  if (!letterOrDigit.test(token)) return 0;
  if (!unspacedScripts.test(token)) return 1;
  const words = token.split(unspacedPunctuation).flatMap((part) => [...segmenter.segment(part)]);
  return words.filter((segment) => segment.isWordLike).length;
}

/** Longer texts are not counted further. Units: UTF-16 code units. */
const maxRunsLength = 1_000;

/**
 * Counts the runs of letters and digits in a text: its words, for what must cost next to nothing.
 * Shape: of a long text only the first 1,000 code units are looked at.
 */
export function countLetterRuns(text: string): number {
  return text.slice(0, maxRunsLength).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
