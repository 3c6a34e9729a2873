import { once } from 'node:events';
import { connect } from 'node:net';
import { commentEvents } from '../../src/features/comment';
import { addComment } from '../support/add-comments';
import { writeArticle } from '../support/builders';
import { post } from '../support/http';
import { waitForSubscribers } from '../support/live-clients';
import { openRawSocket, type RawSocket } from '../support/raw-socket';
import { startApp, type TestApp } from '../support/start-app';
import { waitUntil } from '../support/wait-until';

const added = 'subscription ($articleId: ID!) { commentAdded(articleId: $articleId) { id } }';
const page = `subscription ($articleId: ID!) {
  commentAdded(articleId: $articleId) { article { comments(first: 20) { nodes { body } } } }
}`;
/** Units: bytes; as docs/clients.md states it. */
const maxConnectionWaitingBytes = 1024 * 1024;

let service: TestApp;
let articleId: string;

const start = async (environment: Record<string, string> = {}) => {
  service = await startApp({ environment });
  articleId = (await writeArticle(service)).article.id;
};

afterEach(() => service.stop());

const open = async () => {
  const opened = await openRawSocket(service);
  await waitUntil(() => opened.messages.length === 1);
  return opened;
};

let lastId = 0;
const subscribe = ({ send }: RawSocket, query: string, variables: object = { articleId }) => {
  lastId += 1;
  send({ id: String(lastId), type: 'subscribe', payload: { query, variables } });
  return String(lastId);
};

const errorsOf = ({ messages }: RawSocket) =>
  messages
    .filter(({ type }) => type === 'error')
    .map(({ payload }) => (payload as { extensions: { code: string } }[])[0]?.extensions.code);

/** Tells subscribers of comments as if they had just been added; none is written. */
const publish = (ids: readonly string[]) =>
  service.app.database.transaction((transaction) => {
    for (const commentId of ids)
      commentEvents.approved.publish(transaction, { commentId, articleId });
    return Promise.resolve();
  });

describe('a subscription', () => {
  it('keeps the variables that it declares and no others', async () => {
    await start();
    const client = await open();
    subscribe(client, added, { articleId, undeclared: 'x'.repeat(200_000) });
    await waitForSubscribers(service, 1);
    const { operations } = service.app.live;
    expect(operations.keptBytes).toBe(
      Buffer.byteLength(added) + JSON.stringify({ articleId }).length,
    );
    client.socket.close();
    await waitForSubscribers(service, 0);
    expect(operations.keptBytes).toBe(0);
  });

  it('is refused where its connection keeps too much, and others go on', async () => {
    await start();
    const client = await open();
    for (let count = 1; count <= 5; count += 1) {
      subscribe(client, added, { articleId: String(count).repeat(200_000) });
      await waitForSubscribers(service, count);
    }
    subscribe(client, added, { articleId: '6'.repeat(200_000) });
    await waitUntil(() => errorsOf(client).length === 1);
    expect(errorsOf(client)).toEqual(['SUBSCRIPTION_LIMIT_EXCEEDED']);
    expect(service.app.live.operations.subscriberCount).toBe(5);
    client.socket.close();
    await waitForSubscribers(service, 0);
  });

  it('is refused where its address has 50 different ones to the same events', async () => {
    await start();
    const client = await open();
    const different = (n: number) => added.replace('{ id }', `{ id a${n}: body }`);
    for (let count = 0; count < 50; count += 1) subscribe(client, different(count));
    await waitForSubscribers(service, 50);
    subscribe(client, different(50));
    await waitUntil(() => errorsOf(client).length === 1);
    expect(errorsOf(client)).toEqual(['SUBSCRIPTION_LIMIT_EXCEEDED']);
    subscribe(client, different(49));
    await waitForSubscribers(service, 51);
    subscribe(client, different(50), { articleId: 'article_other' });
    await waitForSubscribers(service, 52);
    client.socket.close();
    await waitForSubscribers(service, 0);
  });
});

