import type { AddCommentInput } from '../../examples/generated/operations';
import { addComment, sendComment } from '../support/add-comments';
import { ask, codesOf } from '../support/ask';
import { buildComment, writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { startApp, type TestApp } from '../support/start-app';

let service: TestApp;
let articleId: string;
let nextKey = 1;

const createKey = () => `key-${nextKey++}`;

const countComments = async (): Promise<[number, number]> => {
  const { node } = await ask<{ node: { commentCount: number; comments: { totalCount: number } } }>(
    service,
    'query ($id: ID!) { node(id: $id) { ... on Article { commentCount comments { totalCount } } } }',
    { id: articleId },
  );
  return [node.commentCount, node.comments.totalCount];
};

const sendAtOnce = (inputs: readonly Partial<AddCommentInput>[]) =>
  Promise.all(inputs.map((input) => sendComment(service, articleId, input)));

beforeAll(async () => {
  service = await startApp();
});

beforeEach(async () => {
  ({
    article: { id: articleId },
  } = await writeArticle(service));
});

afterAll(() => service.stop());

describe('addComment with an idempotencyKey', () => {
  it('answers the first comment when it is sent again, and adds nothing', async () => {
    const idempotencyKey = createKey();
    const { comment } = await sendComment(service, articleId, { idempotencyKey });
    service.clock.advance(86_400_000);
    const again = await sendComment(service, articleId, { idempotencyKey });
    expect(again).toMatchObject({ comment, userErrors: [] });
    expect([again.alreadyAdded, await countComments()]).toEqual([true, [1, 1]]);
  });

  it('takes input for the same that is kept as the same', async () => {
    const idempotencyKey = createKey();
    const first = await addComment(service, articleId, { idempotencyKey, body: 'نص مؤكد' });
    const again = await addComment(service, articleId, {
      idempotencyKey,
      body: `\n نص   ${'مؤكد'.normalize('NFD')} `,
    });
    expect(again).toBe(first);
  });

  it('answers the first comment also where its article has left the site, which alone has a code', async () => {
    const idempotencyKey = createKey();
    const { comment } = await sendComment(service, articleId, { idempotencyKey });
    await changeRow(service, articleId, `status = 'ARCHIVED'`);
    const input = buildComment(articleId, { idempotencyKey });
    const retry = (selection: string) =>
      service.send<{ addComment: object }, object>(
        `mutation ($input: AddCommentInput!) { addComment(input: $input) { ${selection} } }`,
        { input },
      );
    const again = await retry('comment { id } userErrors { code }');
    expect(again.data?.addComment).toEqual({ comment: { id: comment?.id }, userErrors: [] });
    const asking = await retry('comment { id article { id } } userErrors { code }');
    expect(codesOf(asking)).toEqual(['ARTICLE_NOT_FOUND']);
    expect(asking.status).toBe(200);
  });

  it('answers the first comment also where its article has closed since', async () => {
    const idempotencyKey = createKey();
    const first = await addComment(service, articleId, { idempotencyKey });
    await changeRow(service, articleId, 'comments_open = false');
    expect(await addComment(service, articleId, { idempotencyKey })).toBe(first);
  });

  it('answers the first comment also where moderators have decided about it since', async () => {
    const idempotencyKey = createKey();
    const first = await addComment(service, articleId, { idempotencyKey });
    await changeRow(service, first, `status = 'REJECTED'`);
    const { comment } = await sendComment(service, articleId, { idempotencyKey });
    expect(comment).toMatchObject({ id: first, status: 'REJECTED' });
  });

  it('adds one comment of two that arrive at the same instant, and answers it to both', async () => {
    const idempotencyKey = createKey();
    const [one, other] = await sendAtOnce([{ idempotencyKey }, { idempotencyKey }]);
    expect(one?.comment?.id).toBeDefined();
    expect(other?.comment?.id).toBe(one?.comment?.id);
    expect(await countComments()).toEqual([1, 1]);
  });

  it('adds one comment of twenty that arrive at the same instant', async () => {
    const idempotencyKey = createKey();
    const answers = await sendAtOnce(Array.from({ length: 20 }, () => ({ idempotencyKey })));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(new Set(answers.map(({ comment }) => comment?.id)).size).toBe(1);
    expect(new Set(answers.map(({ receipt }) => receipt)).size).toBe(1);
    expect(answers.filter(({ alreadyAdded }) => !alreadyAdded)).toHaveLength(1);
    expect(await countComments()).toEqual([1, 1]);
  });

  it('takes one of twenty different comments that arrive at the same instant with one key', async () => {
    const idempotencyKey = createKey();
    const answers = await sendAtOnce(
      Array.from({ length: 20 }, (_, number) => ({ idempotencyKey, body: `نص ${number}` })),
    );
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes).toEqual(Array.from({ length: 19 }, () => 'CONFLICT'));
    expect(await countComments()).toEqual([1, 1]);
  });

  it.each<[string, Partial<AddCommentInput>]>([
    ['text', { body: 'نص آخر' }],
    ['name', { authorName: 'قارئ' }],
    ['address', { authorEmail: 'another@example.org' }],
  ])('is a CONFLICT with another %s, and adds nothing', async (_, overrides) => {
    const idempotencyKey = createKey();
    await addComment(service, articleId, { idempotencyKey });
    const { comment, userErrors } = await sendComment(service, articleId, {
      idempotencyKey,
      ...overrides,
    });
    expect(comment).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'CONFLICT', field: ['input', 'idempotencyKey'] }]);
    expect(await countComments()).toEqual([1, 1]);
  });

  it('is a CONFLICT with another article, and with another parent', async () => {
    const idempotencyKey = createKey();
    const first = await addComment(service, articleId, { idempotencyKey });
    const other = await writeArticle(service);
    const answers = [
      await sendComment(service, other.article.id, { idempotencyKey }),
      await sendComment(service, articleId, { idempotencyKey, parentId: first }),
    ];
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual([
      'CONFLICT',
      'CONFLICT',
    ]);
  });

  it('does not use a key up for a comment that was refused', async () => {
    const idempotencyKey = createKey();
    const refused = await sendComment(service, articleId, { idempotencyKey, body: '' });
    expect(refused.comment).toBeNull();
    await addComment(service, articleId, { idempotencyKey });
    expect(await countComments()).toEqual([1, 1]);
  });

  it('leaves the other comments of its group alone, where keys are sent many times at once', async () => {
    const keys = Array.from({ length: 12 }, createKey);
    const inputs = [...keys, ...keys, ...keys].map((idempotencyKey, index) => ({
      ...{ idempotencyKey, body: `نص ${index % keys.length}` },
    }));
    service.statements.length = 0;
    const answers = await sendAtOnce(inputs);
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    const first = answers.slice(0, keys.length).map(({ comment, receipt }) => [comment, receipt]);
    for (const start of [keys.length, 2 * keys.length]) {
      const again = answers.slice(start, start + keys.length);
      expect(again.map(({ comment, receipt }) => [comment, receipt])).toEqual(first);
    }
    expect(await countComments()).toEqual([12, 12]);
    const written = service.statements.filter((label) => label === 'comment.insert');
    expect(written.length).toBeLessThan(12);
  });

  it('is INVALID with half a character in it, which another key would share', async () => {
    for (const idempotencyKey of ['\ud800', 'key-\udfff', `\udc00${'x'.repeat(10)}`]) {
      const { comment, userErrors } = await sendComment(service, articleId, { idempotencyKey });
      expect(comment).toBeNull();
      expect(userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'idempotencyKey'] }]);
    }
    expect(
      await addComment(service, articleId, { idempotencyKey: createKey() + '😀' }),
    ).toBeTruthy();
  });

  it('takes keys of 200 characters, and tells keys apart by each of them', async () => {
    const long = 'م'.repeat(199);
    const ids = [
      await addComment(service, articleId, { idempotencyKey: `${long}أ` }),
      await addComment(service, articleId, { idempotencyKey: `${long}ا` }),
    ];
    expect(new Set(ids).size).toBe(2);
  });
});

describe('addComment without an idempotencyKey', () => {
  it('adds a comment each time, however alike they are', async () => {
    await sendAtOnce([{}, {}, { idempotencyKey: null }]);
    expect(await countComments()).toEqual([3, 3]);
  });
});
