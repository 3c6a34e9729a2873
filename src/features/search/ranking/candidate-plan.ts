import { analyzerNames, termOf } from '../analysis/analyze';
import type { SearchQuery } from '../analysis/query-parser';
import { inverseDocumentFrequency } from './bm25';
import type { MatchExpression } from './match-expression';
import { termsOf, type TermGroup } from './term-group';

/** What to ask the text index for. */
export interface CandidatePlan {
  readonly lists: readonly CandidateList[];
  /** How many of the newest articles of each list are looked at. */
  readonly listLength: number;
}

/** One of the short lists of articles whose union the candidates are chosen from. */
export interface CandidateList {
  readonly expression: MatchExpression;
  /** What being on the list is worth; whole numbers, so that every database adds them up alike. */
  readonly weight: number;
}

/** How many rows all lists of a plan may have together: what bounds the work of a search. */
const maxRows = 6000;

/** No list is cut shorter, however many words a query has. */
const minListLength = 200;

/** How many candidates, best covered first, are read and scored word by word. */
export const maxScored = 100;

/** How many articles one search ranks, counts and pages through. */
export const maxRanked = 1000;

/** The rarest words of those that more articles hold than a list is long are asked for in pairs. */
const maxPairedGroups = 4;

/** For a query with phrases, titles are searched for its rarest words only. */
const maxTitleLists = 8;

const titleShare = 0.5;
const weightScale = 1000;

/**
 * Plans which lists to ask the text index for: the articles of each word of the query, those with it
 * in the title, those with all words, and those with two of the common ones.
 *
 * Shape: every list is cut to its newest `listLength`, so that the work does not grow with the index; an
 * article's coverage is the sum of the weights of the lists that it is on.
 */
export function planCandidates(
  query: SearchQuery,
  groups: readonly TermGroup[],
  articleCount: number,
): CandidatePlan {
  const known = groups
    .map((group) => ({ group, weight: weightOf(group, articleCount) }))
    .sort((one, other) => other.weight - one.weight);
  const lists = query.phrases.length > 0 ? listsBesidePhrases(known, query) : listsOf(known);
  return {
    lists: lists.map((list) => ({ ...list, expression: restrict(list.expression, query) })),
    listLength: Math.max(
      minListLength,
      Math.min(maxRanked, Math.floor(maxRows / Math.max(lists.length, 1))),
    ),
  };
}

function listsOf(known: readonly Weighed[]): CandidateList[] {
  const lists = known.flatMap((weighed) => [anywhere(weighed), inTitle(weighed)]);
  if (known.length > 1) lists.push(together(known));
  const common = known
    .filter(({ group }) => group.articleCount > minListLength)
    .slice(0, maxPairedGroups);
  if (known.length > 2) lists.push(...pairsOf(common).map(together));
  return lists;
}

/**
 * Every article on a list holds all phrases, so a word of theirs needs no list of its own: one list
 * of the phrases alone stands for them all.
 */
function listsBesidePhrases(known: readonly Weighed[], query: SearchQuery): CandidateList[] {
  const inPhrases = new Set(query.phrases.flat());
  const [quoted, bare] = [true, false].map((isQuoted) =>
    known.filter(({ group }) => inPhrases.has(group.word) === isQuoted),
  );
  if (quoted === undefined || bare === undefined || quoted.length === 0) return listsOf(known);
  return [together(quoted), ...bare.map(anywhere), ...known.slice(0, maxTitleLists).map(inTitle)];
}

function anywhere({ group, weight }: Weighed): CandidateList {
  return { expression: anyOf(group, false), weight };
}

function inTitle({ group, weight }: Weighed): CandidateList {
  return { expression: anyOf(group, true), weight: Math.round(weight * titleShare) };
}

interface Weighed {
  readonly group: TermGroup;
  readonly weight: number;
}

function weightOf(group: TermGroup, articleCount: number): number {
  return Math.round(weightScale * inverseDocumentFrequency(articleCount, group.articleCount)) + 1;
}

function anyOf(group: TermGroup, inTitle: boolean): MatchExpression {
  return { kind: 'any', terms: [...group.terms, ...group.expansions.keys()], inTitle };
}

function together(groups: readonly Weighed[]): CandidateList {
  return {
    expression: { kind: 'and', parts: groups.map(({ group }) => anyOf(group, false)) },
    weight: groups.reduce((total, { weight }) => total + weight, 0),
  };
}

function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other): [T, T] => [one, other]));
}

/** Phrases have to match and excluded words must not; whole phrases are excluded after reading. */
function restrict(expression: MatchExpression, query: SearchQuery): MatchExpression {
  const required = query.phrases.map(rowOf);
  const matching: MatchExpression =
    required.length > 0 ? { kind: 'and', parts: [expression, ...required] } : expression;
  const excluded = query.exclusions.filter((words) => words.length === 1).flat();
  if (excluded.length === 0) return matching;
  const terms = [...new Set(excluded.flatMap((word) => termsOf(word)))];
  return { kind: 'without', part: matching, excluded: { kind: 'any', terms, inTitle: false } };
}

/** A phrase is a row of stems to the index; whether the words are the same is seen on reading. */
function rowOf(phrase: readonly string[]): MatchExpression {
  const rows = analyzerNames.map((analyzer) => phrase.map((word) => termOf(word, analyzer)));
  const different = [...new Map(rows.map((terms) => [terms.join(' '), terms])).values()];
  return { kind: 'or', parts: different.map((terms) => ({ kind: 'row', terms })) };
}
