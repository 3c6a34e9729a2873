import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Database,
  type DatabaseOptions,
  openDatabase,
  selection,
  type Transaction,
} from '../../src/platform/database';
import { createStaffScope } from '../../src/platform/request';
import { ask } from '../support/ask';
import { buildComment, writeArticle } from '../support/builders';
import { startApp, type TestApp } from '../support/start-app';

const poison = 'هذا النص لا يُكتب';

const listBodies = selection(
  'test.listBodies',
  ['body'],
  (list) => `SELECT ${list} FROM comment WHERE article_id = $1 ORDER BY id`,
);

/** Told once: the connection is lost after a commit that nobody hears of. */
let isNextCommitLost = false;
let service: TestApp;
let articleId: string;

/** A database that refuses one text, and that loses its connection when it is told to. */
async function openUnreliably(options: DatabaseOptions): Promise<Database> {
  const opened = await openDatabase(options);
  const refuse = (transaction: Transaction): Transaction => ({
    ...transaction,
    execute: (statement, parameters = []) =>
      parameters.some((value) => String(value).includes(poison))
        ? Promise.reject(new Error('The text is refused'))
        : transaction.execute(statement, parameters),
  });
  return {
    ...opened,
    transaction: async (work, transactionOptions) => {
      const result = await opened.transaction(
        (transaction) => work(refuse(transaction)),
        transactionOptions,
      );
      if (!isNextCommitLost) return result;
      isNextCommitLost = false;
      throw new Error('The connection was lost');
    },
  };
}

beforeAll(async () => {
  service = await startApp({ parts: { openDatabase: openUnreliably } });
});

beforeEach(async () => {
  ({
    article: { id: articleId },
  } = await writeArticle(service));
  service.statements.length = 0;
});

afterAll(() => service.stop());

/** Hands comments in during one turn, so that they wait together. */
function addAll(inputs: readonly ReturnType<typeof buildComment>[]) {
  const { app, clock } = service;
  return Promise.allSettled(
    inputs.map((input) =>
      app.features.comments.service.add(createStaffScope(app.database, clock, 'test'), input),
    ),
  );
}

const toComments = (bodies: readonly string[]) =>
  bodies.map((body) => buildComment(articleId, { body }));
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `تعليق ${index}`);
const countOf = (label: string) => service.statements.filter((sent) => sent === label).length;
const readBodies = async () => {
  const rows = await service.app.database.primary.select(listBodies, [articleId]);
  return rows.map(([body]) => body);
};

/** What became of each: the text that stands, the codes of its errors, or that it failed. */
const tell = (settled: Awaited<ReturnType<typeof addAll>>) =>
  settled.map((one) => {
    if (one.status === 'rejected') return 'failed';
    const { comment, userErrors } = one.value;
    return comment?.body ?? userErrors.map(({ code }) => code);
  });

describe('comments that wait together', () => {
  it('are written by the same statements, in the order in which they came', async () => {
    const bodies = numbered(30);
    expect(tell(await addAll(toComments(bodies)))).toEqual(bodies);
    expect(countOf('comment.insert')).toBe(1);
    expect(countOf('article.findByIds')).toBe(1);
    expect(await readBodies()).toEqual(bodies);
  });

  it('are refused each for its own faults', async () => {
    const [first, , last] = toComments(['أول', 'وسط', 'أخير']);
    const missing = buildComment('article_01j03cqd00fgqbrcr42gqh0k5v');
    const reply = buildComment(articleId, { parentId: 'comment_01j03cqd00fgqbrcr42gqh0k5v' });
    const settled = await addAll([first, missing, reply, last].flatMap((input) => input ?? []));
    expect(tell(settled)).toEqual(['أول', ['NOT_FOUND'], ['NOT_FOUND'], 'أخير']);
    expect(await readBodies()).toEqual(['أول', 'أخير']);
  });

  it('are one where they carry the same idempotency key, and a conflict where they differ', async () => {
    const keyed = { idempotencyKey: `key-${articleId}` };
    const inputs = ['نص', 'نص', 'نص آخر'].map((body) =>
      buildComment(articleId, { body, ...keyed }),
    );
    expect(tell(await addAll(inputs))).toEqual(['نص', 'نص', ['CONFLICT']]);
    expect(await readBodies()).toEqual(['نص']);
  });

  it('are written each by itself where one of them cannot be, and none of them twice', async () => {
    const bodies = numbered(10);
    const settled = await addAll(toComments([...bodies.slice(0, 5), poison, ...bodies.slice(5)]));
    expect(tell(settled)).toEqual([...bodies.slice(0, 5), 'failed', ...bodies.slice(5)]);
    expect([...(await readBodies())].sort()).toEqual(bodies);
    const { articles } = await ask<{ articles: { nodes: { commentCount: number }[] } }>(
      service,
      '{ articles(first: 1) { nodes { commentCount } } }',
    );
    expect(articles.nodes).toEqual([{ commentCount: bodies.length }]);
  });

  it('are not tried again where nobody knows whether they were written', async () => {
    isNextCommitLost = true;
    expect(tell(await addAll(toComments(numbered(3))))).toEqual(['failed', 'failed', 'failed']);
    expect(await readBodies()).toEqual(numbered(3));
  });

  it('are written each by itself where earlier comments decide about them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'maqal-rules-'));
    const path = join(folder, 'rules.json');
    await writeFile(path, JSON.stringify({ pace: null }));
    const usual = service;
    service = await startApp({ environment: { MODERATION_RULES: path } });
    try {
      ({
        article: { id: articleId },
      } = await writeArticle(service));
      expect(tell(await addAll(toComments(numbered(3))))).toEqual(numbered(3));
      expect(countOf('comment.insert')).toBe(3);
    } finally {
      await service.stop();
      await rm(folder, { recursive: true });
      service = usual;
    }
  });
});
