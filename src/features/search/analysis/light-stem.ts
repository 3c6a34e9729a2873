/** In the order in which they are tried; at most one is taken off. */
const PREFIXES = ['ال', 'وال', 'بال', 'كال', 'فال', 'لل', 'و'];

/** In the order in which they are tried, each once; the fold has made ة an ه. */
const SUFFIXES = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];

const MIN_LENGTH_AFTER_CONJUNCTION = 3;
const MIN_LENGTH = 2;

/**
 * Takes the article, the conjunction and the endings off an Arabic word: the light10 stemmer.
 *
 * Shape: a word that `foldText` has folded.
 * Source: Larkey, Ballesteros and Connell, Light Stemming for Arabic Information Retrieval, in
 * Arabic Computational Morphology, 2007, section 3.1: و leaves at least three letters, everything
 * else at least two.
 */
export function lightStem(word: string): string {
  let stem = withoutPrefix(word);
  for (const suffix of SUFFIXES) {
    if (stem.endsWith(suffix) && stem.length - suffix.length >= MIN_LENGTH) {
      stem = stem.slice(0, -suffix.length);
    }
  }
  return stem;
}

/** Takes the article and the conjunction off an Arabic word, as the first half of `lightStem`. */
export function withoutPrefix(word: string): string {
  const prefix = PREFIXES.find((candidate) => {
    const rest = word.length - candidate.length;
    return (
      rest >= (candidate === 'و' ? MIN_LENGTH_AFTER_CONJUNCTION : MIN_LENGTH) &&
      word.startsWith(candidate)
    );
  });
  return prefix === undefined ? word : word.slice(prefix.length);
}
