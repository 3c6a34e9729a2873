import type { Request } from 'autocannon';
import { ArabicText } from '../data/arabic-text';
import { createRandom, createZipf } from '../data/random';
import { fire } from './fire';
import { graphqlPath, jsonHeaders } from './graphql-requests';
import { Latencies } from './latencies';
import { isAdded, writeComment } from './load-comments';
import type { LoadResult, MixedJob, MixedTarget } from './load-job';
import { StalenessCheck } from './staleness-check';

/** One read in this many is of the front page, which every comment on its articles changes. */
const frontPageEvery = 10;

type Kind = 'articlePage' | 'frontPage' | 'addComment';

/** One request under way, with what had been acknowledged when it was sent. */
interface Sent {
  kind: Kind;
  target: MixedTarget;
  sentAt: number;
  acknowledged: ReadonlyMap<string, number>;
}

/** Sends reads and writes, and checks every answer. */
export async function loadMixed(job: MixedJob): Promise<LoadResult> {
  const random = createRandom(job.seed);
  const text = new ArabicText(random);
  const rank = createZipf(job.targets.length, random);
  const check = new StalenessCheck(job.targets);
  const faults: string[] = [];
  let acknowledgedCount = 0;
  const latencies = { read: new Latencies(), write: new Latencies() };

  const choose = (): { kind: Kind; target: MixedTarget } => {
    const target = job.targets[rank()];
    if (target === undefined) throw new Error('The mixed load needs an article');
    if (random.nextUint32() / 2 ** 32 < job.writeShare) return { kind: 'addComment', target };
    return { kind: random.between(1, frontPageEvery) === 1 ? 'frontPage' : 'articlePage', target };
  };
  const request: Request = {
    method: 'POST',
    path: graphqlPath,
    headers: { ...jsonHeaders },
    setupRequest: (composed, context) => {
      const { kind, target } = choose();
      const acknowledged = check.beforeSending(kind, target);
      Object.assign(context, { kind, target, acknowledged, sentAt: performance.now() });
      return { ...composed, body: writeBody(job, kind, target, text) };
    },
    onResponse: (status, body, context) => {
      const { kind, target, acknowledged, sentAt } = context as Sent;
      const milliseconds = performance.now() - sentAt;
      if (status !== 200) return;
      if (kind === 'addComment') {
        latencies.write.add(milliseconds);
        if (isAdded(body)) {
          acknowledgedCount += 1;
          check.acknowledge(target);
        } else faults.push(body);
      } else latencies.read.add(milliseconds);
      check.examine(kind, target, body, acknowledged);
    },
  };
  const result = await fire(job, {
    expectedStatus: 200,
    listFaults: () => faults,
    options: {
      requests: [request],
      ...(job.answers === undefined ? {} : { amount: job.answers }),
    },
  });
  return {
    ...result,
    mixed: {
      reads: latencies.read.count,
      writes: latencies.write.count,
      acknowledged: acknowledgedCount,
      ...check.findings(),
      readP99Ms: latencies.read.quantile(0.99),
      writeP99Ms: latencies.write.quantile(0.99),
    },
  };
}

function writeBody(job: MixedJob, kind: Kind, target: MixedTarget, text: ArabicText): string {
  const query = job.documents[kind];
  switch (kind) {
    case 'addComment':
      return writeComment(query, target.id, text);
    case 'articlePage':
      return JSON.stringify({
        query,
        operationName: 'ArticlePage',
        variables: { slug: target.slug },
      });
    case 'frontPage':
      return JSON.stringify({ query, operationName: 'FrontPage', variables: {} });
  }
}
