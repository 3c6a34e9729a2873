const oneUnitEach = /^[\n\x20-\x7E]*$/u;
const halfPairAtEnd = /[\uD800-\uDBFF]$/u;

/** The segmenter slows down with the square of a text's length, so it is shown this much at a time. */
const windowUnits = 1024;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Counts characters as people count them: a letter with its marks, or an emoji of several code
 * points, is one.
 *
 * Cost: linear; printable ASCII is counted without segmenting.
 * Source: UAX #29, extended grapheme clusters.
 */
export function countGraphemes(text: string): number {
  if (oneUnitEach.test(text)) return text.length;
  let count = 0;
  let start = 0;
  let size = windowUnits;
  while (start + size < text.length) {
    const found = countInWindow(wholePoints(text.slice(start, start + size)));
    // The window's last character may go on behind it; where it is the only one, look further.
    if (found.lastStart === 0) size *= 2;
    else {
      count += found.count - 1;
      start += found.lastStart;
      size = windowUnits;
    }
  }
  return count + countInWindow(text.slice(start)).count;
}

/**
 * Cuts a text to a number of UTF-16 code units without cutting a character that people see as one.
 *
 * Shape: a first character that is longer by itself is cut at a code point.
 */
export function truncateAtGrapheme(text: string, maxUnits: number): string {
  if (text.length <= maxUnits) return text;
  const boundary = segmenter.segment(text).containing(maxUnits)?.index ?? 0;
  return boundary > 0 ? text.slice(0, boundary) : wholePoints(text.slice(0, maxUnits));
}

function countInWindow(text: string): { readonly count: number; readonly lastStart: number } {
  let count = 0;
  let lastStart = 0;
  for (const { index } of segmenter.segment(text)) {
    count += 1;
    lastStart = index;
  }
  return { count, lastStart };
}

/** Leaves out the first half of a surrogate pair that was cut. */
function wholePoints(text: string): string {
  return text.replace(halfPairAtEnd, '');
}
