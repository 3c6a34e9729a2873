import { dropHamzas, foldText, foldWithMapWithoutHamzas, originalRange } from '../../lib/text';
import { analyzerOf, apostropheUseOf, termOf, type Analyzer } from './analysis/analyze';
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
 * other words is left out.
 * Units: UTF-16 code units of `text`.
 * Cost: linear.
 * Source: UAX #29, extended grapheme clusters.
 */
export function highlightRanges(
  text: string,
  locale: string,
  sought: SoughtTerms,
): HighlightRange[] {
  const folded = foldWithMapWithoutHamzas(text);
  const clusters = graphemes.segment(text);
  const shown: Shown[] = [];
  for (const found of soughtWords(folded.folded, analyzerOf(locale), sought)) {
    const range = wholeClusters(clusters, originalRange(folded, found.start, found.end));
    const last = shown.at(-1);
    if (last && range.start < last.end) {
      last.end = Math.max(last.end, range.end);
      last.words.push(found);
    } else shown.push({ ...range, words: [found] });
  }
  return shown
    .filter(({ start, end, words }) => isWhole(text.slice(start, end), folded.folded, words))
    .map(({ start, end }) => ({ start, end }));
}

interface FoundWord extends WordSegment {
  /** The how-many-eth word of the text it is. */
  readonly index: number;
}

/** A range with the words that lie in it: several where one ligature stands for them all. */
interface Shown {
  readonly start: number;
  end: number;
  readonly words: FoundWord[];
}

function soughtWords(folded: string, analyzer: Analyzer, sought: SoughtTerms): FoundWord[] {
  return segmentWords(folded, apostropheUseOf(analyzer))
    .map((segment, index) => ({ ...segment, index }))
    .filter(({ word }) => sought.has(word) || sought.has(termOf(word, analyzer)));
}

/** Whether the shown text holds exactly the words that were found. */
function isWhole(shown: string, folded: string, words: readonly FoundWord[]): boolean {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || last.index - first.index !== words.length - 1) return false;
  return dropHamzas(foldText(shown)) === folded.slice(first.start, last.end);
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
