import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, BenchKit } from '../bench';
import { sampleArticles } from '../checks/sample-database';
import { usualPlan } from '../data/data-plan';
import { makePhotographs } from '../data/made-photographs';
import { makeDatabase } from '../data/make-database';
import { RenditionClients, type RenditionLoad } from '../load/ask-renditions';
import { assertFaultless } from '../load/compare';
import { postOperation } from '../load/graphql-requests';
import type { LoadRequest, LoadResult } from '../load/load-job';
import type { RunningServer } from '../processes/server-process';
import { createToken, startService } from '../processes/start-service';
import { withServers } from '../processes/with-servers';
import type { BenchReport } from '../report/bench-report';
import { median } from '../report/statistics';
import { withCopies } from './parts/with-copies';

/** Clients that ask for renditions while pages are read. */
const clientCount = 32;
/** Articles whose pages are read. */
const pageCount = 100;
/** Photographs whose first rendition is timed; those before are the worker's warm-up. */
const timedCount = 15;
const warmUpCount = 3;
const crops = ['none', 'square', '4x3', '16x9'];
const widths = [160, 320, 480, 800, 1_200, 1_920, 2_560];
const extensions = ['jpeg', 'webp', 'avif'];

/** What pictures cost, and whether pages wait while they are made. */
export const pictures: Bench = {
  name: 'pictures',
  title: 'Pictures: renditions made, served again, and made beside article pages',
  run: async (kit) => {
    const folder = await mkdtemp(join(tmpdir(), 'maqal-bench-pictures-'));
    try {
      return await withCopies(await makeDatabase(usualPlan), async (makeCopy) => {
        const database = await makeCopy('pictures');
        const token = await createToken(database, 'EDITOR');
        return withServers(async (keep) => {
          const options = { database, responseCache: 'off', filesFolder: folder } as const;
          return measure(kit, await keep(startService(options)), { database, token });
        });
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measure(
  kit: BenchKit,
  server: RunningServer,
  { database, token }: { readonly database: string; readonly token: string },
): Promise<BenchReport> {
  const { rounds, roundSeconds, isQuick } = kit.options;
  // A worker makes some thirty a second; no client may run out of new ones.
  const photographCount = isQuick ? 12 : 40;
  const ids = await sendPhotographs(server, token, photographCount);
  const firstMs = await timeFirstRenditions(server, ids);
  const again = await readAgain(kit, server, `/files/${ids[0] ?? ''}/800-none.jpeg?v=1`);
  const articles = await sampleArticles(database, pageCount);
  const pages = articles.map(({ slug }) => postOperation(kit.operations.articlePage(slug)));
  const addresses = listAddresses(server, ids);
  await load(kit, server, pages, kit.options.warmUpSeconds);
  const alone: LoadResult[] = [];
  const beside: LoadResult[] = [];
  const made: RenditionLoad[] = [];
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await load(kit, server, pages, roundSeconds));
    const clients = new RenditionClients(addresses, clientCount);
    beside.push(await load(kit, server, pages, roundSeconds));
    made.push(await clients.stop());
  }
  return report({ firstMs, again, alone, beside, made });
}

async function sendPhotographs(
  { origin }: RunningServer,
  token: string,
  count: number,
): Promise<string[]> {
  const ids: string[] = [];
  for (const bytes of await makePhotographs(count)) {
    const answer = await fetch(`${origin}/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' },
      body: new Uint8Array(bytes),
    });
    if (answer.status !== 201) throw new Error(`A photograph is answered: ${await answer.text()}`);
    ids.push(((await answer.json()) as { id: string }).id);
  }
  return ids;
}

/** Units: milliseconds from the request to the whole picture. */
async function timeFirstRenditions(
  { origin }: RunningServer,
  ids: readonly string[],
): Promise<number[]> {
  const times: number[] = [];
  for (const id of ids.slice(0, warmUpCount + timedCount)) {
    const startedAt = performance.now();
    const answer = await fetch(`${origin}/files/${id}/800-none.jpeg?v=1`, { redirect: 'error' });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`A rendition is answered with ${answer.status}`);
    times.push(performance.now() - startedAt);
  }
  return times.slice(warmUpCount);
}

function readAgain(kit: BenchKit, server: RunningServer, path: string): Promise<LoadResult> {
  return load(kit, server, [{ method: 'GET', path, headers: {} }], kit.options.roundSeconds);
}

async function load(
  { driver, options }: BenchKit,
  { origin, pid }: RunningServer,
  requests: readonly LoadRequest[],
  seconds: number,
): Promise<LoadResult> {
  const { connections } = options;
  const job = { origin, serverPid: pid, connections, seconds, requests };
  const result = await driver.load({ kind: 'repeat', expectedStatus: 200, seed: 1, ...job });
  assertFaultless('The load', result);
  return result;
}

/** Every rendition but those that were timed: a photograph's after another's. */
function listAddresses({ origin }: RunningServer, ids: readonly string[]): string[] {
  const names = extensions.flatMap((extension) =>
    widths.flatMap((width) => crops.map((crop) => `${width}-${crop}.${extension}`)),
  );
  const fresh = names.filter((name) => name !== '800-none.jpeg');
  return fresh.flatMap((name) => ids.map((id) => `${origin}/files/${id}/${name}?v=1`)).reverse();
}

interface Measured {
  readonly firstMs: readonly number[];
  readonly again: LoadResult;
  readonly alone: readonly LoadResult[];
  readonly beside: readonly LoadResult[];
  readonly made: readonly RenditionLoad[];
}

function report({ firstMs, again, alone, beside, made }: Measured): BenchReport {
  const againMs = again.serverCpu === null ? null : again.serverCpu.total / again.answers / 1_000;
  const p99 = (results: readonly LoadResult[]) => median(results.map(({ p99Ms }) => p99Ms));
  const row = (label: string, results: readonly LoadResult[]) => ({
    label,
    values: [
      median(results.map(({ answers, seconds }) => answers / seconds)),
      median(results.map(({ medianMs }) => medianMs)),
      p99(results),
    ],
    rounds: results.map(({ p99Ms }) => p99Ms),
  });
  const perSecond = median(made.map(({ madeCount, seconds }) => madeCount / seconds));
  const faults = made.reduce((sum, { faultCount }) => sum + faultCount, 0);
  return {
    tables: [
      {
        title: 'A rendition of 800 pixels, JPEG, of a photograph of 12 megapixels',
        columns: ['ms, median', 'fastest', 'slowest', 'CPU, ms'],
        rows: [
          {
            label: 'the first time',
            values: [median(firstMs), Math.min(...firstMs), Math.max(...firstMs), null],
            rounds: firstMs,
          },
          { label: 'again', values: [again.medianMs, null, again.p99Ms, againMs] },
        ],
      },
      {
        title: 'ArticlePage, executed',
        columns: ['a second', 'ms, median', 'p99'],
        rows: [
          row('alone', alone),
          row(`while ${clientCount} clients ask for new renditions`, beside),
        ],
      },
    ],
    verdicts: [
      {
        label: `ArticlePage p99, while ${clientCount} clients ask for new renditions : alone`,
        value: p99(beside) / p99(alone),
        ...{ unit: '×', target: 3, bound: 'at most' },
      },
      {
        label: 'first rendition of 12 megapixels at 800 pixels',
        value: median(firstMs),
        ...{ unit: 'ms', target: 250, bound: 'at most' },
      },
      {
        label: 'the same rendition again, CPU',
        value: againMs,
        ...{ unit: 'ms', target: 1, bound: 'at most' },
      },
    ],
    notes: [
      'The service and the processes that it decodes pictures in share one core',
      `Renditions made while pages were read: ${perSecond.toFixed(1)} a second, in ${extensions.join(', ')}; other answers: ${faults}`,
    ],
  };
}
