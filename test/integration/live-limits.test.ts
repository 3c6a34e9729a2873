import { connect, type Socket } from 'node:net';
import WebSocket from 'ws';
import { commentEvents } from '../../src/features/comment';
import { Role } from '../../src/platform/request';
import { addComment } from '../support/add-comments';
import { writeArticle } from '../support/builders';
import { request } from '../support/http';
import {
  createSubscribe,
  liveClients,
  openSockets,
  waitForSubscribers,
} from '../support/live-clients';
import { startApp, type TestApp } from '../support/start-app';
import { createToken } from '../support/tokens';
import { waitUntil } from '../support/wait-until';

const added = 'subscription ($articleId: ID!) { commentAdded(articleId: $articleId) { id body } }';

let service: TestApp;

const start = async (environment: Record<string, string> = {}) => {
  service = await startApp({ environment });
};

afterEach(() => service.stop());

/** How the server answers a request for a WebSocket that it refuses. */
const openRaw = (headers: Record<string, string> = {}, path = '/graphql') =>
  new Promise<{ status: number; opened: boolean }>((resolve) => {
    const socket = new WebSocket(
      service.origin.replace('http', 'ws') + path,
      'graphql-transport-ws',
      { headers },
    );
    socket.once('unexpected-response', (_request, response) => {
      resolve({ status: response.statusCode ?? 0, opened: false });
    });
    socket.once('error', () => undefined);
    socket.once('open', () => {
      socket.terminate();
      resolve({ status: 101, opened: true });
    });
  });

const streamHeaders = { accept: 'text/event-stream', 'content-type': 'application/json' };
const openStream = (body: object, headers: Record<string, string> = {}) =>
  request(service, '/graphql/stream', {
    method: 'POST',
    headers: { ...streamHeaders, ...headers },
    body: JSON.stringify(body),
  });

