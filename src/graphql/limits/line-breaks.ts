import { stripIgnoredCharacters } from 'graphql';

/** Line breaks of one document, beyond those that mean nothing. */
export const maxLineBreaks = 2_000;

/**
 * A document with few line breaks and the same meaning; null where its texts hold too many.
 *
 * graphql-js finds the place of each error by counting the line breaks before it, so thousands of
 * errors behind thousands of line breaks would take minutes. Places in a document that had more
 * than `maxLineBreaks` are those of its one line.
 */
export function limitLineBreaks(document: string): string | null {
  if (!hasTooMany(document)) return document;
  try {
    const short = stripIgnoredCharacters(document);
    return hasTooMany(short) ? null : short;
  } catch {
    // The parser says what is wrong with it, in one error.
    return document;
  }
}

function hasTooMany(document: string): boolean {
  if (document.length <= maxLineBreaks) return false;
  let count = 0;
  for (const _ of document.matchAll(/[\n\r]/g)) {
    count += 1;
    if (count > maxLineBreaks) return true;
  }
  return false;
}
