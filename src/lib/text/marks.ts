/**
 * Marks, or other characters of no width of their own, that may follow one another.
 *
 * Source: UAX #15 section 13 (Stream-Safe Text Format): 30 are more than any language writes.
 */
export const maxMarksInRow = 30;

const tooMany = new RegExp(`[\\p{M}\\p{Cf}\\p{DI}]{${maxMarksInRow + 1}}`, 'u');
const tooManyMarks = new RegExp(`\\p{M}{${maxMarksInRow + 1}}`, 'u');
const marksOfASegment = new RegExp(`\\p{M}{${maxMarksInRow}}(?=\\p{M})`, 'gu');
const graphemeJoiner = '\u034F';

/** White space, invisible characters, the blank Braille pattern, and marks, which need a letter. */
const visible = /[^\p{White_Space}\p{Cf}\p{Default_Ignorable_Code_Point}\p{M}\u2800\u{1D159}]/u;

/**
 * Whether more than {@link maxMarksInRow} marks or invisible characters stand in a row: no
 * language writes so, and a page on which they stand is disfigured.
 *
 * Cost: linear, without normalizing.
 */
export function hasTooManyMarks(text: string): boolean {
  return tooMany.test(text);
}

/**
 * Whether a text has nothing to see: white space, invisible characters and marks without a
 * letter.
 */
export function isBlank(text: string): boolean {
  return !visible.test(text);
}

/**
 * Puts a text into NFC in linear time, whatever its marks.
 *
 * Shape: rows of more than {@link maxMarksInRow} marks are parted by U+034F; all else is its NFC.
 * Without that, normalizing takes the square of the number of marks, since it sorts them.
 * Source: UAX #15 sections 1.1 (NFC) and 13 (Stream-Safe Text Process).
 */
export function toNfc(text: string): string {
  return toStreamSafe(text).normalize('NFC');
}

/** Parts long rows of marks, so that any normalization form of the text takes linear time. */
export function toStreamSafe(text: string): string {
  return tooManyMarks.test(text) ? text.replace(marksOfASegment, `$&${graphemeJoiner}`) : text;
}
