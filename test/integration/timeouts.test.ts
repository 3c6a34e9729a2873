import { AddCommentDocument } from '../../examples/generated/operations';
import { addComment, sendComment } from '../support/add-comments';
import { ask, codesOf } from '../support/ask';
import { buildComment, writeArticle } from '../support/builders';
import { blockWrites } from '../support/raw-database';
import { startApp, type TestApp } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const timeoutMs = 400;

let database: TestDatabase;
let service: TestApp;
let articleId: string;

const start = () => startApp({ database, environment: { REQUEST_TIMEOUT_MS: String(timeoutMs) } });

const readBodies = async () => {
  const { node } = await ask<{ node: { comments: { nodes: { body: string }[] } } }>(
    service,
    'query ($id: ID!) { node(id: $id) { ... on Article { comments { nodes { body } } } } }',
    { id: articleId },
  );
  return node.comments.nodes.map(({ body }) => body);
};

beforeEach(async () => {
  database = await createTestDatabase();
  service = await start();
  ({
    article: { id: articleId },
  } = await writeArticle(service));
});

afterEach(async () => {
  await service.stop();
  await database.drop();
});

describe('a request that takes too long', () => {
  it('is answered with REQUEST_TIMEOUT and the limit, while others are answered', async () => {
    const unblock = await blockWrites(database);
    const blocked = service.send(AddCommentDocument, { input: buildComment(articleId) });
    expect(await readBodies()).toEqual([]);
    const answer = await blocked;
    await unblock();
    expect([answer.status, codesOf(answer)]).toEqual([503, ['REQUEST_TIMEOUT']]);
    expect(answer.errors[0]?.message).toContain(`${timeoutMs} ms`);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('can be sent again with its idempotencyKey, and adds its comment once', async () => {
    const input = { idempotencyKey: 'sent-again', body: 'مرة واحدة' };
    const unblock = await blockWrites(database);
    const answer = await service.send(AddCommentDocument, {
      input: buildComment(articleId, input),
    });
    expect(codesOf(answer)).toEqual(['REQUEST_TIMEOUT']);
    await unblock();
    const { comment } = await sendComment(service, articleId, input);
    expect(comment?.article.commentCount).toBe(1);
    expect(await readBodies()).toEqual(['مرة واحدة']);
  });

  it('does not begin what it has not begun', async () => {
    const unblock = await blockWrites(database);
    const answer = await service.send(
      `mutation ($one: AddCommentInput!, $two: AddCommentInput!) {
        one: addComment(input: $one) { userErrors { code } }
        two: addComment(input: $two) { userErrors { code } } }`,
      {
        one: buildComment(articleId, { body: 'الأول' }),
        two: buildComment(articleId, { body: 'الثاني' }),
      },
    );
    expect(codesOf(answer)).toEqual(['REQUEST_TIMEOUT']);
    await unblock();
    // Stopping waits for whatever of the request still runs.
    await service.stop();
    service = await start();
    expect(await readBodies()).not.toContain('الثاني');
  });

  it('does not hold up the writes that follow it', async () => {
    const unblock = await blockWrites(database);
    const inputs = Array.from({ length: 5 }, () => ({ input: buildComment(articleId) }));
    const answers = await Promise.all(
      inputs.map((variables) => service.send(AddCommentDocument, variables)),
    );
    expect(new Set(answers.flatMap(codesOf))).toEqual(new Set(['REQUEST_TIMEOUT']));
    await unblock();
    await addComment(service, articleId, { body: 'بعد ذلك' });
    expect(await readBodies()).toContain('بعد ذلك');
  });
});
