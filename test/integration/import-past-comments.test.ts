import { createOwnSender, createRemoteSender } from '../../src/cli/comment-senders';
import { importComments, type SendComment } from '../../src/features/comment-import';
import { ask } from '../support/ask';
import { writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { startApp, type TestApp } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const lineOf = (body: string, others: object = {}) =>
  JSON.stringify({ authorName: 'قارئة', authorEmail: 'reader@example.org', body, ...others });

let database: TestDatabase;
let service: TestApp;
let articleId: string;

beforeEach(async () => {
  database = await createTestDatabase();
  service = await startApp({ database });
  ({
    article: { id: articleId },
  } = await writeArticle(service));
});

afterEach(async () => {
  await service.stop();
  await database.drop();
});

const run = (
  lines: readonly string[],
  send: SendComment = createOwnSender({ ...service.app, clock: service.clock }),
) =>
  importComments(lines, send, {
    ...{ articleId, doneLines: 0, allowsMissingEmail: true, now: service.clock.now() },
    onProgress: () => Promise.resolve(),
    findByKey: (key) => service.app.features.comments.service.findIdByKey(key),
  });

interface Thread {
  readonly node: {
    readonly commentCount: number;
    readonly comments: { readonly nodes: readonly unknown[] };
  };
}

const readThread = async () => {
  const { node } = await ask<Thread>(
    service,
    `query ($id: ID!) { node(id: $id) { ... on Article { commentCount
      comments(first: 10, orderBy: OLDEST) { nodes {
        body createdAt replyCount replies(first: 10) { nodes { body createdAt } }
      } }
    } } }`,
    { id: articleId },
  );
  return node;
};

const lines = [
  lineOf('رد', { parentKey: 'old', createdAt: '2019-05-03T10:00:00Z' }),
  lineOf('أحدث', { createdAt: '2021-01-01T00:00:00+03:00', authorEmail: null }),
  lineOf('أقدم', { idempotencyKey: 'old', createdAt: '2019-05-01T10:00:00Z' }),
  lineOf('مرفوض', { createdAt: '2019-06-01T10:00:00Z', status: 'REJECTED' }),
];

describe('a file of past comments', () => {
  it('carries instants, statuses, threads and guests without e-mail, and adds nothing twice', async () => {
    expect(await run(lines)).toMatchObject({ addedCount: 4, knownCount: 0, refused: [] });
    const thread = {
      commentCount: 3,
      comments: {
        nodes: [
          {
            ...{ body: 'أقدم', createdAt: '2019-05-01T10:00:00.000Z', replyCount: 1 },
            replies: { nodes: [{ body: 'رد', createdAt: '2019-05-03T10:00:00.000Z' }] },
          },
          {
            ...{ body: 'أحدث', createdAt: '2020-12-31T21:00:00.000Z', replyCount: 0 },
            replies: { nodes: [] },
          },
        ],
      },
    };
    expect(await readThread()).toEqual(thread);
    expect(await run(lines)).toMatchObject({ addedCount: 0, knownCount: 4, refused: [] });
    expect(await readThread()).toEqual(thread);
  });

  it('stands on an article that has closed, and below a comment that is not public', async () => {
    const { article } = await writeArticle(service, { slug: 'closed' });
    await changeRow(service, article.id, 'comments_open = false');
    const past = { articleId: article.id, createdAt: '2019-05-01T10:00:00Z' };
    const report = await run([
      lineOf('محجوب', { ...past, idempotencyKey: 'held', status: 'PENDING' }),
      lineOf('رد', { ...past, parentKey: 'held', status: 'APPROVED' }),
      lineOf('جديد', { articleId: article.id }),
    ]);
    expect(report).toMatchObject({ addedCount: 2, refused: [{ line: 3 }] });
  });

  it('is refused line by line over the API, where everybody may write', async () => {
    const send = createRemoteSender({ url: service.url, token: null });
    const { refused } = await run([...lines, lineOf('جديد')], send);
    expect(refused.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
    expect(refused[1]?.reasons.join()).toContain('run without --url');
    expect(await readThread()).toMatchObject({ commentCount: 1 });
  });
});
