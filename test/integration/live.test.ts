import type { ExecutionResult } from 'graphql';
import { Role } from '../../src/platform/request';
import { addComment, sendComment } from '../support/add-comments';
import { writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { liveClients, waitForSubscribers } from '../support/live-clients';
import { startApp, type TestApp } from '../support/start-app';
import { createToken } from '../support/tokens';
import { waitUntil } from '../support/wait-until';

interface Added {
  readonly commentAdded: { readonly id: string; readonly body: string };
}
interface Queued {
  readonly commentQueued: {
    readonly comment: { readonly id: string; readonly status: string };
    readonly revision: number;
    readonly findings: readonly { readonly phase: string }[];
  };
}

const added = `subscription ($articleId: ID!) {
  commentAdded(articleId: $articleId) { id body parent { id } article { commentCount } }
}`;
const queued =
  'subscription { commentQueued { comment { id status } revision findings { phase } } }';

let service: TestApp;
let articleId: string;

beforeAll(async () => {
  service = await startApp();
});

beforeEach(async () => {
  articleId = (await writeArticle(service)).article.id;
});

afterAll(() => service.stop());

describe.each(Object.entries(liveClients))('commentAdded over %s', (_, connect) => {
  it('tells of each comment of its article as it becomes public, replies too, in order', async () => {
    const subscribe = connect(service);
    const heard = subscribe<Added>(added, { articleId });
    await waitForSubscribers(service, 1);
    const other = await writeArticle(service);
    const parentId = await addComment(service, articleId);
    await addComment(service, other.article.id);
    const replyId = await addComment(service, articleId, { parentId });
    await waitUntil(() => heard.answers.length === 2);
    expect(heard.answers.map(({ data }) => data?.commentAdded)).toEqual([
      expect.objectContaining({ id: parentId, parent: null, article: { commentCount: 1 } }),
      expect.objectContaining({ id: replyId, parent: { id: parentId } }),
    ]);
    heard.stop();
    await waitForSubscribers(service, 0);
    subscribe.close();
  });

  it('tells nothing of a comment that was hidden, or whose article was, before it was read', async () => {
    const subscribe = connect(service);
    const heard = subscribe<Added>(added, { articleId });
    await waitForSubscribers(service, 1);
    const { published } = await publishHidden(articleId);
    await waitUntil(() => heard.answers.length === 1);
    expect(heard.answers.map(({ data }) => data?.commentAdded.id)).toEqual([published]);
    subscribe.close();
    await waitForSubscribers(service, 0);
  });

  it('is silent where the article is not there', async () => {
    const subscribe = connect(service);
    const heard = subscribe<Added>(added, { articleId: 'article_none' });
    await waitForSubscribers(service, 1);
    expect([heard.answers, heard.isOver]).toEqual([[], false]);
    subscribe.close();
    await waitForSubscribers(service, 0);
  });

  it.each([
    ['a document that is not GraphQL', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not there', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an argument that is missing',
      `subscription { commentAdded { id } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a query', '{ __typename }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a mutation', 'mutation { __typename }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'more than it may cost',
      `subscription { commentAdded(articleId: "a") {
        replies(first: 100) { nodes { replies(first: 100) { nodes { id } } } } } }`,
      'COST_LIMIT_EXCEEDED',
    ],
  ])('refuses %s', async (_case, document, code) => {
    const subscribe = connect(service);
    const heard = subscribe(document);
    await waitUntil(() => heard.isOver);
    expect(codesOfHeard(heard)).toContain(code);
    subscribe.close();
  });
});

describe.each(Object.entries(liveClients))('commentQueued over %s', (_, connect) => {
  it('tells a moderator of each comment that waits for a decision', async () => {
    const held = await startHolding();
    const subscribe = connect(held.service, await createToken(held.service, Role.MODERATOR));
    const moderators = subscribe<Queued>(queued);
    const readers = connect(held.service);
    const publicReaders = readers<Added>(added, { articleId: held.articleId });
    await waitForSubscribers(held.service, 2);
    const { comment } = await sendComment(held.service, held.articleId, {
      body: 'http://a.example http://b.example http://c.example http://d.example',
    });
    expect(comment?.status).toBe('PENDING');
    await waitUntil(() => moderators.answers.length === 1);
    expect(moderators.answers[0]?.data?.commentQueued).toEqual({
      comment: { id: comment?.id, status: 'PENDING' },
      revision: 0,
      findings: [{ phase: 'links' }],
    });
    expect(publicReaders.answers).toEqual([]);
    subscribe.close();
    readers.close();
    await held.service.stop();
  });

  it.each([
    ['nobody', null, 'UNAUTHENTICATED'],
    ['a reader with a token', Role.READER, 'FORBIDDEN'],
  ])('refuses %s', async (_case, role, code) => {
    const subscribe = connect(
      service,
      role === null ? undefined : await createToken(service, role),
    );
    const heard = subscribe(queued);
    await waitUntil(() => heard.isOver);
    expect(codesOfHeard(heard)).toEqual([code]);
    expect(service.app.live.operations.subscriberCount).toBe(0);
    subscribe.close();
  });

  it('ends once the token is revoked, here or by another process', async () => {
    for (const isAfar of [false, true]) {
      const subscribe = connect(service, await createToken(service, Role.MODERATOR));
      const heard = subscribe<Queued>(queued);
      await waitForSubscribers(service, 1);
      const revoker = isAfar ? await startApp({ database: service.database }) : service;
      await revoker.app.access.tokens.revoke('moderator');
      await waitUntil(() => heard.isOver);
      expect(reasonOf(heard)).toContain('UNAUTHENTICATED: The token was revoked');
      await waitForSubscribers(service, 0);
      subscribe.close();
      if (isAfar) await revoker.stop();
    }
  });

  it('tells nothing more once the token is over', async () => {
    const held = await startHolding();
    const expiresAt = new Date(held.service.clock.now().getTime() + 60_000);
    const token = await createToken(held.service, Role.MODERATOR, { expiresAt });
    const subscribe = connect(held.service, token);
    const heard = subscribe<Queued>(queued);
    await waitForSubscribers(held.service, 1);
    held.service.clock.advance(60_000);
    await sendComment(held.service, held.articleId, {
      body: 'http://a.example http://b.example http://c.example http://d.example',
    });
    await waitUntil(() => heard.isOver);
    expect(heard.answers.map(({ data }) => data ?? null)).not.toContainEqual(
      expect.objectContaining({ commentQueued: expect.anything() as unknown }),
    );
    subscribe.close();
    await held.service.stop();
  });
});

/** A comment that is hidden by the time that its event is read, then one that is not. */
async function publishHidden(id: string): Promise<{ published: string }> {
  const { database } = service.app;
  const hidden = await addHidden(id);
  const event = `event:comment.approved ${JSON.stringify({ commentId: hidden, articleId: id })}`;
  await database.transaction((transaction) => {
    transaction.emit(event);
    return Promise.resolve();
  });
  return { published: await addComment(service, id) };
}

/** Added on another article, so that the subscriber heard nothing of it, then moved and hidden. */
async function addHidden(id: string): Promise<string> {
  const { article } = await writeArticle(service);
  const commentId = await addComment(service, article.id);
  await changeRow(service, commentId, `status = 'REJECTED', article_id = '${id}'`);
  return commentId;
}

async function startHolding() {
  const holding = await startApp();
  const { article } = await writeArticle(holding);
  return { service: holding, articleId: article.id };
}

function codesOfHeard({ answers, failure }: { answers: readonly unknown[]; failure: unknown }) {
  const errors = [
    ...(Array.isArray(failure) ? (failure as unknown[]) : []),
    ...answers.flatMap((answer) => (answer as { errors?: unknown[] }).errors ?? []),
  ];
  return errors.map((error) => (error as { extensions?: { code?: unknown } }).extensions?.code);
}

/** Why a client was dropped: a WebSocket is closed with it, a stream ends with it. */
function reasonOf({ failure, answers }: { answers: readonly unknown[]; failure: unknown }): string {
  if (failure !== null) return String((failure as { reason?: unknown }).reason);
  const [error] = (answers.at(-1) as ExecutionResult).errors ?? [];
  return `${String(error?.extensions['code'])}: ${error?.message ?? ''}`;
}
