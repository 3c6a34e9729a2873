import { MappedText, type FoldedText } from './fold-mapped-text';
import { dropped, foldedUnit, foldRunFromMemory, runAt, simpleEnd } from './fold-table';

export type { FoldedText } from './fold-mapped-text';

const asciiOnly = /^\p{ASCII}*$/u;

/**
 * Reduces a text to the one form in which the service compares it: compatibility forms resolved,
 * without marks, tatweel and invisible characters, with one alef, yeh, heh and kaf, ASCII digits,
 * no case.
 *
 * Shape: any text; the result folds to itself.
 * Cost: linear; a table look-up for each letter that was met before.
 * Source: UAX #15 (NFKC); The Unicode Standard, chapters 3.13 (case folding), 4.6 (digits), 7.9
 * (combining marks), 9.2 (Arabic) and 23.2 (layout controls).
 */
export function foldText(text: string): string {
  if (asciiOnly.test(text)) return text.toLowerCase();
  return foldWithMap(text).folded;
}

/**
 * Folds like {@link foldText} and keeps for each folded unit the range of the original that it
 * stands for, so that a match is shown on the reader's own letters.
 *
 * Shape: `starts` and `ends` never fall; what is left out belongs to the letter before it.
 * Units: UTF-16 code units.
 * Cost: linear.
 */
export function foldWithMap(text: string): FoldedText {
  const parts = new MappedText(text.length);
  for (let start = 0; start < text.length;) {
    const end = simpleEnd(text, start);
    if (end > 0) {
      const unit = foldedUnit(text.charCodeAt(start));
      if (unit !== dropped) parts.addUnit(unit, start, end);
      start = end;
    } else {
      const run = runAt(text, start);
      parts.addPart(foldRunFromMemory(run), start, start + run.length);
      start += run.length;
    }
  }
  return parts.finish();
}

/**
 * Finds the part of the original text that a range of the folded text stands for.
 *
 * Shape: half-open ranges; an empty range stays empty.
 * Units: UTF-16 code units.
 */
export function originalRange(
  text: FoldedText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const from = text.starts[start] ?? text.ends.at(-1) ?? 0;
  return { start: from, end: end > start ? (text.ends[end - 1] ?? from) : from };
}
