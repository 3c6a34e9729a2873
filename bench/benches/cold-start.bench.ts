import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, BenchKit } from '../bench';
import { send } from '../checks/check-answers';
import { sampleArticles } from '../checks/sample-database';
import { usualPlan } from '../data/data-plan';
import { makeDatabase } from '../data/make-database';
import { type Operation, postOperation } from '../load/graphql-requests';
import type { RunningServer } from '../processes/server-process';
import { startOnEmptyFile, startService } from '../processes/start-service';
import { readCpuTime } from '../processes/usage';
import type { Row } from '../report/bench-report';
import { median } from '../report/statistics';

/** From the start of the process to the first whole answer. */
export const coldStart: Bench = {
  name: 'cold-start',
  title: 'Cold start: from the start of the process to the first answer',
  run: async ({ options, operations }: BenchKit) => {
    const times = options.isQuick ? 3 : 15;
    const database = await makeDatabase(usualPlan);
    const [article] = await sampleArticles(database, 1);
    const page = operations.articlePage(article?.slug ?? '');
    const filled = await repeatStart(times, page, () =>
      startService({ database, responseCache: 'on' }),
    );
    const empty = await onEmptyFile((path) =>
      repeatStart(times, operations.frontPage(null), (time) =>
        startOnEmptyFile(`${path}-${time}.sqlite`),
      ),
    );
    const target = { unit: 's', target: 1.5, bound: 'at most' as const };
    return {
      tables: [
        {
          title: `Seconds, ${times} starts`,
          columns: ['median', 'fastest', 'slowest', 'of it CPU'],
          rows: [
            toRow('1000 articles are there', filled),
            toRow('empty: migrates and seeds first', empty),
          ],
        },
      ],
      verdicts: [
        {
          label: 'cold start to the first answer',
          value: median(filled.map(({ wall }) => wall)),
          ...target,
        },
        {
          label: 'the same on an empty database',
          value: median(empty.map(({ wall }) => wall)),
          ...target,
        },
      ],
      notes: ['The process is kept to one core while it starts, as in the other benches'],
    };
  },
};

/** One start. Units: seconds. */
interface Start {
  readonly wall: number;
  /** CPU time of the process until then; null where the system does not tell. */
  readonly cpu: number | null;
}

async function repeatStart(
  times: number,
  operation: Operation,
  start: (time: number) => Promise<RunningServer>,
): Promise<Start[]> {
  const starts: Start[] = [];
  for (let time = 0; time < times; time += 1) {
    const startedAt = performance.now();
    const server = await start(time);
    try {
      const response = await send(server, postOperation(operation));
      const { data } = (await response.json()) as { data?: object | null };
      const wall = (performance.now() - startedAt) / 1_000;
      const cpu = await readCpuTime(server.pid);
      starts.push({ wall, cpu: cpu === null ? null : cpu.total / 1e6 });
      if (data === null || data === undefined) throw new Error('The first answer has no data');
    } finally {
      await server.stop();
    }
  }
  return starts;
}

async function onEmptyFile<Result>(work: (path: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'maqal-bench-'));
  try {
    return await work(join(folder, 'empty'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function toRow(label: string, starts: readonly Start[]): Row {
  const seconds = starts.map(({ wall }) => wall);
  const cpu = starts.map((start) => start.cpu).filter((value) => value !== null);
  return {
    label,
    values: [
      median(seconds),
      Math.min(...seconds),
      Math.max(...seconds),
      cpu.length === 0 ? null : median(cpu),
    ],
    rounds: starts,
  };
}
