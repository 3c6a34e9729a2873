import type { Analyzer } from '../analysis/analyze';
import { readIndexedLines, type IndexedLine } from './indexed-text';
import { wordEdge } from './trigram-table';
import type { WordMatcher } from './word-matcher';

/** What an article holds of a query. */
export interface Evidence {
  /** Weighted occurrences of each group's stem. */
  readonly stems: Float64Array;
  /** Weighted occurrences of each group's word, letter for letter. */
  readonly words: Float64Array;
  /** Weighted occurrences of each trigram of the query. */
  readonly trigrams: Float64Array;
  wordCount: number;
  letterCount: number;
  /** The most weight of different groups that stand within a few words of one another. */
  proximity: number;
}

/** About a sentence: words further apart than this tell no more than words of one article. */
const windowWords = 15;

interface Hit {
  readonly position: number;
  readonly group: number;
  readonly weight: number;
}

/**
 * Reads an article's indexed text once for all that it has in common with a query.
 *
 * Cost: linear; only words that share a trigram with the query are looked at as words.
 */
export function readEvidence(
  indexedText: string,
  analyzer: Analyzer,
  matcher: WordMatcher,
  groupWeights: readonly number[],
): Evidence {
  const evidence: Evidence = {
    stems: new Float64Array(groupWeights.length),
    words: new Float64Array(groupWeights.length),
    trigrams: new Float64Array(matcher.trigramCount),
    wordCount: 0,
    letterCount: 0,
    proximity: 0,
  };
  for (const line of readIndexedLines(indexedText)) {
    const hits = readLine(line, analyzer, matcher, evidence);
    evidence.proximity = Math.max(evidence.proximity, heaviestWindow(hits, groupWeights));
  }
  return evidence;
}

function readLine(
  { text, weight }: IndexedLine,
  analyzer: Analyzer,
  matcher: WordMatcher,
  evidence: Evidence,
): Hit[] {
  const { trigrams, trigramCount, mayMatchAny } = matcher;
  const hits: Hit[] = [];
  let wordStart = 0;
  let position = 0;
  let mayMatch = mayMatchAny;
  let [first, second] = [wordEdge, wordEdge];
  for (let index = 0; index <= text.length; index += 1) {
    const third = index < text.length ? text.charCodeAt(index) : wordEdge;
    const trigram = second === wordEdge ? -1 : trigrams.find(first, second, third);
    if (trigram >= 0) {
      mayMatch = true;
      if (trigram < trigramCount) add(evidence.trigrams, trigram, weight);
    }
    if (third === wordEdge) {
      const match = mayMatch ? matcher.match(text.slice(wordStart, index), analyzer) : null;
      if (match) {
        add(evidence.stems, match.group, weight * match.weight);
        if (match.isExact) add(evidence.words, match.group, weight);
        hits.push({ position, group: match.group, weight: match.weight });
      }
      wordStart = index + 1;
      position += 1;
      mayMatch = mayMatchAny;
    }
    first = second;
    second = third;
  }
  evidence.wordCount += position;
  evidence.letterCount += text.length + 1 - position;
  return hits;
}

function add(numbers: Float64Array, index: number, amount: number): void {
  numbers[index] = (numbers[index] ?? 0) + amount;
}

/** Slides a window over the hits and returns the most that different groups weigh within it. */
function heaviestWindow(hits: readonly Hit[], groupWeights: readonly number[]): number {
  let heaviest = 0;
  hits.forEach((first, from) => {
    const seen = new Map<number, number>();
    for (let index = from; index < hits.length; index += 1) {
      const hit = hits[index];
      if (!hit || hit.position >= first.position + windowWords) break;
      seen.set(hit.group, Math.max(seen.get(hit.group) ?? 0, hit.weight));
    }
    let total = 0;
    for (const [group, weight] of seen) total += weight * (groupWeights[group] ?? 0);
    heaviest = Math.max(heaviest, total);
  });
  return heaviest;
}
