import type { ArticleAggregate } from '../article';
import { highlightRanges, type SoughtTerms } from './highlight';
import { SearchField, type SearchHighlight } from './search-connection';

/** Paragraphs that are shown: enough for a list of results. */
const maxParagraphs = 3;

/**
 * The texts of an article in which a search has found words.
 *
 * Shape: title, summary, headings and captions that hold some, and the three paragraphs that hold
 * most of them, in reading order; none where a word was only found by its likeness.
 * Cost: linear in the article.
 */
export function highlightArticle(
  { article, sections, images }: ArticleAggregate,
  sought: SoughtTerms,
): SearchHighlight[] {
  const mark = (field: SearchField, texts: readonly (string | null)[]): SearchHighlight[] =>
    texts.flatMap((text) => {
      const ranges = text === null ? [] : highlightRanges(text, article.locale, sought);
      return text === null || ranges.length === 0 ? [] : [{ field, text, ranges }];
    });
  return [
    ...mark(SearchField.TITLE, [article.title]),
    ...mark(SearchField.SUMMARY, [article.summary]),
    ...mark(
      SearchField.HEADING,
      sections.map(({ heading }) => heading),
    ),
    ...chooseBest(
      mark(
        SearchField.BODY,
        sections.flatMap(({ paragraphs }) => paragraphs),
      ),
    ),
    ...mark(
      SearchField.CAPTION,
      images.map(({ caption }) => caption),
    ),
  ];
}

function chooseBest(paragraphs: readonly SearchHighlight[]): SearchHighlight[] {
  const best = [...paragraphs]
    .sort((one, other) => countDifferent(other) - countDifferent(one))
    .slice(0, maxParagraphs);
  return paragraphs.filter((paragraph) => best.includes(paragraph));
}

function countDifferent({ text, ranges }: SearchHighlight): number {
  return new Set(ranges.map(({ start, end }) => text.slice(start, end))).size;
}
