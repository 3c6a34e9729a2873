import type { Bench, BenchKit } from '../bench';
import { send } from '../checks/check-answers';
import { type SampledArticle, sampleArticles } from '../checks/sample-database';
import { type DataPlan, usualPlan } from '../data/data-plan';
import { makeDatabase } from '../data/make-database';
import { assertFaultless } from '../load/compare';
import { postOperation } from '../load/graphql-requests';
import type { LoadJob } from '../load/load-job';
import type { RunningServer } from '../processes/server-process';
import { startService } from '../processes/start-service';
import { readResidentBytes } from '../processes/usage';
import { withServers } from '../processes/with-servers';
import type { BenchReport } from '../report/bench-report';
import { mean } from '../report/statistics';
import { withCopies } from './parts/with-copies';

/** Ten thousand pages are 125 MB: more than the cache may keep. */
const plan: DataPlan = { ...usualPlan, articleCount: 10_000, commentCount: 200_000 };

const pagesBeforeFirstLook = 1_000;
const textCount = 20_000;
const quickTextCount = 2_000;
const sampleEveryMs = 250;
const bytesPerMegabyte = 1e6;
const cacheMegabytes = 64;

/** Resident memory: after a thousand pages, and while everything is read and written at once. */
export const memory: Bench = {
  name: 'memory',
  title: 'Resident memory of the service',
  run: async (kit) => {
    const database = await makeDatabase(plan);
    return withCopies(database, async (makeCopy) => {
      const copy = await makeCopy('memory');
      return withServers(async (keep) => {
        const server = await keep(startService({ database: copy, responseCache: 'on' }));
        return measure(kit, server, await sampleArticles(copy, plan.articleCount));
      });
    });
  },
};

async function measure(
  kit: BenchKit,
  server: RunningServer,
  articles: readonly SampledArticle[],
): Promise<BenchReport> {
  const atStart = await readMegabytes(server);
  for (const { slug } of articles.slice(0, pagesBeforeFirstLook)) {
    const response = await send(server, postOperation(kit.operations.articlePage(slug)));
    await response.arrayBuffer();
  }
  const afterPages = await readMegabytes(server);
  const afterTexts = await readDistinctTexts(kit, server);
  const samples = await sampleUnderLoad(kit, server, articles);
  const third = Math.floor(samples.length / 3);
  const [middle, last] = [samples.slice(third, 2 * third), samples.slice(2 * third)];
  const most = Math.max(...samples);
  return {
    tables: [
      {
        title: 'Resident memory',
        columns: ['MB'],
        rows: [
          { label: 'started', values: [atStart] },
          { label: `after ${pagesBeforeFirstLook} article pages`, values: [afterPages] },
          ...afterTexts.map(({ count, megabytes }) => ({
            label: `after ${count} distinct documents`,
            values: [megabytes],
          })),
          { label: 'under load, second third', values: [mean(middle)] },
          { label: 'under load, last third', values: [mean(last)] },
          { label: 'under load, at most', values: [most], rounds: samples },
        ],
      },
    ],
    verdicts: [
      {
        label: 'after a thousand article pages',
        value: afterPages,
        ...{ unit: 'MB', target: 240, bound: 'at most' as const },
      },
      {
        label: `under load, with a cache of ${cacheMegabytes} MB`,
        value: most,
        ...{ unit: 'MB', target: 300, bound: 'at most' as const },
      },
      {
        label: 'flat: all distinct documents : half of them',
        value:
          (afterTexts.at(-1)?.megabytes ?? Number.NaN) / (afterTexts[0]?.megabytes ?? Number.NaN),
        ...{ unit: '×', target: 1.1, bound: 'at most' as const },
      },
      {
        label: 'flat: last third of the load : second third',
        value: mean(last) / mean(middle),
        ...{ unit: '×', target: 1.1, bound: 'at most' as const },
      },
    ],
    notes: [`Load: ${articles.length} articles by Zipf’s law, 5 % of it comments`],
  };
}

/** Resident memory after half of the distinct documents and after all; each is sent twice, to be compiled. */
async function readDistinctTexts(
  { options, operations }: BenchKit,
  server: RunningServer,
): Promise<{ readonly count: number; readonly megabytes: number }[]> {
  const count = options.isQuick ? quickTextCount : textCount;
  const looks: { count: number; megabytes: number }[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { document, ...page } = operations.articlePage('nothing');
    const distinct = document.replace('commentCount', `commentCount n${number}: commentCount`);
    const request = postOperation({ ...page, document: distinct });
    for (let turn = 0; turn < 2; turn += 1) await (await send(server, request)).arrayBuffer();
    if (number === count / 2 || number === count) {
      looks.push({ count: number, megabytes: await readMegabytes(server) });
    }
  }
  return looks;
}

/** Units: megabytes, one value for each look. */
async function sampleUnderLoad(
  { driver, options, operations }: BenchKit,
  server: RunningServer,
  targets: readonly SampledArticle[],
): Promise<number[]> {
  const job: LoadJob = {
    kind: 'mixed',
    ...{ origin: server.origin, serverPid: server.pid, connections: options.connections },
    ...{ targets, seed: 1, writeShare: 0.05, seconds: options.isQuick ? 9 : 90 },
    documents: {
      articlePage: operations.document('ArticlePage'),
      frontPage: operations.document('FrontPage'),
      addComment: operations.document('AddComment'),
    },
  };
  const samples: number[] = [];
  const timer = setInterval(() => {
    void readMegabytes(server).then((megabytes) => samples.push(megabytes));
  }, sampleEveryMs);
  try {
    assertFaultless('The load', await driver.load(job));
  } finally {
    clearInterval(timer);
  }
  return samples;
}

async function readMegabytes({ pid }: RunningServer): Promise<number> {
  return ((await readResidentBytes(pid)) ?? Number.NaN) / bytesPerMegabyte;
}
