/** How soon another occurrence of a term stops telling anything new. */
const k1 = 1.2;

/** How much of a text's length is held against it. */
const B = 0.75;

/**
 * Weighs a term by how few of the articles hold it.
 *
 * Shape: never negative, so that a word which most articles hold does no harm.
 * Source: Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009,
 * section 3.1; the `1 +` under the logarithm as in Lucene.
 */
export function inverseDocumentFrequency(articleCount: number, holdingCount: number): number {
  const count = Math.max(articleCount, holdingCount);
  return Math.log(1 + (count - holdingCount + 0.5) / (holdingCount + 0.5));
}

/**
 * Weighs how often a term stands in a text against the text's length.
 *
 * Shape: 0 for a term that is not there, below 2.2 however often it is.
 * Source: the same, section 3.2.
 */
export function saturate(frequency: number, length: number, averageLength: number): number {
  if (frequency === 0) return 0;
  const norm = averageLength > 0 ? 1 - B + (B * length) / averageLength : 1;
  return (frequency * (k1 + 1)) / (frequency + k1 * norm);
}
