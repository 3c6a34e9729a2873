import type { Bench, BenchKit } from '../bench';
import { sampleArticles } from '../checks/sample-database';
import { type DataPlan, usualPlan } from '../data/data-plan';
import { makeDatabase } from '../data/make-database';
import { assertFaultless } from '../load/compare';
import type { LoadResult, MixedFindings } from '../load/load-job';
import type { RunningServer } from '../processes/server-process';
import { startService } from '../processes/start-service';
import { withServers } from '../processes/with-servers';
import type { BenchReport, Row } from '../report/bench-report';
import { median } from '../report/statistics';
import { withCopies } from './parts/with-copies';

/** Few comments to begin with, so that new ones show on the page too and not only in the count. */
const plan: DataPlan = { ...usualPlan, commentsPerArticle: 5, commentCount: 5_000 };

const writeShare = 0.05;
/** Ends a load whose server answers too slowly for its number of answers. */
const maxLoadSeconds = 600;

type Findings = LoadResult & { readonly mixed: MixedFindings };

/** Readers and writers at once: no answer may lack what was acknowledged before it was asked for. */
export const mixed: Bench = {
  name: 'mixed',
  title: '95 % reads by Zipf’s law, 5 % writes: staleness and latency',
  run: async (kit) => {
    const database = await makeDatabase(plan);
    return withCopies(database, async (makeCopy) => {
      const copy = await makeCopy('mixed');
      return withServers(async (keep) =>
        measure(kit, await keep(startService({ database: copy, responseCache: 'on' })), copy),
      );
    });
  },
};

async function measure(
  kit: BenchKit,
  server: RunningServer,
  database: string,
): Promise<BenchReport> {
  const { isQuick, rounds } = kit.options;
  const mixedAnswers = isQuick ? 5_000 : Math.ceil(1_000_000 / rounds);
  const aloneAnswers = isQuick ? 5_000 : 50_000;
  const alone: Findings[] = [];
  const among: Findings[] = [];
  await load(kit, server, database, { answers: aloneAnswers, writes: 0, seed: rounds + 1 });
  for (let seed = 1; seed <= rounds; seed += 1) {
    alone.push(await load(kit, server, database, { answers: aloneAnswers, writes: 0, seed }));
    among.push(
      await load(kit, server, database, { answers: mixedAnswers, writes: writeShare, seed }),
    );
  }
  return report(alone, among);
}

async function load(
  { driver, options, operations }: BenchKit,
  server: RunningServer,
  database: string,
  { answers, writes, seed }: { answers: number; writes: number; seed: number },
): Promise<Findings> {
  const result = await driver.load({
    kind: 'mixed',
    ...{ origin: server.origin, serverPid: server.pid, connections: options.connections },
    ...{ seconds: maxLoadSeconds, seed, answers, writeShare: writes },
    targets: await sampleArticles(database, plan.articleCount),
    documents: {
      articlePage: operations.document('ArticlePage'),
      frontPage: operations.document('FrontPage'),
      addComment: operations.document('AddComment'),
    },
  });
  assertFaultless('The mixed load', result);
  const { mixed: findings } = result;
  if (findings === null) throw new Error('The mixed load found nothing');
  return { ...result, mixed: findings };
}

function report(alone: readonly Findings[], among: readonly Findings[]): BenchReport {
  const sum = (pick: (findings: Findings) => number) =>
    [...alone, ...among].map(pick).reduce((total, value) => total + value, 0);
  const ratio = (p99: (findings: Findings) => number) =>
    median(among.map((one, round) => p99(one) / (alone[round]?.p99Ms ?? Number.NaN)));
  const stale = sum((findings) => findings.mixed.stale);
  const firstStale = among.map((findings) => findings.mixed.firstStale).find((one) => one !== null);
  const p99Target = { unit: '×', target: 3, bound: 'at most' as const };
  return {
    tables: [
      {
        title: 'Reads alone and reads among writes, 32 connections',
        columns: [
          'answers',
          'answers/s',
          'CPU µs',
          'median ms',
          'p99 ms',
          'reads p99',
          'writes p99',
        ],
        rows: [toRow('reads alone', alone), toRow('95 % reads, 5 % writes', among)],
      },
    ],
    verdicts: [
      { label: 'stale answers', value: stale, unit: '', target: 0, bound: 'at most' },
      {
        label: 'p99 of the reads among writes : reads alone',
        value: ratio(({ mixed: { readP99Ms } }) => readP99Ms),
        ...p99Target,
      },
      {
        label: 'p99 of everything among writes : reads alone',
        value: ratio(({ p99Ms }) => p99Ms),
        ...p99Target,
      },
    ],
    notes: [
      `${sum(({ answers }) => answers)} answers were held against what had been acknowledged before they were asked for`,
      ...(firstStale === undefined ? [] : [`The first stale one: ${firstStale}`]),
    ],
  };
}

function toRow(label: string, findings: readonly Findings[]): Row {
  const of = (pick: (one: Findings) => number) => median(findings.map(pick));
  const cpu = (one: Findings) => (one.serverCpu?.total ?? Number.NaN) / one.answers;
  return {
    label,
    values: [
      findings.reduce((total, { answers }) => total + answers, 0),
      of(({ answers, seconds }) => answers / seconds),
      of(cpu),
      of(({ medianMs }) => medianMs),
      of(({ p99Ms }) => p99Ms),
      of(({ mixed: { readP99Ms } }) => readP99Ms),
      of(({ mixed: { writeP99Ms } }) => writeP99Ms),
    ],
    rounds: findings,
  };
}
