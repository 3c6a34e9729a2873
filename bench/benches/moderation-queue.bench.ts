import type { Bench, BenchKit } from '../bench';
import { pageSize } from '../by-hand/compose-pages';
import { composeQueue, type QueueData } from '../by-hand/compose-queue';
import { checkAnswers, type Expectation } from '../checks/check-answers';
import { type DataPlan, usualPlan } from '../data/data-plan';
import { makeDatabase } from '../data/make-database';
import { compare, type Contender, getMeasured, repeat, speedRatio, toTable } from '../load/compare';
import { type Operation, postWithToken } from '../load/graphql-requests';
import type { RunningServer } from '../processes/server-process';
import { createModeratorToken, startService } from '../processes/start-service';
import { withServers } from '../processes/with-servers';
import type { BenchReport, Verdict } from '../report/bench-report';
import { withCopies } from './parts/with-copies';

const shortPlan: DataPlan = { ...usualPlan, pendingCommentCount: 100 };
const longPlan: DataPlan = { ...usualPlan, pendingCommentCount: 100_000 };

const labels = {
  short: '100 wait',
  long: '100,000 wait',
  shortUncounted: '100 wait, no totalCount',
  longUncounted: '100,000 wait, no totalCount',
};

/** Whether the price of a moderator's page grows with what waits. */
export const moderationQueue: Bench = {
  name: 'moderation-queue',
  title: 'ModerationQueue: the first page of a short and of a long queue',
  run: (kit) =>
    withQueue(shortPlan, (short) => withQueue(longPlan, (long) => measure(kit, short, long))),
};

async function measure(kit: BenchKit, short: Queue, long: Queue): Promise<BenchReport> {
  const measured = await compare(kit, [
    await contend(kit, labels.short, short, await readPage(kit, short)),
    await contend(kit, labels.long, long, await readPage(kit, long)),
    await contend(kit, labels.shortUncounted, short, uncounted(await readPage(kit, short))),
    await contend(kit, labels.longUncounted, long, uncounted(await readPage(kit, long))),
  ]);
  const verdict = (label: string, one: string, other: string): Verdict => ({
    label,
    value: speedRatio(getMeasured(measured, other), getMeasured(measured, one)),
    ...{ unit: '×', target: 2, bound: 'at most' },
  });
  return {
    tables: [toTable('Twenty comments with findings, reports and history', measured)],
    verdicts: [
      verdict('ModerationQueue, time 100,000 : 100 waiting', labels.long, labels.short),
      verdict('Without totalCount', labels.longUncounted, labels.shortUncounted),
    ],
    notes: [
      'Both queues begin with the same twenty comments, so that the pages weigh the same; every answer is held against the database first',
      'That both send the same statements is shown by test/integration/moderation-queue.test.ts',
    ],
  };
}

/** A service over a queue, and who may read it. */
interface Queue {
  readonly plan: DataPlan;
  readonly database: string;
  readonly token: string;
  readonly server: RunningServer;
}

/** Runs work with a service over a copy: the moderator's token is written into it. */
async function withQueue<Result>(
  plan: DataPlan,
  work: (queue: Queue) => Promise<Result>,
): Promise<Result> {
  return withCopies(await makeDatabase(plan), async (makeCopy) => {
    const database = await makeCopy(`queue-${plan.pendingCommentCount}`);
    const token = await createModeratorToken(database);
    return withServers(async (keep) => {
      const server = await keep(startService({ database, responseCache: 'off' }));
      return work({ plan, database, token, server });
    });
  });
}

interface QueuePage {
  readonly operation: Operation;
  readonly data: QueueData;
}

/** Errors: an Error where the database holds another queue than was planned. */
async function readPage({ operations }: BenchKit, { plan, database }: Queue): Promise<QueuePage> {
  const data = await composeQueue(database);
  const { nodes, totalCount } = data.moderationQueue;
  if (nodes.length !== pageSize || totalCount !== plan.pendingCommentCount) {
    throw new Error(`A page of ${nodes.length} comments, of ${totalCount} that wait`);
  }
  return { operation: operations.moderationQueue(), data };
}

/** The page as a client asks for it that shows no number: a count goes through all that waits. */
function uncounted({ operation, data }: QueuePage): Expectation {
  const { nodes, pageInfo } = data.moderationQueue;
  return {
    operation: { ...operation, document: operation.document.replace(/^\s*totalCount\n/m, '') },
    data: { moderationQueue: { nodes, pageInfo } },
  };
}

async function contend(
  kit: BenchKit,
  label: string,
  { token, server }: Queue,
  page: Expectation,
): Promise<Contender> {
  const toRequest = (operation: Operation) => postWithToken(operation, token);
  await checkAnswers(label, server, [page], toRequest);
  return repeat(label, server, [toRequest(page.operation)], kit);
}
