/** The parts of an article that search reads, in the order in which the index keeps them. */
export const indexedFields = ['TITLE', 'SUMMARY', 'HEADING', 'CAPTION', 'BODY'] as const;

/** One of the parts. */
export type IndexedField = (typeof indexedFields)[number];

/** How much an occurrence counts by where it stands: a word of the title as three of the body. */
const fieldWeights: Readonly<Record<IndexedField, number>> = {
  TITLE: 3,
  SUMMARY: 2,
  HEADING: 2,
  CAPTION: 1.5,
  BODY: 1,
};

/** An article's words, folded and without hamzas, by the part that they stand in. */
export type IndexedWords = Readonly<Record<IndexedField, readonly string[]>>;

/** One field of an article as ranking reads it. */
export interface IndexedLine {
  /** The field's words, apart by single spaces. */
  readonly text: string;
  readonly weight: number;
}

/**
 * Writes an article's words as the one text that the index keeps of it.
 *
 * Shape: a line for each field in the order of `INDEXED_FIELDS`, words apart by single spaces.
 */
export function encodeIndexedWords(words: IndexedWords): string {
  return indexedFields.map((field) => words[field].join(' ')).join('\n');
}

/** Reads the lines that {@link encodeIndexedWords} wrote, those without words left out. */
export function readIndexedLines(text: string): IndexedLine[] {
  const lines = text.split('\n');
  return indexedFields
    .map((field, index) => ({
      text: lines[index] ?? '',
      weight: fieldWeights[field],
    }))
    .filter((line) => line.text !== '');
}
