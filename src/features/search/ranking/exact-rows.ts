import { analyzerNames, apostropheUseOf } from '../analysis/analyze';
import { withoutApostrophe } from '../analysis/apostrophes';
import { withoutPrefix } from '../analysis/light-stem';
import type { SearchQuery } from '../analysis/query-parser';

/**
 * Whether an article holds a query's phrases word for word and none of those that it excludes.
 *
 * Shape: the article's text as the index keeps it. Only what Arabic writes onto the first word, the
 * article and 'and', may differ: "وقف إطلاق النار" is found in 'ووقف إطلاق النار'. A phrase may be
 * written with the elided words and case endings that the index leaves out.
 * Cost: linear in the text for each phrase.
 */
export function satisfiesPhrases(indexedText: string, query: SearchQuery): boolean {
  const excluded = query.exclusions.filter((words) => words.length > 1);
  if (query.phrases.length === 0 && excluded.length === 0) return true;
  const lines = indexedText.split('\n').map((line) => line.split(' '));
  const holds = (phrase: readonly string[]): boolean =>
    lines.some((line) => line.some((_, start) => standsAt(line, start, phrase)));
  return query.phrases.every(holds) && !excluded.some(holds);
}

function standsAt(line: readonly string[], start: number, phrase: readonly string[]): boolean {
  return phrase.every((word, offset) => {
    const found = line[start + offset];
    if (found === word || (found !== undefined && isBesideApostrophe(word, found))) return true;
    return offset === 0 && found !== undefined && withoutPrefix(found) === withoutPrefix(word);
  });
}

function isBesideApostrophe(word: string, found: string): boolean {
  if (!word.includes("'")) return false;
  return analyzerNames.some(
    (analyzer) => withoutApostrophe(word, apostropheUseOf(analyzer)) === found,
  );
}
