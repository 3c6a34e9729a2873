const edge = '^';
const trigramLength = 3;

/** Ranking reads the same few thousand words for every query. */
const maxRememberedWords = 50_000;
const memory = new Map<string, readonly string[]>();

/** One string for each trigram, so that the words which hold it share its memory and its hash. */
const interned = new Map<string, string>();

/**
 * Cuts a word into its overlapping rows of three letters, with a mark for its beginning and end, so
 * that words meet which share letters but no stem.
 *
 * Shape: 'كتاب' gives '^كت', 'كتا', 'تاب', 'اب^'; a word of one letter gives one trigram.
 * Cost: linear in the word; constant for a word that was met before.
 * Source: Mustafa and Al-Radaideh, Using N-grams for Arabic Text Searching, JASIST 55(11), 2004.
 */
export function trigramsOf(word: string): readonly string[] {
  const known = memory.get(word);
  if (known) return known;
  const trigrams = cut(edge + word + edge);
  if (memory.size >= maxRememberedWords) {
    memory.clear();
    interned.clear();
  }
  memory.set(word, trigrams);
  return trigrams;
}

/**
 * Measures how alike two words are by the trigrams that they share.
 *
 * Shape: 0 for nothing in common, 1 for the same trigrams.
 * Source: the Dice coefficient, 1945.
 */
export function similarity(one: string, other: string): number {
  const trigrams = new Set(trigramsOf(one));
  const others = new Set(trigramsOf(other));
  let shared = 0;
  for (const trigram of trigrams) if (others.has(trigram)) shared += 1;
  return (2 * shared) / (trigrams.size + others.size);
}

/** A letter outside the basic plane is two units: cut in half it is no text that a database takes. */
const surrogate = /[\uD800-\uDFFF]/;

function cut(padded: string): string[] {
  if (surrogate.test(padded)) return cutLetters(Array.from(padded));
  const trigrams: string[] = [];
  for (let start = 0; start + trigramLength <= padded.length; start += 1) {
    trigrams.push(intern(padded.slice(start, start + trigramLength)));
  }
  return trigrams;
}

function cutLetters(letters: readonly string[]): string[] {
  const starts = letters.slice(0, Math.max(0, letters.length - trigramLength + 1));
  return starts.map((_, start) => intern(letters.slice(start, start + trigramLength).join('')));
}

function intern(trigram: string): string {
  const known = interned.get(trigram);
  if (known !== undefined) return known;
  interned.set(trigram, trigram);
  return trigram;
}
