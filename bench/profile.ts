// `npx tsx bench/profile.ts [article-page] [front-page] [add-comment] [repeated-page]`: where the
// built service's main thread spends its time in first reads, in writes and in reads of what it
// kept, by module and by function.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleArticles, sampleCursors } from './checks/sample-database';
import { usualPlan } from './data/data-plan';
import { copyDatabase, makeDatabase, removeDatabase } from './data/make-database';
import { Driver } from './load/driver';
import { getDocument, postOperation } from './load/graphql-requests';
import type { LoadJob, LoadRequest } from './load/load-job';
import { Operations } from './load/operations';
import type { RunningServer } from './processes/server-process';
import { startService } from './processes/start-service';
import { monotonicMicros, readProfile } from './profile/read-profile';
import { type Shares, summarize } from './profile/summarize';

const warmUpSeconds = 4;
const profiledSeconds = 10;
const sampleMicros = 500;
const shownCount = 25;
const keptPages = 100;

/** A load, and whether the service may keep answers under it. */
interface ProfiledLoad {
  readonly responseCache: 'on' | 'off';
  readonly makeJob: (server: RunningServer, seconds: number, seed: number) => LoadJob;
}

async function main(): Promise<void> {
  const database = await makeDatabase(usualPlan);
  const loads = await listLoads(database, await Operations.read());
  const names = process.argv.length > 2 ? process.argv.slice(2) : [...loads.keys()];
  const driver = await Driver.start();
  try {
    for (const name of names) {
      const load = loads.get(name);
      if (load === undefined) throw new Error(`There is no load ${name}`);
      await profile(name, database, driver, load);
    }
  } finally {
    driver.stop();
  }
}

async function listLoads(
  database: string,
  operations: Operations,
): Promise<Map<string, ProfiledLoad>> {
  const articles = await sampleArticles(database, usualPlan.articleCount);
  const cursors = await sampleCursors(database, 200);
  const repeat =
    (requests: readonly LoadRequest[]): ProfiledLoad['makeJob'] =>
    (server, seconds, seed) => ({
      kind: 'repeat',
      ...{ origin: server.origin, serverPid: server.pid, connections: 32 },
      ...{ requests, expectedStatus: 200, seconds, seed },
    });
  const pages = articles.map(({ slug }) => operations.articlePage(slug));
  const frontPages = cursors.map((cursor) => operations.frontPage(cursor));
  const comment: ProfiledLoad['makeJob'] = (server, seconds, seed) => ({
    kind: 'comment',
    ...{ origin: server.origin, serverPid: server.pid, connections: 32 },
    document: operations.document('AddComment'),
    articleIds: articles.map(({ id }) => id),
    ...{ seconds, seed },
  });
  return new Map<string, ProfiledLoad>([
    ['article-page', { responseCache: 'off', makeJob: repeat(pages.map(postOperation)) }],
    ['front-page', { responseCache: 'off', makeJob: repeat(frontPages.map(postOperation)) }],
    ['add-comment', { responseCache: 'off', makeJob: comment }],
    [
      'repeated-page',
      {
        responseCache: 'on',
        makeJob: repeat(
          pages.slice(0, keptPages).map(({ name, variables }) => getDocument(name, variables)),
        ),
      },
    ],
  ]);
}

async function profile(
  name: string,
  database: string,
  driver: Driver,
  { responseCache, makeJob }: ProfiledLoad,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'maqal-profile-'));
  const copy = await copyDatabase(database, 'profile');
  const server = await startService({
    database: copy,
    responseCache,
    nodeArgs: ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-interval=${sampleMicros}`],
  });
  await driver.load(makeJob(server, warmUpSeconds, 1));
  const from = monotonicMicros();
  const { answers, seconds, serverCpu } = await driver.load(makeJob(server, profiledSeconds, 2));
  const to = monotonicMicros();
  await server.stop();
  const summary = summarize(await readProfile(folder), { from, to });
  console.log(
    `\n${name}: ${answers} answers in ${seconds.toFixed(1)} s, cache ${responseCache}, profiled`,
  );
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
