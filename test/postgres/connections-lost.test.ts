import { once } from 'node:events';
import { WebSocket } from 'ws';
import { AddCommentDocument } from '../../examples/generated/operations';
import { codesOf } from '../support/ask';
import { buildComment, writeArticle } from '../support/builders';
import { request } from '../support/http';
import { createOwnPostgres, type OwnPostgres } from '../support/own-postgres';
import { blockWrites } from '../support/raw-database';
import { type Answer, startApp, type TestApp } from '../support/start-app';
import { openTcpProxy, type TcpProxy } from '../support/tcp-proxy';
import { waitUntil } from '../support/wait-until';

jest.setTimeout(120_000);

const listening = 'maqal commits';
const counting =
  'query ($id: ID!) { node(id: $id) { ... on Article { commentCount comments { nodes { id } } } } }';

interface Counted {
  readonly node: { readonly commentCount: number };
}

let postgres: OwnPostgres;
let proxy: TcpProxy;
/** Writes straight to the server. */
let writer: TestApp;
/** Reads, with the proxy between it and the server. */
let reader: TestApp;
let articleId: string;

const toUrl = (port: number) => `postgres://postgres@127.0.0.1:${port}/postgres`;
const start = (port: number) =>
  startApp({ database: { url: toUrl(port), drop: () => Promise.resolve() } });

// The same two services live through everything that follows.
beforeAll(async () => {
  postgres = await createOwnPostgres();
  proxy = await openTcpProxy(postgres.port);
  writer = await start(postgres.port);
  reader = await start(proxy.port);
});

beforeEach(async () => {
  proxy.speak();
  await waitUntil(async () => (await isReady(reader)) && (await isReady(writer)));
  ({
    article: { id: articleId },
  } = await writeArticle(writer));
  reader.log.length = 0;
  writer.log.length = 0;
});

afterAll(async () => {
  await writer.stop();
  await reader.stop();
  await proxy.close();
  await postgres.remove();
});

const add = (service: TestApp, body: string) =>
  service.send(AddCommentDocument, { input: buildComment(articleId, { body }) });
const count = async (service: TestApp) => {
  const { data } = await service.send<Counted, unknown>(counting, { id: articleId });
  return data?.node.commentCount;
};
const isReady = async (service: TestApp) =>
  (await request(service, '/health/ready')).status === 200;
const hasLogged = (service: TestApp, text: string) =>
  service.log.some((line) => line.includes(text));
const terminate = (application: string) =>
  postgres.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1',
    [application],
  );
const expectUnavailable = (answer: Answer<unknown>) => {
  expect([answer.status, codesOf(answer)]).toEqual([503, ['SERVICE_UNAVAILABLE']]);
  expect(answer.headers.get('retry-after')).toBe('1');
  expect(answer.errors[0]?.extensions).toEqual({
    code: 'SERVICE_UNAVAILABLE',
    retryAfterSeconds: 1,
  });
};

/** Adds comments until told to stop; what was acknowledged, and every other answer's code. */
function keepAdding(service: TestApp) {
  const acknowledged: string[] = [];
  const codes = new Set<unknown>();
  const stopped = new AbortController();
  const run = async () => {
    for (let index = 0; !stopped.signal.aborted; index += 1) {
      const body = `تعليق ${index}`;
      const answer = await add(service, body);
      if (answer.data?.addComment.comment?.body === body) acknowledged.push(body);
      for (const code of codesOf(answer)) codes.add(code);
    }
  };
  const adding = run();
  const stop = async () => {
    stopped.abort();
    await adding;
  };
  return { acknowledged, codes, stop };
}

const readBodies = async () => {
  const { rows } = await postgres.query(
    'SELECT body FROM comment WHERE article_id = $1 ORDER BY id',
    [articleId],
  );
  return (rows as { body: string }[]).map(({ body }) => body);
};

describe('a server that takes no writes', () => {
  it('makes the service not ready, and says why', async () => {
    await postgres.query('ALTER SYSTEM SET default_transaction_read_only = on');
    await postgres.query('SELECT pg_reload_conf()');
    await waitUntil(async () => !(await isReady(writer)));
    const { text } = await request(writer, '/health/ready');
    expect(text).toContain('PostgreSQL takes no writes: it is read-only, or a standby');
    expectUnavailable(await add(writer, 'نص'));
    await postgres.query('ALTER SYSTEM RESET default_transaction_read_only');
    await postgres.query('SELECT pg_reload_conf()');
    await waitUntil(() => isReady(writer));
  });
});

