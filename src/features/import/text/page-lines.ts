import { normalizeText } from '../../../lib/text';
import {
  beginsLikeFurniture,
  furnitureKindOf,
  type FurnitureKind,
  isListLabel,
} from './furniture-line';
import { hasWords } from './line-shapes';
import { joinWrapped, type RawLine } from './wrapped-lines';

const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;

/**
 * A line of the page that is not empty. Lines that a program has wrapped are one line.
 *
 * Shape: `text` is normalized; `gapBefore` counts the lines without words above it; `furniture` says
 * whether its words are those of a page's machinery, `isListLabel` whether they head a list of
 * other articles, `beginsLikeFurniture` whether only its beginning is such.
 * Units: `numbers` are those of its lines, from 1, in the file as it came.
 */
export interface PageLine {
  readonly numbers: readonly number[];
  readonly text: string;
  readonly gapBefore: number;
  readonly furniture: FurnitureKind | null;
  readonly isListLabel: boolean;
  readonly beginsLikeFurniture: boolean;
}

/**
 * Reads the lines of a file that are not empty.
 *
 * Shape: any line end and a byte-order mark are understood; line numbers count every line. A line
 * of ornaments or invisible characters is a line, and sets apart like an empty one.
 * Source: The Unicode Standard, chapter 5.8 (newline functions).
 */
export function readLines(source: string): readonly PageLine[] {
  const raw: RawLine[] = [];
  let gapBefore = 0;
  source.split(lineEnd).forEach((line, index) => {
    const text = normalizeText(line);
    if (text !== '') raw.push({ numbers: [index + 1], text, gapBefore });
    gapBefore = hasWords(text) ? 0 : gapBefore + 1;
  });
  return joinWrapped(raw).map((line) => ({
    ...line,
    furniture: furnitureKindOf(line.text),
    isListLabel: isListLabel(line.text),
    beginsLikeFurniture: beginsLikeFurniture(line.text),
  }));
}
