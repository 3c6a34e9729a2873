import type { AddCommentInput, Comment } from '../../examples/generated/operations';
import { addComment, sendComment } from '../support/add-comments';
import { ask, recordStatements } from '../support/ask';
import { buildComment, writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { startApp, type TestApp } from '../support/start-app';

const commentFields = 'id authorName body status createdAt depth replyCount parent { id }';

let service: TestApp;
let articleId: string;

const readComment = async (id: string) =>
  (
    await ask<{ node: Comment | null }>(
      service,
      `query ($id: ID!) { node(id: $id) { ... on Comment { ${commentFields} } } }`,
      { id },
    )
  ).node;

/** The codes and fields of what is wrong with an otherwise valid comment. */
const faultsOf = async (overrides: Partial<AddCommentInput>) => {
  const { comment, userErrors } = await sendComment(service, articleId, overrides);
  expect(comment === null).toBe(userErrors.length > 0);
  return userErrors.map(({ code, field }) => `${code} ${field.join('.')}`);
};

/** A chain of replies down to a depth; the id of the last. */
const replyDownTo = async (depth: number): Promise<string> => {
  let parentId = await addComment(service, articleId);
  for (let level = 1; level <= depth; level += 1) {
    parentId = await addComment(service, articleId, { parentId });
  }
  return parentId;
};

beforeAll(async () => {
  service = await startApp();
});

beforeEach(async () => {
  ({
    article: { id: articleId },
  } = await writeArticle(service));
});

afterAll(() => service.stop());

describe('addComment, succeeds', () => {
  it('adds a public comment at the present instant', async () => {
    const { comment, userErrors } = await sendComment(service, articleId);
    expect(userErrors).toEqual([]);
    expect(comment).toEqual({
      id: expect.stringMatching(/^comment_[0-9a-z]{26}$/) as string,
      authorName: 'قارئة',
      body: 'تعليق على المقال.',
      status: 'APPROVED',
      statusReason: null,
      createdAt: service.clock.now().toISOString(),
      article: { id: articleId, commentCount: 1 },
    });
  });

  it('answers just what is read from then on', async () => {
    const document = `mutation ($input: AddCommentInput!) {
      addComment(input: $input) { comment { ${commentFields} } } }`;
    const input = buildComment(articleId, {
      authorName: '  زيد\u00A0\u00A0بن   علي ',
      body: '\u2067أ\r\nلا\r\n\r\n\r\n\r\nف',
    });
    const { addComment: answer } = await ask<{ addComment: { comment: Comment } }>(
      service,
      document,
      { input },
    );
    expect(await readComment(answer.comment.id)).toEqual(answer.comment);
  });

  it('adds a reply under its parent, as deep as five', async () => {
    const deepest = await replyDownTo(5);
    const reply = await readComment(deepest);
    const parent = await readComment(reply?.parent?.id ?? '');
    expect([reply?.depth, parent?.depth, parent?.replyCount]).toEqual([5, 4, 1]);
  });

  it('shows what it wrote in its own answer: the count, the list and the parent', async () => {
    const parentId = await addComment(service, articleId);
    const document = `mutation ($top: AddCommentInput!, $reply: AddCommentInput!) {
      one: addComment(input: $top) { comment { id article {
        commentCount comments(last: 1) { totalCount nodes { id } } } } }
      two: addComment(input: $reply) { comment { id
        parent { replyCount replies(last: 1) { totalCount nodes { id } } }
        article { commentCount comments { totalCount } } } }
    }`;
    const { one, two } = await ask<Record<'one' | 'two', { comment: Comment }>>(service, document, {
      top: buildComment(articleId),
      reply: buildComment(articleId, { parentId }),
    });
    expect(one.comment.article).toEqual({
      commentCount: 2,
      comments: { totalCount: 2, nodes: [{ id: one.comment.id }] },
    });
    expect(two.comment.parent).toEqual({
      replyCount: 1,
      replies: { totalCount: 1, nodes: [{ id: two.comment.id }] },
    });
    expect(two.comment.article).toEqual({ commentCount: 3, comments: { totalCount: 2 } });
  });

  it('writes with as many statements on a long thread as on an empty one', async () => {
    const add = () => recordStatements(service, () => addComment(service, articleId));
    const first = await add();
    for (let number = 0; number < 20; number += 1) await addComment(service, articleId);
    expect(await add()).toEqual(first);
  });
});

describe('addComment, fails', () => {
  it.each<[string, Partial<AddCommentInput>]>([
    ['REQUIRED input.authorName', { authorName: '' }],
    ['REQUIRED input.authorEmail', { authorEmail: ' ' }],
    ['REQUIRED input.body', { body: ' \n\t\n ' }],
    ['TOO_LONG input.authorName', { authorName: 'ا'.repeat(81) }],
    ['TOO_LONG input.body', { body: 'ا'.repeat(5_001) }],
    ['INVALID input.authorName', { authorName: 'زيد\u202Eعلي' }],
    ['INVALID input.authorEmail', { authorEmail: 'not-an-address' }],
    ['INVALID input.body', { body: 'a\u0007b' }],
    ['INVALID input.idempotencyKey', { idempotencyKey: '' }],
    ['NOT_FOUND input.articleId', { articleId: 'article_01hzzzzzzzzzzzzzzzzzzzzzzz' }],
    ['NOT_FOUND input.parentId', { parentId: 'comment_01hzzzzzzzzzzzzzzzzzzzzzzz' }],
  ])('with %s', async (fault, overrides) => {
    expect(await faultsOf(overrides)).toEqual([fault]);
  });

  it('with CLOSED where the article takes no comments', async () => {
    await changeRow(service, articleId, 'comments_open = false');
    expect(await faultsOf({})).toEqual(['CLOSED input.articleId']);
  });

  it('with TOO_DEEP for a reply to the deepest reply', async () => {
    const parentId = await replyDownTo(5);
    expect(await faultsOf({ parentId })).toEqual(['TOO_DEEP input.parentId']);
  });

  it('with CONFLICT for a key that was used with other input', async () => {
    const idempotencyKey = 'used-before';
    await addComment(service, articleId, { idempotencyKey });
    expect(await faultsOf({ idempotencyKey, body: 'نص آخر' })).toEqual([
      'CONFLICT input.idempotencyKey',
    ]);
  });

  it.each([
    ['a draft', `status = 'DRAFT'`],
    ['archived', `status = 'ARCHIVED'`],
    ['not published yet', 'published_at = 4102444800000, timeline_at = 4102444800000'],
  ])('with NOT_FOUND for an article that is %s', async (_, assignment) => {
    await changeRow(service, articleId, assignment);
    expect(await faultsOf({})).toEqual(['NOT_FOUND input.articleId']);
  });

  it('with NOT_FOUND for the id of something that is no article', async () => {
    const commentId = await addComment(service, articleId);
    expect(await faultsOf({ articleId: commentId })).toEqual(['NOT_FOUND input.articleId']);
    expect(await faultsOf({ articleId: 'nul-\u0000-byte' })).toEqual(['NOT_FOUND input.articleId']);
  });

  it('with NOT_FOUND for a parent on another article, or one that readers do not see', async () => {
    const other = await writeArticle(service);
    const elsewhere = await addComment(service, other.article.id);
    const pending = await addComment(service, articleId);
    await changeRow(service, pending, `status = 'PENDING'`);
    for (const parentId of [elsewhere, pending, articleId, '', 'nul-\u0000-byte']) {
      expect(await faultsOf({ parentId })).toEqual(['NOT_FOUND input.parentId']);
    }
  });

  it('with all faults at once, each with its path and a message, and writes nothing', async () => {
    await changeRow(service, articleId, 'comments_open = false');
    const input = buildComment(articleId, {
      ...{ authorName: ' ', authorEmail: 'nobody', body: '', idempotencyKey: 'a'.repeat(201) },
      parentId: 'comment_01hzzzzzzzzzzzzzzzzzzzzzzz',
    });
    const labels = await recordStatements(service, async () => {
      expect(await faultsOf(input)).toEqual([
        'REQUIRED input.authorName',
        'INVALID input.authorEmail',
        'REQUIRED input.body',
        'INVALID input.idempotencyKey',
        'CLOSED input.articleId',
        'NOT_FOUND input.parentId',
      ]);
    });
    expect(labels).toEqual(['article.findByIds', 'comment.findByIds']);
  });

  it('without repeating the address that was refused', async () => {
    const { userErrors } = await sendComment(service, articleId, { authorEmail: 'me@nowhere' });
    expect(JSON.stringify(userErrors)).not.toContain('me@nowhere');
  });

  it('before anything is executed where the input does not fit its type', async () => {
    const input = { ...buildComment(articleId), authorEmail: 5, extra: true };
    const answer = await service.send(
      'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }',
      { input },
    );
    expect(answer.status).toBe(400);
    expect(answer.errors.map(({ extensions }) => extensions?.['code'])).toEqual([
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
    ]);
  });
});

describe('addComment, forbids', () => {
  const document = `mutation { addComment(input: {}) { comment { id } } }`;

  it('a GET request, which a link or an image could send', async () => {
    const address = `${service.url}?query=${encodeURIComponent('mutation { __typename }')}`;
    const response = await fetch(address, { headers: { 'apollo-require-preflight': 'true' } });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('a form of another site, which a browser sends without asking', async () => {
    const response = await fetch(service.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ query: document }),
    });
    expect(response.status).toBe(415);
  });
});