describe('a lost connection that receives commit notices, while no other can be opened', () => {
  it('takes cached answers out of use as soon as the loss is known', async () => {
    await count(reader);
    proxy.silence(listening);
    proxy.reset(listening);
    await waitUntil(() => hasLogged(reader, 'Lost the connection that receives commit notices'));
    expect(await isReady(reader)).toBe(false);
    await add(writer, 'بعد الفقد');
    expect(await count(reader)).toBe(1);
  });
});

describe('a lost connection that receives commit notices', () => {
  const losses: Readonly<Record<string, () => unknown>> = {
    'is terminated by the server': () => terminate(listening),
    'is reset by the network': () => {
      proxy.reset(listening);
    },
    'falls silent': () => {
      proxy.silence(listening);
      proxy.speak();
    },
  };

  it.each(Object.entries(losses))(
    'is opened anew when it %s, and nothing kept from before is served then',
    async (_, lose) => {
      expect([await count(reader), await count(reader)]).toEqual([0, 0]);
      await lose();
      await add(writer, 'أثناء الانقطاع');
      await waitUntil(() =>
        hasLogged(reader, 'Regained the connection that receives commit notices'),
      );
      expect(await count(reader)).toBe(1);
      expect(hasLogged(reader, 'Lost the connection that receives commit notices')).toBe(true);
      await add(writer, 'بعد الانقطاع');
      await waitUntil(async () => (await count(reader)) === 2);
    },
  );

  it('is one connection again after several losses at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      reader.log.length = 0;
      await terminate(listening);
      proxy.reset(listening);
      await waitUntil(() =>
        hasLogged(reader, 'Regained the connection that receives commit notices'),
      );
      await waitUntil(
        async () =>
          (
            await postgres.query(
              `SELECT 1 FROM pg_stat_activity WHERE application_name = '${listening}'`,
            )
          ).rowCount === 2,
      );
    }
    expect(proxy.count(listening)).toBe(1);
  });
});

describe('an instance that has heard nothing for two seconds', () => {
  it('serves and keeps nothing, says so in readiness and log, and keeps again once it hears', async () => {
    expect([await count(reader), await count(reader)]).toEqual([0, 0]);
    proxy.silence(listening);
    await waitUntil(async () => !(await isReady(reader)));
    await waitUntil(() => hasLogged(reader, 'Receives no commit notices of other instances'));
    const { status, text } = await request(reader, '/health/ready');
    expect([status, JSON.parse(text)]).toEqual([
      503,
      {
        status: 'unavailable',
        reason: 'Commit notices of other instances do not arrive at the moment',
      },
    ]);
    for (const expected of [1, 2]) {
      await add(writer, 'لا يسمعه أحد');
      expect(await count(reader)).toBe(expected);
    }
    proxy.speak();
    await waitUntil(() => isReady(reader));
    expect(hasLogged(reader, 'Receives commit notices again')).toBe(true);
    await count(reader);
    reader.statements.length = 0;
    expect(await count(reader)).toBe(2);
    expect(reader.statements.filter((label) => label !== 'database.ready')).toEqual([]);
  });
});

describe('a notice that is none', () => {
  const payloads = [
    '',
    'hello',
    'null',
    '{}',
    '[]',
    '"text"',
    '{"from":"x"}',
    '{"from":"x","tags":5}',
    '{"from":"x","tags":[1]}',
    '{"from":5,"tags":null}',
    '{"from":"x","tags":["event:comment.approved notjson"]}',
    '{"from":"x","tags":["event:comment.approved null"]}',
    '{"from":"x","tags":["event:comment.approved {\\"commentId\\":5}"]}',
    '{"from":"x","tags":[],"more":1}',
  ];

  it('counts as an unknown change and ends nothing, whatever it says and whoever sends it', async () => {
    await add(writer, 'تعليق');
    await postgres.query('CREATE ROLE stranger LOGIN');
    for (const [index, payload] of payloads.entries()) {
      await count(reader);
      // Written past the service, so only the odd notice tells of it.
      await postgres.query('UPDATE comment_tally SET approved_count = $1 WHERE article_id = $2', [
        100 + index,
        articleId,
      ]);
      await postgres.queryAs('stranger', 'SELECT pg_notify($1, $2)', ['maqal_commit', payload]);
      await waitUntil(async () => (await count(reader)) === 100 + index);
    }
  });
});

