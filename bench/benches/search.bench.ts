import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, BenchKit } from '../bench';
import type { BenchReport } from '../report/bench-report';
import { measureGrowth } from '../search/measure-growth';
import {
  measureBaselines,
  measureRelevance,
  type Relevance,
  reportRelevance,
} from '../search/measure-relevance';
import { createBenchPostgres } from '../search/postgres-database';
import { type QuestionSet, readXquad } from '../search/xquad';
import { joinReports } from './parts/join-reports';

/** Whether Arabic is found by whoever spells it how, and what that costs when articles are many. */
export const search: Bench = {
  name: 'search',
  title: 'Search: questions in Arabic, and 100,000 articles beside 1,000',
  run: async (kit) => {
    const folder = await mkdtemp(join(tmpdir(), 'maqal-bench-search-'));
    try {
      return await measure(kit, (name) => join(folder, `${name}.sqlite`));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measure(
  { options }: BenchKit,
  pathOf: (name: string) => string,
): Promise<BenchReport> {
  const all = await readXquad();
  const set = options.isQuick ? { ...all, questions: all.questions.slice(0, 100) } : all;
  const relevance = reportRelevance(
    [
      await measureRelevance('SQLite', `sqlite:${pathOf('xquad')}`, set),
      await measureOnPostgres(set),
    ],
    measureBaselines(set),
  );
  const growth = await measureGrowth(pathOf, {
    largeCount: options.isQuick ? 10_000 : 100_000,
    rounds: options.rounds,
  });
  return joinReports([relevance, growth]);
}

async function measureOnPostgres(set: QuestionSet): Promise<Relevance> {
  const engine = 'PostgreSQL';
  const database = await createBenchPostgres();
  if (database === null) {
    console.log('PostgreSQL is not measured: TEST_DATABASE_URL names no server');
    return { engine, meanReciprocalRank: null, differentCount: null };
  }
  try {
    return await measureRelevance(engine, database.url, set);
  } finally {
    await database.drop();
  }
}
