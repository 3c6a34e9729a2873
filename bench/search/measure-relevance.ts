import { stemmer as oramaStem } from '@orama/stemmers/arabic';
import { listSpellings } from '../../test/support/arabic-spellings';
import type { RunningServer } from '../processes/server-process';
import { withServers } from '../processes/with-servers';
import type { BenchReport, Row, Verdict } from '../report/bench-report';
import { loadArticles } from './load-articles';
import { search } from './search-client';
import { startSearchService } from './search-service';
import { rawWords, type Tokenizer, WordSearch } from './word-search';
import { meanReciprocalRank, type Question, type QuestionSet } from './xquad';

/** What one engine found of all questions. */
export interface Relevance {
  readonly engine: string;
  /** Null where the engine was not there. */
  readonly meanReciprocalRank: number | null;
  /** Questions of which one of five spellings found another list. */
  readonly differentCount: number | null;
}

/** Questions that are asked at the same time, each in its five spellings. */
const questionsAtOnce = 4;

/** Asks all questions, each in five spellings, of a service on the database. */
export async function measureRelevance(
  engine: string,
  databaseUrl: string,
  { paragraphs, questions }: QuestionSet,
): Promise<Relevance> {
  const ids = await loadArticles(databaseUrl, paragraphs);
  const lists = await withServers(async (keep) =>
    askAll(await keep(startSearchService(databaseUrl)), questions),
  );
  const found = lists.map(([asWritten = []]) => asWritten.map((id) => ids.indexOf(id)));
  const different = lists.filter((spelled) => new Set(spelled.map((list) => list.join())).size > 1);
  return {
    engine,
    meanReciprocalRank: meanReciprocalRank(questions, found),
    differentCount: different.length,
  };
}

/** How well words find the same paragraphs without any of this. */
export function measureBaselines({ paragraphs, questions }: QuestionSet): Row[] {
  const texts = paragraphs.map(({ title, text }) => `${title} ${text}`);
  const row = (label: string, tokenize: Tokenizer): Row => {
    const words = new WordSearch(texts, tokenize);
    const found = questions.map(({ text }) => words.find(text, 10));
    return { label, values: [toPercent(meanReciprocalRank(questions, found)), null] };
  };
  return [
    row('raw words, BM25', rawWords),
    row('stems of @orama/stemmers, BM25', (text) => rawWords(text).map((word) => oramaStem(word))),
  ];
}

/** The report's part about relevance. */
export function reportRelevance(
  measured: readonly Relevance[],
  baselines: readonly Row[],
): BenchReport {
  const rows = measured.map(({ engine, meanReciprocalRank: rank, differentCount }) => ({
    label: `Maqal on ${engine}`,
    values: [toPercent(rank), differentCount],
  }));
  const verdicts = measured.flatMap(({ engine, ...values }): Verdict[] => [
    {
      label: `mean reciprocal rank in the first ten, ${engine}`,
      value: toPercent(values.meanReciprocalRank),
      ...{ unit: '%', target: 94.5, bound: 'at least' },
    },
    {
      label: `questions whose five spellings find different lists, ${engine}`,
      value: values.differentCount,
      ...{ unit: '', target: 0, bound: 'at most' },
    },
  ]);
  return {
    tables: [
      {
        title: 'XQuAD in Arabic: 240 paragraphs as articles, 1,190 questions',
        columns: ['MRR@10 %', 'different lists'],
        rows: [...rows, ...baselines],
      },
    ],
    verdicts,
    notes: ['Each question was asked as it is written and in four other spellings'],
  };
}

async function askAll(
  server: RunningServer,
  questions: readonly Question[],
): Promise<string[][][]> {
  const lists: string[][][] = [];
  for (let start = 0; start < questions.length; start += questionsAtOnce) {
    const asked = questions
      .slice(start, start + questionsAtOnce)
      .map(({ text }) =>
        Promise.all(listSpellings(text).map((spelling) => search(server, spelling))),
      );
    lists.push(...(await Promise.all(asked)));
  }
  return lists;
}

/** A report writes two digits behind the point of a number below ten: too few for a rank. */
function toPercent(value: number | null): number | null {
  return value === null ? null : value * 100;
}
