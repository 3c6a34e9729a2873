// `npx tsx bench/profile.ts [article-page] [front-page] [add-comment]`: where the built service's
// main thread spends its time in first reads and in writes, by module and by function.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleArticles, sampleCursors } from './checks/sample-database';
import { usualPlan } from './data/data-plan';
import { copyDatabase, makeDatabase, removeDatabase } from './data/make-database';
import { Driver } from './load/driver';
import { type Operation, postOperation } from './load/graphql-requests';
import type { LoadJob } from './load/load-job';
import { Operations } from './load/operations';
import type { RunningServer } from './processes/server-process';
import { startService } from './processes/start-service';
import { monotonicMicros, readProfile } from './profile/read-profile';
import { type Shares, summarize } from './profile/summarize';

const warmUpSeconds = 4;
const profiledSeconds = 10;
const sampleMicros = 500;
const shownCount = 25;

type MakeJob = (server: RunningServer, seconds: number, seed: number) => LoadJob;

async function main(): Promise<void> {
  const database = await makeDatabase(usualPlan);
  const jobs = await listJobs(database, await Operations.read());
  const names = process.argv.length > 2 ? process.argv.slice(2) : [...jobs.keys()];
  const driver = await Driver.start();
  try {
    for (const name of names) {
      const makeJob = jobs.get(name);
      if (makeJob === undefined) throw new Error(`There is no load ${name}`);
      await profile(name, database, driver, makeJob);
    }
  } finally {
    driver.stop();
  }
}

async function listJobs(database: string, operations: Operations): Promise<Map<string, MakeJob>> {
  const articles = await sampleArticles(database, usualPlan.articleCount);
  const cursors = await sampleCursors(database, 200);
  const read = (pages: readonly Operation[]): MakeJob => {
    const requests = pages.map(postOperation);
    return (server, seconds, seed) => ({
      kind: 'repeat',
      ...{ origin: server.origin, serverPid: server.pid, connections: 32 },
      ...{ requests, expectedStatus: 200, seconds, seed },
    });
  };
  return new Map([
    ['article-page', read(articles.map(({ slug }) => operations.articlePage(slug)))],
    ['front-page', read(cursors.map((cursor) => operations.frontPage(cursor)))],
    [
      'add-comment',
      (server, seconds, seed) => ({
        kind: 'comment',
        ...{ origin: server.origin, serverPid: server.pid, connections: 32 },
        document: operations.document('AddComment'),
        articleIds: articles.map(({ id }) => id),
        ...{ seconds, seed },
      }),
    ],
  ]);
}

async function profile(
  name: string,
  database: string,
  driver: Driver,
  makeJob: MakeJob,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'maqal-profile-'));
  const copy = await copyDatabase(database, 'profile');
  const server = await startService({
    database: copy,
    responseCache: 'off',
    nodeArgs: ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-interval=${sampleMicros}`],
  });
  await driver.load(makeJob(server, warmUpSeconds, 1));
  const from = monotonicMicros();
  const { answers, seconds, serverCpu } = await driver.load(makeJob(server, profiledSeconds, 2));
  const to = monotonicMicros();
  await server.stop();
  const summary = summarize(await readProfile(folder), { from, to });
  console.log(`\n${name}: ${answers} answers in ${seconds.toFixed(1)} s, cache off, profiled`);
  if (serverCpu !== null) {
    const micros = (total: number) => Math.round(total / answers);
    console.log(
      `  CPU µs an answer: ${micros(serverCpu.total)}, of it the main thread ${micros(serverCpu.main)}`,
    );
  }
  console.log(
    `  ${(summary.outsideShare * 100).toFixed(0)} % of the samples lay outside JavaScript`,
  );
  print('by module, itself', summary.selfByModule);
  print('by module, with what it calls', summary.inclusiveByModule);
  print('by function, itself', summary.selfByFunction);
  await rm(folder, { recursive: true });
  await removeDatabase(copy);
}

function print(title: string, shares: Shares): void {
  console.log(`  ${title}`);
  for (const [what, share] of shares.slice(0, shownCount)) {
    console.log(`    ${(share * 100).toFixed(1).padStart(5)} %  ${what}`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
