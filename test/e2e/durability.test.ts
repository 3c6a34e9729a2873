import {
  AddCommentDocument,
  ArticleCommentsDocument,
  FrontPageDocument,
} from '../../examples/generated/operations';
import { buildComment } from '../support/builders';
import { endServices, type ServiceProcess, startService } from '../support/service-process';
import { sendOperation } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const killCount = 12;
const writerCount = 12;

/** What a client knows of the comments that it has sent. */
interface Ledger {
  /** The id that each key was acknowledged with. */
  readonly acknowledged: Map<string, string>;
  /** Keys whose answer never came: written or not, nobody knows. */
  readonly unknown: Set<string>;
}

let database: TestDatabase;
let articleId: string;
const ledger: Ledger = { acknowledged: new Map(), unknown: new Set() };

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await endServices();
  await database.drop();
});

const start = () => startService({ DATABASE_URL: database.url });

/** Sends the comment of a key. Shape: its id; null where the connection broke before the answer. */
async function send({ url }: ServiceProcess, key: string): Promise<string | null> {
  const input = buildComment(articleId, { body: key, idempotencyKey: key });
  let answer;
  try {
    answer = await sendOperation(url, AddCommentDocument, { input });
  } catch {
    ledger.unknown.add(key);
    return null;
  }
  const id = answer.data?.addComment.comment?.id;
  if (id === undefined) throw new Error(`${key} was refused: ${JSON.stringify(answer)}`);
  ledger.acknowledged.set(key, id);
  ledger.unknown.delete(key);
  return id;
}

/** Several clients write as fast as they are answered, until one answer too many kills the service. */
async function killUnderWrites(service: ServiceProcess, round: number): Promise<void> {
  const answersBeforeKill = 5 + round;
  let answerCount = 0;
  const write = async (writer: number) => {
    for (let number = 0; ; number += 1) {
      if ((await send(service, `${round}-${writer}-${number}`)) === null) return;
      answerCount += 1;
      if (answerCount === answersBeforeKill) service.kill('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: writerCount }, (_, writer) => write(writer)));
  expect(await service.exited).toEqual({ code: null, signal: 'SIGKILL' });
}

/** Every comment of the article: its body, which is its key, and its id. */
async function readAll({ url }: ServiceProcess) {
  const found: [key: string, id: string][] = [];
  let after: string | null = null;
  let counts;
  do {
    const answer: Awaited<ReturnType<typeof readPage>> = await readPage(url, after);
    found.push(...answer.comments.nodes.map(({ body, id }): [string, string] => [body, id]));
    counts = { commentCount: answer.commentCount, totalCount: answer.comments.totalCount };
    after = answer.comments.pageInfo.hasNextPage
      ? (answer.comments.pageInfo.endCursor ?? null)
      : null;
  } while (after !== null);
  return { found, counts };
}

async function readPage(url: string, after: string | null) {
  const { data } = await sendOperation(url, ArticleCommentsDocument, {
    articleId,
    first: 100,
    after,
  });
  if (!data?.node || !('comments' in data.node)) throw new Error('The article is not there');
  return data.node;
}

describe('addComment, the process killed twenty times in the middle of writes', () => {
  it('keeps every acknowledged comment, and doubles none that is sent again', async () => {
    for (let round = 1; round <= killCount; round += 1) {
      const service = await start();
      if (round === 1) {
        const { data } = await sendOperation(service.url, FrontPageDocument, {});
        articleId = data?.articles.nodes[0]?.id ?? '';
      }
      await killUnderWrites(service, round);
    }
    const { acknowledged, unknown } = ledger;
    expect(unknown.size).toBeGreaterThanOrEqual(killCount);
    expect(acknowledged.size).toBeGreaterThanOrEqual(killCount * 5);

    const service = await start();
    const before = await readAll(service);
    const kept = new Map(before.found);
    expect(kept.size).toBe(before.found.length);
    expect([...acknowledged].filter(([key, id]) => kept.get(key) !== id)).toEqual([]);

    for (const key of [...unknown]) await send(service, key);
    const after = await readAll(service);
    expect(after.found.sort()).toEqual([...acknowledged].sort());
    const total = acknowledged.size;
    expect(after.counts).toEqual({ commentCount: total, totalCount: total });
    service.kill('SIGTERM');
    expect(await service.exited).toEqual({ code: 0, signal: null });
    // Twenty-two starts: half a minute on two cores, longer beside other suites.
  }, 120_000);
});
