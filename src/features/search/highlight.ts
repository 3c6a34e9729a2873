import { dropHamzas, foldText, foldWithMapWithoutHamzas, originalRange } from '../../lib/text';
import { analyzerOf, termOf } from './analysis/analyze';
import { segmentWords, type WordSegment } from './analysis/word-segments';
import type { TermGroup } from './ranking/term-group';

/** Half-open range in UTF-16 code units of the text that it was made for. */
export interface HighlightRange {
  readonly start: number;
  readonly end: number;
}

/** The terms, and words of any language, that a search has looked for. */
export type SoughtTerms = ReadonlySet<string>;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Collects the terms whose words are shown as found: a query's own and those that it may mean. */
export function soughtTerms(groups: readonly TermGroup[]): SoughtTerms {
  return new Set(
    groups.flatMap(({ word, terms, expansions }) => [word, ...terms, ...expansions.keys()]),
  );
}

/**
 * Finds the words of a text that a search has looked for.
 *
 * Shape: in order, none overlap; each covers whole words in whole grapheme clusters, marks and
 * invisible characters included, and folds to the words that were found. A ligature that holds
 * other words besides is left out.
 * Units: UTF-16 code units of `text`.
 * Cost: linear.
 * Source: UAX #29, extended grapheme clusters.
 */
export function highlightRanges(
  text: string,
  locale: string,
  sought: SoughtTerms,
): HighlightRange[] {
  const analyzer = analyzerOf(locale);
  const folded = foldWithMapWithoutHamzas(text);
  const clusters = graphemes.segment(text);
  const ranges: (HighlightRange & { readonly words: WordSegment })[] = [];
  for (const segment of segmentWords(folded.folded)) {
    if (!sought.has(segment.word) && !sought.has(termOf(segment.word, analyzer))) continue;
    const { start, end } = wholeClusters(
      clusters,
      originalRange(folded, segment.start, segment.end),
    );
    const last = ranges.at(-1);
    if (last && start < last.end) {
      ranges.pop();
      const word = folded.folded.slice(last.words.start, segment.end);
      const words = { word, start: last.words.start, end: segment.end };
      ranges.push({ start: last.start, end: Math.max(end, last.end), words });
    } else {
      ranges.push({ start, end, words: segment });
    }
  }
  return ranges
    .filter(({ start, end, words }) => dropHamzas(foldText(text.slice(start, end))) === words.word)
    .map(({ start, end }) => ({ start, end }));
}

/** Widens a range to the clusters that it touches: a sign before a number is one with it. */
function wholeClusters(clusters: Intl.Segments, { start, end }: HighlightRange): HighlightRange {
  const first = clusters.containing(start);
  const last = clusters.containing(end - 1);
  return {
    start: first?.index ?? start,
    end: last ? last.index + last.segment.length : end,
  };
}
