// `npx tsx bench/compare-builds.ts comment|page|front ROUNDS SECONDS FOLDER FOLDER…`: measures builds
// of the service in turn, each folder with its own dist, and prints their ratios to the first.
import { resolve } from 'node:path';
import { withCopies } from './benches/parts/with-copies';
import { sampleArticles } from './checks/sample-database';
import { usualPlan } from './data/data-plan';
import { makeDatabase } from './data/make-database';
import { compare, type Contender, type Figure, type Measured, repeat } from './load/compare';
import { Driver } from './load/driver';
import { postOperation } from './load/graphql-requests';
import { Operations } from './load/operations';
import { startServer } from './processes/server-process';
import { readV8Flags } from './processes/v8-flags';
import { withServers } from './processes/with-servers';
import { median } from './report/statistics';

const [kind = '', rounds = '', seconds = '', ...folders] = process.argv.slice(2);
const cache = kind === 'comment' ? 'on' : 'off';

async function main(): Promise<void> {
  const driver = await Driver.start();
  const operations = await Operations.read();
  const times = { rounds: Number(rounds), roundSeconds: Number(seconds), warmUpSeconds: 6 };
  const kit = {
    driver,
    operations,
    folder: null,
    options: { ...times, isQuick: false, connections: 32 },
  };
  const database = await makeDatabase(usualPlan);
  try {
    await withCopies(database, (makeCopy) =>
      withServers(async (keep) => {
        const contenders: Contender[] = [];
        for (const [index, folder] of folders.entries()) {
          const copy = await makeCopy(`build-${index}`);
          const server = await keep(startBuild(folder, copy));
          const articles = await sampleArticles(copy, usualPlan.articleCount);
          const pages =
            kind === 'front'
              ? [operations.frontPage(null)]
              : articles.map(({ slug }) => operations.articlePage(slug));
          const reads = repeat(folder, server, pages.map(postOperation), kit);
          const shared = { origin: server.origin, serverPid: server.pid, connections: 32 };
          const document = operations.document('AddComment');
          const articleIds = articles.map(({ id }) => id);
          const job: Contender['job'] = (roundSeconds, seed) => ({
            ...{ kind: 'comment', ...shared, document, articleIds },
            ...{ seconds: roundSeconds, seed },
          });
          contenders.push(kind === 'comment' ? { label: folder, job } : reads);
        }
        const measured = await compare(kit, contenders);
        for (const one of measured) console.log(describe(one, measured[0] ?? one));
      }),
    );
  } finally {
    driver.stop();
  }
}

async function startBuild(folder: string, database: string) {
  return startServer({
    name: folder,
    args: [...(await readV8Flags()), resolve(folder, 'dist', 'main.js'), 'serve'],
    environment: {
      ...{ DATABASE_URL: `sqlite:${database}`, PUBLIC_URL: 'https://news.example' },
      ...{ SEED: 'false', RATE_LIMIT: 'off', RESPONSE_CACHE: cache, ROW_CACHE: cache },
    },
  });
}

/** The median of the rounds' ratios to another build, and the smallest and largest. */
function describe(one: Measured, other: Measured): string {
  const ratio = (figure: Figure) => {
    const ratios = one.rounds
      .map((round, index) => (figure(round) ?? 0) / (figure(other.rounds[index] ?? round) ?? 0))
      .sort((a, b) => a - b);
    return [median(ratios), ratios[0] ?? 0, ratios.at(-1) ?? 0].map((n) => n.toFixed(2)).join(' ');
  };
  return [
    `${one.label}: median, smallest and largest ratio`,
    `answers/s ${ratio(({ requestsPerSecond }) => requestsPerSecond)}`,
    `CPU ${ratio(({ cpuMicros }) => cpuMicros)}`,
    `main thread ${ratio(({ mainMicros }) => mainMicros)}`,
  ].join('; ');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
