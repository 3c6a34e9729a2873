import { normalizeText } from '../../../lib/text';
import { furnitureKindOf, type FurnitureKind } from './furniture-line';
import { hasWords } from './line-shapes';

const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;

/**
 * A line of the file that is not empty.
 *
 * Shape: `text` is normalized; `gapBefore` counts the lines without words above it; `furniture` says whether
 * its words are those of a page's machinery.
 * Units: `line` counts from 1, in the file as it came.
 */
export interface PageLine {
  readonly line: number;
  readonly text: string;
  readonly gapBefore: number;
  readonly furniture: FurnitureKind | null;
}

/**
 * Reads the lines of a file that are not empty.
 *
 * Shape: any line end and a byte-order mark are understood; line numbers count every line. A line
 * of ornaments or invisible characters is a line, and sets apart like an empty one.
 * Source: The Unicode Standard, chapter 5.8 (newline functions).
 */
export function readLines(source: string): readonly PageLine[] {
  const lines: PageLine[] = [];
  let gapBefore = 0;
  source.split(LINE_END).forEach((raw, index) => {
    const text = normalizeText(raw);
    if (text !== '')
      lines.push({ line: index + 1, text, gapBefore, furniture: furnitureKindOf(text) });
    gapBefore = hasWords(text) ? 0 : gapBefore + 1;
  });
  return lines;
}
