import type { Client } from 'graphql-ws';
import { addComment, addComments } from '../support/add-comments';
import { recordStatements } from '../support/ask';
import { writeArticle } from '../support/builders';
import { openSockets, waitForSubscribers } from '../support/live-clients';
import { startApp, type TestApp } from '../support/start-app';
import { waitUntil } from '../support/wait-until';

interface Added {
  readonly commentAdded: { readonly id: string };
}

const query = 'subscription ($articleId: ID!) { commentAdded(articleId: $articleId) { id body } }';
const connectionCount = 100;
const perConnection = 10;

let service: TestApp;
let clients: Client[];

beforeAll(async () => {
  service = await startApp();
});

beforeEach(() => {
  clients = [];
});

afterAll(() => service.stop());

/** Subscribes on many connections; what each subscriber heard, by the comments' ids. */
function subscribeMany(articleId: string, count: number, onEach = 1): string[][] {
  const heard: string[][] = [];
  for (let connection = 0; connection < count; connection += 1) {
    const client = openSockets(service);
    clients.push(client);
    for (let index = 0; index < onEach; index += 1) {
      const ids: string[] = [];
      heard.push(ids);
      client.subscribe<Added>(
        { query, variables: { articleId } },
        {
          next: ({ data }) => ids.push(data?.commentAdded.id ?? ''),
          error: (error) => ids.push(String(error)),
          complete: () => undefined,
        },
      );
    }
  }
  return heard;
}

async function leave(): Promise<void> {
  for (const client of clients) await client.dispose();
  await waitForSubscribers(service, 0);
  await waitUntil(() => service.app.live.sessions.count === 0);
}

describe('a thousand subscribers of one article', () => {
  it('are told of a hundred comments, every one of each, once and in order', async () => {
    const { article } = await writeArticle(service);
    const heard = subscribeMany(article.id, connectionCount, perConnection);
    await waitForSubscribers(service, connectionCount * perConnection);
    const ids = await addComments(service, article.id, 100);
    await waitUntil(() => heard.every(({ length }) => length >= ids.length));
    expect(heard).toHaveLength(1_000);
    for (const told of heard) expect(told).toEqual(ids);
    await leave();
  }, 60_000);

  it('are told of comments that came at the same instant in one order, the same for all', async () => {
    const { article } = await writeArticle(service);
    const heard = subscribeMany(article.id, 20);
    await waitForSubscribers(service, 20);
    const ids = await Promise.all(
      Array.from({ length: 50 }, (_, n) => addComment(service, article.id, { body: `رأي ${n}` })),
    );
    await waitUntil(() => heard.every(({ length }) => length >= ids.length));
    expect([...(heard[0] ?? [])].sort()).toEqual([...ids].sort());
    for (const told of heard) expect(told).toEqual(heard[0]);
    await leave();
  });

  it('cost the statements of one', async () => {
    const { article } = await writeArticle(service);
    const count = async (subscribers: number) => {
      const heard = subscribeMany(article.id, subscribers);
      await waitForSubscribers(service, subscribers);
      const statements = await recordStatements(service, async () => {
        await addComment(service, article.id);
        await waitUntil(() => heard.every(({ length }) => length === 1));
      });
      await leave();
      return statements;
    };
    expect(await count(50)).toEqual(await count(1));
  });

  it('leave nothing behind when they go: no source, no count, no place', async () => {
    const { article } = await writeArticle(service);
    subscribeMany(article.id, 50, 2);
    await waitForSubscribers(service, 100);
    expect(service.app.live.sessions.count).toBe(50);
    await leave();
    const statements = await recordStatements(service, () => addComment(service, article.id));
    expect(statements).not.toContain('comment.findByIds');
  });
});
