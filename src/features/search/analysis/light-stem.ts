/** In the order in which they are tried; at most one is taken off. */
const prefixes = ['ال', 'وال', 'بال', 'كال', 'فال', 'لل', 'و'];

/** In the order in which they are tried, each once; the fold has made ة an ه. */
const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];

const minLengthAfterConjunction = 3;
const minLength = 2;

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
  for (const suffix of suffixes) {
    if (stem.endsWith(suffix) && stem.length - suffix.length >= minLength) {
      stem = stem.slice(0, -suffix.length);
    }
  }
  return stem;
}

/** Takes the article and the conjunction off an Arabic word, as the first half of `lightStem`. */
export function withoutPrefix(word: string): string {
  const prefix = prefixes.find((candidate) => {
    const rest = word.length - candidate.length;
    return (
      rest >= (candidate === 'و' ? minLengthAfterConjunction : minLength) &&
      word.startsWith(candidate)
    );
  });
  return prefix === undefined ? word : word.slice(prefix.length);
}
