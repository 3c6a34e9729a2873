import { statfs } from 'node:fs/promises';
import type { Bench, BenchKit } from '../bench';
import { countComments, sampleArticles } from '../checks/sample-database';
import { usualPlan } from '../data/data-plan';
import { makeDatabase } from '../data/make-database';
import { compare, type Contender, getMeasured, rateRatio, toTable } from '../load/compare';
import type { RunningServer } from '../processes/server-process';
import { startBare, startReference } from '../processes/start-reference';
import { startService } from '../processes/start-service';
import { type Keep, withServers } from '../processes/with-servers';
import type { BenchReport } from '../report/bench-report';
import { type MakeCopy, withCopies } from './parts/with-copies';

const labels = {
  bare: 'bare Node, POST, nothing written',
  service: 'Maqal',
  apollo: 'Apollo, by hand, a transaction each',
  mercurius: 'Mercurius, by hand, a transaction each',
};

/** What a comment's answer is as long as. */
const bareAnswer = JSON.stringify({
  data: {
    addComment: {
      comment: {
        id: `comment_${'0'.repeat(26)}`,
        ...{ authorName: 'فاطمة الزهراء', body: 'كلمة '.repeat(15), status: 'APPROVED' },
        createdAt: '2024-06-11T09:00:00.000Z',
        article: { id: `article_${'0'.repeat(26)}`, commentCount: 20 },
      },
      userErrors: [],
    },
  },
});

/** Comments, each durable before it is acknowledged. */
export const addComment: Bench = {
  name: 'add-comment',
  title: 'AddComment: durable, 32 at once',
  run: async (kit) => {
    const database = await makeDatabase(usualPlan);
    return withCopies(database, (makeCopy) => withServers((keep) => measure(kit, keep, makeCopy)));
  },
};

async function measure(kit: BenchKit, keep: Keep, makeCopy: MakeCopy): Promise<BenchReport> {
  const [ours, apollos, mercurius] = [
    await makeCopy('service'),
    await makeCopy('apollo'),
    await makeCopy('mercurius'),
  ];
  const articleIds = (await sampleArticles(ours, usualPlan.articleCount)).map(({ id }) => id);
  const before = await countComments(ours);
  const service = await keep(startService({ database: ours, responseCache: 'on' }));
  const comment = (label: string, server: RunningServer) =>
    createContender(kit, label, server, articleIds);
  const measured = await compare(kit, [
    comment(labels.bare, await keep(startBare(bareAnswer))),
    comment(labels.service, service),
    comment(labels.apollo, await keep(startReference('apollo', apollos, { writes: true }))),
    comment(labels.mercurius, await keep(startReference('mercurius', mercurius, { writes: true }))),
  ]);
  const written = (await countComments(ours)) - before;
  return {
    tables: [toTable('AddComment, 32 at once, synchronous=FULL', measured)],
    verdicts: [
      {
        label: 'AddComment, answers a second, Maqal : Apollo by hand',
        value: rateRatio(
          getMeasured(measured, labels.service),
          getMeasured(measured, labels.apollo),
        ),
        ...{ unit: '×', target: 2, bound: 'at least' as const },
      },
    ],
    notes: [
      `Every answer was checked; Maqal's file then held ${written} comments more`,
      ...(await describeDisc(ours)),
    ],
  };
}

function createContender(
  { options, operations }: BenchKit,
  label: string,
  server: RunningServer,
  articleIds: readonly string[],
): Contender {
  return {
    label,
    job: (seconds, seed) => ({
      kind: 'comment',
      ...{ origin: server.origin, serverPid: server.pid, connections: options.connections },
      document: operations.document('AddComment'),
      ...{ articleIds, seconds, seed },
    }),
  };
}

/** Linux's own number of its file system in memory. */
const tmpfs = 0x01021994;

async function describeDisc(path: string): Promise<string[]> {
  const { type } = await statfs(path);
  return type === tmpfs
    ? ['The temporary folder is in memory: a commit costs no disc here, which flatters everybody']
    : [];
}
