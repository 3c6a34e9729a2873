import { foldWithMap } from './fold';
import { MappedText, type FoldedText } from './fold-mapped-text';

const hamzas = /[ؤئء]/g;
const hasHamza = /[ؤئء]/;
const loneHamza = 'ء';
const letterPattern = /[\p{L}\p{N}\p{M}]/u;
const hamzaSeats: Readonly<Record<string, string>> = { ؤ: 'و', ئ: 'ي' };

/** Whether spellings that differ in the letter under the hamza are made one. */
export type HamzaSeats = 'one' | 'as-written';

const hamzaBeforeWaw = /ئ(?=و(?!ي))|(?<=\p{L})ء(?=و)/gu;
const hamzaAfterYeh = /(?<=ي)ئ(?=ه(?![\p{L}\p{N}\p{M}]))/gu;

/**
 * Writes the hamza of an already folded text on one seat where the rules for it differ: before و
 * (مسئول and مسؤول, رءوس and رؤوس), and between ي and a final ه (هيئة and هيأة).
 *
 * Shape: the result is as long as the text. 'رئوي' and 'مئوي', which have one spelling, stay.
 */
function unifySeats(folded: string): string {
  return folded.replace(hamzaBeforeWaw, 'ؤ').replace(hamzaAfterYeh, 'ا');
}

/**
 * Reduces an already folded text further, for word lists and search: without hamzas (ؤ to و, ئ to
 * ي, ء dropped), so that a word typed without them meets the word as it is written, and with one
 * seat for each hamza.
 *
 * Shape: what {@link foldText} returned in, the same or a shorter text out.
 * Source: Larkey, Ballesteros and Connell 2007, section 2 (spelling variation of hamza).
 */
export function dropHamzas(folded: string, seats: HamzaSeats = 'one'): string {
  const seated = seats === 'one' ? unifySeats(folded) : folded;
  return hasHamza.test(seated)
    ? seated.replace(hamzas, (letter) => hamzaSeats[letter] ?? '')
    : seated;
}

/**
 * Folds with its map like `foldWithMap`, then drops the hamzas like {@link dropHamzas}.
 *
 * Shape: a hamza that is dropped belongs to the letter before it, at the beginning of a word to the
 * letter after it.
 */
export function foldWithMapWithoutHamzas(text: string, seats: HamzaSeats = 'one'): FoldedText {
  const { folded: written, starts, ends } = foldWithMap(text);
  const folded = seats === 'one' ? unifySeats(written) : written;
  if (!hasHamza.test(folded)) return { folded, starts, ends };
  return dropMappedHamzas({ folded, starts, ends });
}

function dropMappedHamzas({ folded, starts, ends }: FoldedText): FoldedText {
  const parts = new MappedText(folded.length);
  let wordStart: number | undefined;
  for (let index = 0; index < folded.length; index += 1) {
    const unit = folded.charAt(index);
    const start = starts[index] ?? 0;
    const end = ends[index] ?? start;
    if (unit !== loneHamza) {
      parts.addPart(
        hamzaSeats[unit] ?? unit,
        letterPattern.test(unit) ? (wordStart ?? start) : start,
        end,
      );
      wordStart = undefined;
    } else if (wordStart === undefined && letterPattern.test(folded.charAt(index - 1))) {
      parts.extendTo(end);
    } else {
      wordStart ??= start;
    }
  }
  return parts.finish();
}

/**
 * Reduces each row of one repeated letter to a single one: 'مبرووووك' to 'مبروك'.
 *
 * Shape: what {@link foldText} returned in. It shortens ordinary words too ('ممنوع'), so both
 * sides of a comparison need it; {@link isStretchOf} is the stricter question.
 */
export function collapseRepeats(folded: string): string {
  return folded.replace(/(\p{L})\1+/gu, '$1');
}

/**
 * Whether a word is another one with some of its letters repeated: 'مبرووك' is a stretch of
 * 'مبروك', and each word of itself; 'مبروك' is none of 'مبرووك'.
 *
 * Shape: two folded words.
 * Cost: linear.
 */
export function isStretchOf(candidate: string, word: string): boolean {
  return isStretch(candidate, word, 1);
}

/**
 * Tells like {@link isStretchOf}, where a stretched letter has to stand three times or more: a
 * letter that is doubled mostly makes another word, as 'سبب' is none of 'سب'.
 *
 * Shape: two folded words.
 * Cost: linear.
 */
export function isCertainStretchOf(candidate: string, word: string): boolean {
  return isStretch(candidate, word, minCertainRepeats);
}

const minCertainRepeats = 3;

function isStretch(candidate: string, word: string, minRepeats: number): boolean {
  let at = 0;
  for (let index = 0; index < word.length;) {
    const letter = word.charAt(index);
    const needed = repeatsAt(word, index);
    const found = candidate.charAt(at) === letter ? repeatsAt(candidate, at) : 0;
    if (found < needed || (found > needed && found < minRepeats)) return false;
    index += needed;
    at += found;
  }
  return at === candidate.length;
}

function repeatsAt(text: string, index: number): number {
  let end = index + 1;
  while (end < text.length && text[end] === text[index]) end += 1;
  return end - index;
}