describe('a live connection', () => {
  it('is refused with CONNECTION_LIMIT_EXCEEDED where its address has enough of them', async () => {
    await start({ LIVE_MAX_CONNECTIONS: '2' });
    const subscribe = liveClients['graphql-sse']?.(service);
    const variables = { articleId: 'article_none' };
    for (const _ of [1, 2]) subscribe?.(added, variables);
    await waitForSubscribers(service, 2);
    const { status, errors } = await openStream({ query: added, variables });
    expect([status, errors[0]?.extensions?.['code']]).toEqual([429, 'CONNECTION_LIMIT_EXCEEDED']);
    expect(await openRaw()).toEqual({ status: 429, opened: false });
    subscribe?.close();
    await waitUntil(() => service.app.live.sessions.count === 0);
    expect(await openRaw()).toEqual({ status: 101, opened: true });
  });

  it('carries no more subscriptions than LIVE_MAX_SUBSCRIPTIONS', async () => {
    await start({ LIVE_MAX_SUBSCRIPTIONS: '2' });
    const client = openSockets(service);
    const subscribe = createSubscribe(client as never);
    const variables = { articleId: 'article_none' };
    const all = [1, 2, 3].map(() => subscribe(added, variables));
    await waitUntil(() => all.some(({ isOver }) => isOver));
    expect(all.map(({ failure }) => failure)).toEqual([
      null,
      null,
      [expect.objectContaining({ extensions: { code: 'SUBSCRIPTION_LIMIT_EXCEEDED' } })],
    ]);
    all[0]?.stop();
    await waitForSubscribers(service, 1);
    subscribe(added, variables);
    await waitForSubscribers(service, 2);
    await client.dispose();
  });

  it('pays for its subscriptions, and is told when to come again', async () => {
    await start({ RATE_LIMIT: '10' });
    const client = openSockets(service);
    const subscribe = createSubscribe(client as never);
    const all = [1, 2, 3, 4].map(() => subscribe(added, { articleId: 'article_none' }));
    await waitUntil(() => all.some(({ isOver }) => isOver));
    const refused = all.find(({ isOver }) => isOver)?.failure as [{ extensions: object }];
    expect(refused[0].extensions).toMatchObject({
      code: 'RATE_LIMITED',
      retryAfterSeconds: expect.any(Number) as unknown,
    });
    await client.dispose();
  });

  it('is closed with a code after which clients come back, where its points are spent', async () => {
    await start({ RATE_LIMIT: '1' });
    await service.send('{ __typename }');
    const socket = new WebSocket(service.url.replace('http', 'ws'), 'graphql-transport-ws');
    socket.once('open', () => {
      socket.send(JSON.stringify({ type: 'connection_init' }));
    });
    const closed = await new Promise<{ code: number; reason: string }>((resolve) => {
      socket.once('close', (code, reason) => {
        resolve({ code, reason: reason.toString() });
      });
    });
    expect(closed).toHaveProperty('code', 1_013);
    expect(closed.reason).toMatch(/^RATE_LIMITED: /);
  });

  it.each([
    ['a page of another site', { origin: 'https://evil.example' }, '/graphql', 403],
    ['another path', {}, '/somewhere', 404],
  ])('is not opened for %s', async (_, headers, path, status) => {
    await start();
    expect(await openRaw(headers, path)).toEqual({ status, opened: false });
  });

  it('is opened for the service’s own pages, and for those of CORS_ORIGINS', async () => {
    await start({ CORS_ORIGINS: 'https://news.example' });
    for (const origin of ['https://news.example', service.origin]) {
      expect(await openRaw({ origin })).toEqual({ status: 101, opened: true });
    }
  });

  it('is closed with 4401 where its token is none, by whichever way it came', async () => {
    await start();
    const closing = (parameters: object, headers: Record<string, string>) =>
      new Promise<number>((resolve) => {
        const url = service.url.replace('http', 'ws');
        const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
        socket.once('open', () => {
          socket.send(JSON.stringify({ type: 'connection_init', ...parameters }));
        });
        socket.once('close', resolve);
      });
    expect(await closing({ payload: { authorization: 'Bearer nobody' } }, {})).toBe(4_401);
    expect(await closing({}, { authorization: 'Bearer nobody' })).toBe(4_401);
    const { status, errors } = await openStream(
      { query: added, variables: { articleId: 'a' } },
      { authorization: 'Bearer nobody' },
    );
    expect([status, errors[0]?.extensions?.['code']]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('executes nothing but trusted documents where ONLY_TRUSTED_DOCUMENTS is set', async () => {
    await start({ ONLY_TRUSTED_DOCUMENTS: 'true' });
    const client = openSockets(service);
    const heard = createSubscribe(client as never)(added, { articleId: 'a' });
    await waitUntil(() => heard.isOver);
    expect(heard.failure).toEqual([
      expect.objectContaining({ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }),
    ]);
    await client.dispose();
  });
});

describe('an event stream', () => {
  it('is asked for with Accept: text/event-stream', async () => {
    await start();
    const { status, errors } = await openStream({ query: added }, { accept: 'application/json' });
    expect([status, errors[0]?.extensions?.['code']]).toEqual([406, 'NOT_ACCEPTABLE']);
  });

  it.each([
    ['nothing', {}],
    ['a query that is no text', { query: 5 }],
    ['variables that are none', { query: added, variables: 'x' }],
  ])('answers BAD_REQUEST to %s', async (_, body) => {
    await start();
    const { status, errors } = await openStream(body);
    expect([status, errors[0]?.extensions?.['code']]).toEqual([400, 'BAD_REQUEST']);
  });

  it('may be read by pages of CORS_ORIGINS', async () => {
    await start({ CORS_ORIGINS: 'https://news.example' });
    const { headers } = await openStream(
      { query: '{ __typename }' },
      { origin: 'https://news.example' },
    );
    expect(headers.get('access-control-allow-origin')).toBe('https://news.example');
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a subscriber that does not read', () => {
  /** Tells of the same few comments again and again, until somebody is cut off. */
  const flood = async (articleId: string, isCutOff: () => boolean) => {
    const body = 'نص طويل جدا '.repeat(400);
    const ids: string[] = [];
    for (let count = 0; count < 20; count += 1) {
      ids.push(await addComment(service, articleId, { body }));
    }
    for (let round = 0; round < 500 && !isCutOff(); round += 1) {
      await service.app.database.transaction((transaction) => {
        for (const commentId of ids)
          commentEvents.approved.publish(transaction, { commentId, articleId });
        return Promise.resolve();
      });
    }
    await waitUntil(isCutOff);
  };

  const speakHttp = (lines: readonly string[], body = ''): Promise<Socket> =>
    new Promise((resolve) => {
      const { port, hostname } = new URL(service.origin);
      const socket = connect(Number(port), hostname, () => {
        socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
        resolve(socket);
      });
      socket.on('error', () => undefined);
      socket.pause();
    });

  it('is cut off over an event stream, and the others are told of everything', async () => {
    await start();
    const { article } = await writeArticle(service);
    const variables = { articleId: article.id };
    const body = JSON.stringify({ query: added, variables });
    const stuck = await speakHttp(
      [
        'POST /graphql/stream HTTP/1.1',
        'host: localhost',
        'accept: text/event-stream',
        'content-type: application/json',
        `content-length: ${Buffer.byteLength(body)}`,
      ],
      body,
    );
    const subscribe = liveClients['graphql-sse']?.(service);
    const well = subscribe?.(added, variables);
    await waitForSubscribers(service, 2);
    await flood(article.id, () => service.app.live.operations.subscriberCount < 2);
    expect(service.app.live.operations.subscriberCount).toBe(1);
    const last = await addComment(service, article.id);
    await waitUntil(() => JSON.stringify(well?.answers.at(-1)).includes(last));
    expect(well?.isOver).toBe(false);
    stuck.destroy();
    subscribe?.close();
  }, 120_000);

  it('is cut off over a WebSocket', async () => {
    await start();
    const { article } = await writeArticle(service);
    const socket = new WebSocket(service.url.replace('http', 'ws'), 'graphql-transport-ws');
    socket.once('open', () => {
      socket.send(JSON.stringify({ type: 'connection_init' }));
      const payload = { query: added, variables: { articleId: article.id } };
      socket.send(JSON.stringify({ type: 'ping' }));
      socket.once('message', () => {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
        socket.pause();
      });
    });
    await waitForSubscribers(service, 1);
    await flood(article.id, () => service.app.live.operations.subscriberCount < 1);
    expect(service.app.live.operations.subscriberCount).toBe(0);
    await waitUntil(() => service.app.live.sessions.count === 0);
    socket.terminate();
  }, 120_000);
});

describe('a stop', () => {
  it('ends every live connection, and says that they may come back', async () => {
    await start();
    const variables = { articleId: 'article_none' };
    const token = await createToken(service, Role.MODERATOR);
    const all = Object.values(liveClients).flatMap((open) => [
      open(service)(added, variables),
      open(service, token)(added, variables),
    ]);
    await waitForSubscribers(service, 4);
    const stopping = service.app.close();
    await waitUntil(() => all.every(({ isOver }) => isOver));
    await stopping;
    // An end without a word of completion is one that clients come back after.
    expect(all.every(({ failure }) => failure !== null)).toBe(true);
    expect(all.slice(0, 2).map(({ failure }) => (failure as { code: unknown }).code)).toEqual([
      1_001, 1_001,
    ]);
    expect(service.app.live.operations.subscriberCount).toBe(0);
  });
});