describe('a server that restarts', () => {
  it.each(['fast', 'immediate'] as const)(
    'with -m %s loses nothing that was acknowledged, and no instance ends',
    async (mode) => {
      const adding = keepAdding(writer);
      await waitUntil(() => adding.acknowledged.length > 5);
      await count(reader);
      await postgres.restart(mode);
      const before = adding.acknowledged.length;
      await waitUntil(() => adding.acknowledged.length > before + 5);
      await adding.stop();
      await waitUntil(async () => (await isReady(reader)) && (await isReady(writer)));
      const stored = await readBodies();
      expect(stored).toEqual(expect.arrayContaining(adding.acknowledged));
      expect([...adding.codes].filter((code) => code !== 'SERVICE_UNAVAILABLE')).toEqual([]);
      const counts = [await count(reader), await count(writer)];
      expect(counts).toEqual([stored.length, stored.length]);
    },
  );

  it('is away meanwhile: reads and mutations answer 503 with Retry-After, readiness within a second', async () => {
    await postgres.stop('fast');
    expectUnavailable(await reader.send('{ articles(first: 2) { nodes { id } } }'));
    expectUnavailable(await add(writer, 'والخادم غائب'));
    const { status } = await request(reader, '/health/ready');
    expect(status).toBe(503);
    const withToken = await reader.send(
      '{ __typename }',
      {},
      {
        headers: { authorization: 'Bearer maqal_0123456789abcdefghijklmnopqrstuvwxyz' },
      },
    );
    expect(withToken.status).toBe(503);
    await postgres.start();
    await waitUntil(async () => (await isReady(reader)) && (await isReady(writer)));
    expect((await add(writer, 'وقد عاد')).data?.addComment.comment?.body).toBe('وقد عاد');
    expect(await readBodies()).toEqual(['وقد عاد']);
  });
});

describe('a connection lost in the middle of a transaction', () => {
  const losses: Readonly<Record<string, () => unknown>> = {
    'terminated by the server': () => terminate('maqal'),
    'reset by the network': () => {
      proxy.reset();
    },
  };

  it.each(Object.entries(losses))(
    'fails that one request with 503 when it is %s',
    async (_, lose) => {
      const unblock = await blockWrites({ url: postgres.url, drop: () => Promise.resolve() });
      reader.statements.length = 0;
      const answer = add(reader, 'في منتصف المعاملة');
      await waitUntil(() => reader.statements.includes('comment.insert'));
      await lose();
      expectUnavailable(await answer);
      await unblock();
      expect((await add(reader, 'بعدها')).data?.addComment.comment?.body).toBe('بعدها');
      expect(await readBodies()).toEqual(['بعدها']);
    },
  );
});

describe('a connection lost while a commit is under way', () => {
  it('says that the comment may have been written, and a retry with the same key adds nothing', async () => {
    const send = () =>
      reader.send(AddCommentDocument, {
        input: buildComment(articleId, { body: 'مرة واحدة', idempotencyKey: articleId.slice(-20) }),
      });
    proxy.resetAfter('database.commit');
    const answer = await send();
    expectUnavailable(answer);
    expect(answer.errors[0]?.message).toMatch(/may have been written.*same idempotency key/);
    expect(await readBodies()).toEqual(['مرة واحدة']);
    expect((await send()).data?.addComment.comment?.body).toBe('مرة واحدة');
    expect(await readBodies()).toEqual(['مرة واحدة']);
  });
});

describe('live transports while the server is away', () => {
  const token = 'Bearer maqal_0123456789abcdefghijklmnopqrstuvwxyz';

  it('refuse with SERVICE_UNAVAILABLE whoever cannot be authenticated, and come back', async () => {
    await postgres.stop('fast');
    const stream = await request(reader, '/graphql/stream?query=subscription%7B__typename%7D', {
      headers: { accept: 'text/event-stream', authorization: token },
    });
    expect([stream.status, codesOf(stream)]).toEqual([503, ['SERVICE_UNAVAILABLE']]);
    expect(stream.headers.get('retry-after')).toBe('1');
    const socket = new WebSocket(reader.url.replace('http', 'ws'), 'graphql-transport-ws');
    socket.once('open', () => {
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: token } }));
    });
    const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
    expect([code, reason.toString()]).toEqual([
      4503,
      expect.stringContaining('SERVICE_UNAVAILABLE') as string,
    ]);
    await postgres.start();
    await waitUntil(() => isReady(reader));
  });
});
