import { withServers } from '../processes/with-servers';
import type { BenchReport } from '../report/bench-report';
import { median } from '../report/statistics';
import { fillNews } from './fill-news';
import { GeneratedNews } from './generated-news';
import { readIndexBytes } from './index-size';
import { timeSearches } from './search-client';
import { reindex, startSearchService } from './search-service';

/** How many searches each round times. */
const queryCount = 100;
const bytesPerMegabyte = 1e6;

/** A file of articles, indexed. */
interface Stage {
  readonly articleCount: number;
  readonly url: string;
  readonly textBytes: number;
  readonly indexBytes: number;
  readonly indexingSeconds: number;
}

/** Times the same searches in a small and in a large file. Shape: `pathOf` gives a new file's path. */
export async function measureGrowth(
  pathOf: (name: string) => string,
  { largeCount, rounds }: { readonly largeCount: number; readonly rounds: number },
): Promise<BenchReport> {
  const small = await makeStage(pathOf('small'), 1_000);
  const large = await makeStage(pathOf('large'), largeCount);
  const times = await withServers(async (keep) => {
    const servers = [
      await keep(startSearchService(small.url)),
      await keep(startSearchService(large.url)),
    ];
    const news = new GeneratedNews(1);
    const queries = Array.from({ length: queryCount }, () => news.query());
    const measured: number[][] = servers.map(() => []);
    for (let round = 0; round <= rounds; round += 1) {
      for (const [index, server] of servers.entries()) {
        const taken = await timeSearches(server, queries);
        // The first round warms both up.
        if (round > 0) measured[index]?.push(...taken);
      }
    }
    return measured;
  });
  const [ofSmall = Number.NaN, ofLarge = Number.NaN] = times.map(median);
  const rowOf = (stage: Stage, milliseconds: number) => ({
    label: `${stage.articleCount} articles`,
    values: [
      milliseconds,
      stage.textBytes / bytesPerMegabyte,
      stage.indexBytes / bytesPerMegabyte,
      stage.indexBytes / stage.textBytes,
      stage.articleCount / stage.indexingSeconds,
    ],
  });
  return {
    tables: [
      {
        title: `SQLite, generated Arabic articles of 150 to 300 words; ${queryCount} searches a round`,
        columns: ['median ms', 'text MB', 'index MB', 'index : text', 'indexed a second'],
        rows: [rowOf(small, ofSmall), rowOf(large, ofLarge)],
      },
    ],
    verdicts: [
      {
        label: `median search, ${largeCount} : 1000 articles`,
        value: ofLarge / ofSmall,
        ...{ unit: '×', target: 10, bound: 'at most' },
      },
      {
        label: `index : text, ${largeCount} articles`,
        value: large.indexBytes / large.textBytes,
        ...{ unit: '×', target: 2, bound: 'at most' },
      },
    ],
    notes: [
      'The index holds every different word once: of a thousand articles nearly all words are different ones, which weighs more than the articles do',
    ],
  };
}

async function makeStage(path: string, articleCount: number): Promise<Stage> {
  const url = `sqlite:${path}`;
  const textBytes = await fillNews(path, articleCount);
  const indexingSeconds = await reindex(url);
  return { articleCount, url, textBytes, indexingSeconds, indexBytes: await readIndexBytes(path) };
}
