import type { BenchKit } from '../../bench';
import { checkAnswers, type Expectation } from '../../checks/check-answers';
import {
  compare,
  type Contender,
  getMeasured,
  repeat,
  speedRatio,
  toTable,
} from '../../load/compare';
import { postOperation } from '../../load/graphql-requests';
import type { RunningServer } from '../../processes/server-process';
import { startReference } from '../../processes/start-reference';
import { startService } from '../../processes/start-service';
import type { Keep } from '../../processes/with-servers';
import type { BenchReport, Verdict } from '../../report/bench-report';

const labels = {
  service: 'Maqal, no answer kept',
  bare: 'Maqal, neither answers nor rows kept',
  sql: 'SQL and JSON.stringify, no GraphQL',
  mercurius: 'Mercurius, jit: 1',
  apollo: 'Apollo, by hand',
  leanApollo: 'Apollo, by hand, no cache-control plugin',
};

const nothingKept = { responseCache: 'off', rowCache: 'off' } as const;

/** Reads whose answer is not kept, beside servers written by hand over the same driver. */
export async function measureFirstReads(
  kit: BenchKit,
  keep: Keep,
  { name, database, pages }: { name: string; database: string; pages: readonly Expectation[] },
): Promise<BenchReport> {
  const servers: [label: string, server: RunningServer][] = [
    [labels.service, await keep(startService({ database, responseCache: 'off' }))],
    [labels.bare, await keep(startService({ database, ...nothingKept }))],
    [labels.mercurius, await keep(startReference('mercurius', database))],
    [labels.apollo, await keep(startReference('apollo', database))],
    [labels.leanApollo, await keep(startReference('apollo', database, { cacheControl: 'off' }))],
    [labels.sql, await keep(startReference('sql', database))],
  ];
  const requests = pages.map(({ operation }) => postOperation(operation));
  const contenders: Contender[] = [];
  for (const [label, server] of servers) {
    await checkAnswers(label, server, pages, postOperation);
    contenders.push(repeat(label, server, requests, kit));
  }
  const measured = await compare(kit, contenders);
  const verdict = (one: string, other: string, target: number): Verdict => ({
    label: `${name}, ${one} : ${other}`,
    value: speedRatio(getMeasured(measured, one), getMeasured(measured, other)),
    unit: '×',
    target,
    bound: 'at least',
  });
  return {
    tables: [toTable(`${name}, first reads`, measured)],
    verdicts: [labels.service, labels.bare].flatMap((one) => [
      verdict(one, labels.apollo, 1.3),
      verdict(one, labels.mercurius, 1),
    ]),
    notes: [
      `First reads: ${pages.length} pages in random order by POST, RESPONSE_CACHE=off: rows are kept from the second read of each on, and never with ROW_CACHE=off`,
      'Apollo by hand keeps Apollo’s defaults, as its documentation sets it up; the row without the cache-control plugin is for comparison',
    ],
  };
}
