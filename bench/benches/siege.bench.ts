import { setTimeout as wait } from 'node:timers/promises';
import type { Bench, BenchKit } from '../bench';
import { type SampledArticle, sampleArticles } from '../checks/sample-database';
import { usualPlan } from '../data/data-plan';
import { makeDatabase } from '../data/make-database';
import { createRandom } from '../data/random';
import { readServiceSchema } from '../data/service-schema';
import type { LoadResult } from '../load/load-job';
import type { RunningServer } from '../processes/server-process';
import { startService } from '../processes/start-service';
import { readResidentBytes } from '../processes/usage';
import { withServers } from '../processes/with-servers';
import type { BenchReport } from '../report/bench-report';
import { mean } from '../report/statistics';
import { attacks, type AttackTarget, checkDocuments } from '../siege/attacks';
import { withCopies } from './parts/with-copies';

const siegeSeconds = 300;
const quickSeconds = 20;
/** Each sends one attack after another, chosen at random. */
const attackerCount = 8;
/** Honest readers keep to the newest articles, attackers to the others: what is lost can be counted. */
const honestArticleCount = 500;
const honestConnections = 8;
const sampleEveryMs = 250;
const bytesPerMegabyte = 1e6;

interface Findings {
  readonly honest: LoadResult;
  readonly attackCounts: ReadonlyMap<string, number>;
  /** Units: megabytes, one value for each look. */
  readonly memory: readonly number[];
  readonly hasEnded: boolean;
  readonly lostComments: number;
}

/** Every kind of attack at once among honest traffic, with no limit on what a client may ask for. */
export const siege: Bench = {
  name: 'siege',
  title: 'Attacks of every kind among honest traffic',
  run: async (kit) => {
    const database = await makeDatabase(usualPlan);
    return withCopies(database, async (makeCopy) => {
      const copy = await makeCopy('siege');
      return withServers(async (keep) => {
        const server = await keep(startService({ database: copy, responseCache: 'on' }));
        return report(await besiege(kit, server, copy));
      });
    });
  },
};

async function besiege(kit: BenchKit, server: RunningServer, database: string): Promise<Findings> {
  const articles = await sampleArticles(database, usualPlan.articleCount);
  const honest = articles.slice(0, honestArticleCount);
  const others = articles.slice(honestArticleCount);
  const schema = await readServiceSchema();
  checkDocuments(schema);
  const target: AttackTarget = {
    origin: server.origin,
    schema,
    pools: { ids: others.map(({ id }) => id), texts: others.map(({ slug }) => slug) },
  };
  const ending = new AbortController();
  const attackCounts = new Map<string, number>();
  const attackers = Array.from({ length: attackerCount }, (_, index) =>
    attack(target, index, ending.signal, attackCounts),
  );
  const memory: number[] = [];
  const timer = setInterval(() => {
    void readResidentBytes(server.pid).then((bytes) => {
      if (bytes !== null) memory.push(bytes / bytesPerMegabyte);
    });
  }, sampleEveryMs);
  const result = await sendHonestly(kit, server, honest);
  ending.abort();
  clearInterval(timer);
  await Promise.all(attackers);
  const hasEnded = server.hasEnded();
  // Acknowledged means durable: the file must hold every comment after a kill.
  if (!hasEnded) process.kill(server.pid, 'SIGKILL');
  while (!server.hasEnded()) await wait(20);
  const remaining = (await sampleArticles(database, usualPlan.articleCount)).filter(({ id }) =>
    honest.some((article) => article.id === id),
  );
  const added = countComments(remaining) - countComments(honest);
  const acknowledged = result.mixed?.acknowledged ?? Number.NaN;
  const lostComments = Math.max(0, acknowledged - added);
  return { honest: result, attackCounts, memory, hasEnded, lostComments };
}

async function attack(
  target: AttackTarget,
  seed: number,
  ending: AbortSignal,
  counts: Map<string, number>,
): Promise<void> {
  const random = createRandom(seed + 1);
  const names = Object.keys(attacks);
  while (!ending.aborted) {
    const name = random.pick(names);
    await attacks[name]?.(target, random);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    // A refused connection fails at once: without a pause the loop would starve the timers.
    await wait(1);
  }
}

function sendHonestly(
  { driver, options, operations }: BenchKit,
  server: RunningServer,
  targets: readonly SampledArticle[],
): Promise<LoadResult> {
  return driver.load({
    kind: 'mixed',
    ...{ origin: server.origin, serverPid: server.pid, connections: honestConnections },
    ...{ targets, seed: 1, writeShare: 0.05 },
    seconds: options.isQuick ? quickSeconds : siegeSeconds,
    documents: {
      articlePage: operations.document('ArticlePage'),
      frontPage: operations.document('FrontPage'),
      addComment: operations.document('AddComment'),
    },
  });
}

function countComments(articles: readonly SampledArticle[]): number {
  return articles.reduce((sum, { commentCount }) => sum + commentCount, 0);
}

function report(findings: Findings): BenchReport {
  const { honest, attackCounts, memory, hasEnded, lostComments } = findings;
  const third = Math.floor(memory.length / 3);
  const [middle, last] = [memory.slice(third, 2 * third), memory.slice(2 * third)];
  const most = Math.max(...memory);
  return {
    tables: [
      {
        title: 'Honest requests meanwhile',
        columns: ['answers', 'faults', 'median ms', 'p99 ms'],
        rows: [
          {
            label: `${honestConnections} connections`,
            values: [honest.answers, honest.faults, honest.medianMs, honest.p99Ms],
          },
        ],
      },
      {
        title: 'Attacks',
        columns: ['count'],
        rows: [...attackCounts].map(([label, count]) => ({ label, values: [count] })),
      },
      {
        title: 'Resident memory',
        columns: ['MB'],
        rows: [
          { label: 'second third', values: [mean(middle)] },
          { label: 'last third', values: [mean(last)] },
          { label: 'at most', values: [most], rounds: memory },
        ],
      },
    ],
    verdicts: [
      atMost('process ends', hasEnded ? 1 : 0, 0),
      atMost('acknowledged comments that are lost', lostComments, 0),
      atMost('stale answers', honest.mixed?.stale ?? null, 0),
      atMost('honest requests that failed', honest.faults, 0),
      { ...atMost('resident memory', most, 600), unit: 'MB' },
      { ...atMost('flat: last third : second third', mean(last) / mean(middle), 1.1), unit: '×' },
    ],
    notes: [
      `${attackerCount} attackers without a pause, RATE_LIMIT=off`,
      ...(honest.firstFault === null ? [] : [`The first fault: ${honest.firstFault}`]),
    ],
  };
}

function atMost(label: string, value: number | null, target: number) {
  return { label, value, unit: '', target, bound: 'at most' as const };
}
