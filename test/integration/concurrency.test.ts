import { AddCommentDocument } from '../../examples/generated/operations';
import { selection } from '../../src/platform/database';
import { buildComment, writeArticle } from '../support/builders';
import { startApp, type TestApp } from '../support/start-app';

const listBodies = selection(
  'test.listBodies',
  ['body'],
  (list) => `SELECT ${list} FROM comment WHERE article_id = $1`,
);
const readTally = selection(
  'test.readTally',
  ['approved_count', 'thread_count'],
  (list) => `SELECT ${list} FROM comment_tally WHERE article_id = $1`,
);

/** What is counted of a comment, and what is there. */
interface Thread {
  readonly replyCount: number;
  readonly replies: { readonly totalCount: number; readonly nodes: readonly { depth: number }[] };
}

const threads = `query Threads($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Comment { replyCount replies(first: 100) { totalCount nodes { depth } } }
  }
}`;

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

let service: TestApp;
let articleId: string;

beforeAll(async () => {
  service = await startApp();
});

beforeEach(async () => {
  ({
    article: { id: articleId },
  } = await writeArticle(service));
});

afterAll(() => service.stop());

/** One mutation by a request of its own, and what it came to. */
async function add(overrides: object = {}) {
  const input = buildComment(articleId, overrides);
  const { status, data, errors } = await service.send(AddCommentDocument, { input });
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
  const { comment, userErrors } = data?.addComment ?? { comment: null, userErrors: [] };
  return { comment, codes: userErrors.map(({ code }) => code) };
}

const readBodies = async () => {
  const rows = await service.app.database.primary.select(listBodies, [articleId]);
  return rows.map(([body]) => String(body));
};

const readCounts = async () => {
  const [row = []] = await service.app.database.primary.select(readTally, [articleId]);
  return row.map(Number);
};

describe('addComment, a hundred at once', () => {
  it('succeeds every time and loses none', async () => {
    const bodies = numbers(100).map((index) => `تعليق رقم ${index}`);
    const answers = await Promise.all(bodies.map((body) => add({ body })));
    expect(answers.map(({ comment }) => comment?.body)).toEqual(bodies);
    expect(new Set(answers.map(({ comment }) => comment?.id)).size).toBe(100);
    expect((await readBodies()).sort()).toEqual([...bodies].sort());
    expect(await readCounts()).toEqual([100, 100]);
  });

  it('counts each answer’s own comment in', async () => {
    const answers = await Promise.all(numbers(100).map(() => add()));
    const counts = answers.map(({ comment }) => comment?.article.commentCount ?? 0);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...counts)).toBe(100);
  });

  it('keeps the counters of threads and replies equal to what is there', async () => {
    const parents = await Promise.all(numbers(5).map(() => add()));
    const parentIds = parents.map(({ comment }) => comment?.id ?? '');
    await Promise.all(numbers(100).map((index) => add({ parentId: parentIds[index % 5] })));
    expect(await readCounts()).toEqual([105, 5]);
    const { data } = await service.send<{ nodes: readonly Thread[] }, { ids: string[] }>(threads, {
      ids: parentIds,
    });
    expect(data?.nodes).toEqual(
      Array(5).fill({
        replyCount: 20,
        replies: { totalCount: 20, nodes: Array(20).fill({ depth: 1 }) },
      }),
    );
  });

  it('lets the good ones through beside the bad ones, which leave nothing behind', async () => {
    const isGood = (index: number) => index % 3 !== 0;
    const answers = await Promise.all(
      numbers(100).map((index) =>
        add({ body: `رقم ${index}`, ...(isGood(index) ? {} : { parentId: 'comment_none' }) }),
      ),
    );
    const good = numbers(100).filter(isGood);
    expect(answers.map(({ codes }) => codes)).toEqual(
      numbers(100).map((index) => (isGood(index) ? [] : ['NOT_FOUND'])),
    );
    expect((await readBodies()).sort()).toEqual(good.map((index) => `رقم ${index}`).sort());
    expect(await readCounts()).toEqual([good.length, good.length]);
  });
});

describe('addComment with one idempotency key, twenty at once', () => {
  it('adds one comment and answers with it every time', async () => {
    const answers = await Promise.all(numbers(20).map(() => add({ idempotencyKey: articleId })));
    expect(answers.map(({ codes }) => codes)).toEqual(Array(20).fill([]));
    expect(new Set(answers.map(({ comment }) => comment?.id)).size).toBe(1);
    expect(await readCounts()).toEqual([1, 1]);
    expect(await readBodies()).toHaveLength(1);
  });

  it('adds one of several inputs and answers CONFLICT to the others', async () => {
    const answers = await Promise.all(
      numbers(20).map((index) => add({ idempotencyKey: articleId, body: `رقم ${index}` })),
    );
    const [winner, ...others] = answers.filter(({ comment }) => comment !== null);
    expect(others).toEqual([]);
    expect(await readBodies()).toEqual([winner?.comment?.body]);
    expect(answers.flatMap(({ codes }) => codes)).toEqual(Array(19).fill('CONFLICT'));
    expect(await readCounts()).toEqual([1, 1]);
  });
});