describe('an event', () => {
  const pointsLeft = async () => {
    const { headers } = await post(service, { query: '{ viewer { role } }' });
    return Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
  };

  it('costs the address the points of each different selection, and equal ones nothing more', async () => {
    await start({ RATE_LIMIT: '10000' });
    const commentId = await addComment(service, articleId);
    const client = await open();
    const costOfEvent = async () => {
      const before = await pointsLeft();
      const expected = client.messages.length + service.app.live.operations.subscriberCount;
      await publish([commentId]);
      await waitUntil(() => client.messages.length === expected);
      return before - (await pointsLeft());
    };
    const nothing = await costOfEvent();
    subscribe(client, added);
    await waitForSubscribers(service, 1);
    const one = await costOfEvent();
    expect(one).toBeGreaterThan(nothing);
    subscribe(client, added);
    await waitForSubscribers(service, 2);
    expect(await costOfEvent()).toBe(one);
    subscribe(client, added.replace('{ id }', '{ id body }'));
    await waitForSubscribers(service, 3);
    expect(await costOfEvent()).toBeGreaterThan(one);
    client.socket.close();
    await waitForSubscribers(service, 0);
  });

  it('ends the subscription of an address that has spent its points, and says until when', async () => {
    await start({ RATE_LIMIT: '40' });
    const commentId = await addComment(service, articleId);
    const client = await open();
    const id = subscribe(client, added);
    await waitForSubscribers(service, 1);
    for (let count = 0; count < 40 && errorsOf(client).length === 0; count += 1) {
      const told = client.messages.length;
      await publish([commentId]);
      await waitUntil(() => client.messages.length > told);
    }
    expect(client.messages.at(-1)).toMatchObject({
      id,
      type: 'error',
      payload: [
        {
          extensions: {
            code: 'RATE_LIMITED',
            retryAfterSeconds: expect.any(Number) as unknown,
          },
        },
      ],
    });
    expect(client.socket.readyState).toBe(client.socket.OPEN);
    await waitForSubscribers(service, 0);
    client.socket.close();
  });
});

describe('a subscriber that does not read', () => {
  /** Tells of large pages until nobody is left; how many bytes waited at most. */
  const flood = async () => {
    const body = 'نص طويل جدا '.repeat(400);
    const ids: string[] = [];
    for (let count = 0; count < 20; count += 1) {
      ids.push(await addComment(service, articleId, { body }));
    }
    const { operations } = service.app.live;
    let most = 0;
    while (operations.subscriberCount > 0) {
      await publish(ids.slice(0, 2));
      await new Promise((resolve) => setImmediate(resolve));
      most = Math.max(most, operations.waitingBytes);
    }
    return most;
  };

  it('of a WebSocket is closed with 4503, and little waits for it until then', async () => {
    await start();
    const client = await open();
    subscribe(client, page);
    await waitForSubscribers(service, 1);
    client.socket.pause();
    const most = await flood();
    client.socket.resume();
    await waitUntil(() => client.closing !== null);
    expect(client.closing).toEqual({
      code: 4_503,
      reason: expect.stringMatching(/^SUBSCRIBER_TOO_SLOW: .+ subscribe again/) as unknown,
    });
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(maxConnectionWaitingBytes);
    await waitUntil(() => service.app.live.operations.waitingBytes === 0);
  }, 120_000);

  it('of an event stream is told so, and not that the subscription is complete', async () => {
    await start();
    const { port, hostname } = new URL(service.origin);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const search = new URLSearchParams({ query: page, variables: JSON.stringify({ articleId }) });
    socket.write(`GET /graphql/stream?${search.toString()} HTTP/1.0\r\nhost: localhost\r\n\r\n`);
    await waitForSubscribers(service, 1);
    const most = await flood();
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    await once(socket, 'end');
    const last = text.slice(text.lastIndexOf('event: '));
    expect(last).toContain('event: next');
    expect(last).toContain('"code":"SUBSCRIBER_TOO_SLOW"');
    expect(most).toBeLessThanOrEqual(maxConnectionWaitingBytes);
    socket.destroy();
    await waitUntil(() => service.app.live.operations.waitingBytes === 0);
  }, 120_000);
});
