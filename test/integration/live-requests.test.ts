import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { addComment } from '../support/add-comments';
import { writeArticle } from '../support/builders';
import { jsonHeaders, request } from '../support/http';
import { waitForSubscribers } from '../support/live-clients';
import { openRawSocket } from '../support/raw-socket';
import { startApp, type TestApp } from '../support/start-app';
import { waitUntil } from '../support/wait-until';

const added = 'subscription ($articleId: ID!) { commentAdded(articleId: $articleId) { id } }';
const path = '/graphql/stream';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let service: TestApp;
let trusted: string;
let articleId: string;

beforeAll(async () => {
  const file = join(__dirname, '..', '..', 'schema', 'operations', 'CommentAdded.graphql');
  trusted = await readFile(file, 'utf8');
});

const start = async (environment: Record<string, string> = {}) => {
  service = await startApp({ environment });
  articleId = (await writeArticle(service)).article.id;
};

afterEach(() => service.stop());

interface Sending {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Opens an event stream and resolves with its head. */
const openStream = async ({ body, ...options }: Sending, search = '') => {
  const sending = httpRequest(service.origin + path + search, { ...options, agent: false });
  sending.on('error', () => undefined).end(body);
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  response.on('error', () => undefined);
  return { status: response.statusCode, headers: response.headers, leave: () => sending.destroy() };
};

const asBody = (body: object, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { ...jsonHeaders, ...headers },
  body: JSON.stringify(body),
});

/** What a stream says when it ends by itself. */
const readErrors = async (body: object) => {
  const { text, errors } = await request(service, path, asBody(body));
  const [, data] = /^event: next\ndata: (.+)$/m.exec(text) ?? [];
  const told = data === undefined ? errors : (JSON.parse(data) as { errors: unknown[] }).errors;
  return told.map((error) => error as { message: string; extensions: { code: string } });
};

describe('an event stream', () => {
  beforeEach(() => start());

  it('refuses an address whose bytes are not UTF-8, as every other path does', async () => {
    const { status, text } = await request(service, `${path}?query=%E9`, {
      headers: { accept: 'text/event-stream' },
    });
    expect(status).toBe(400);
    expect(text).toContain('UTF-8');
  });

  it.each([
    ['*/*', '*/*'],
    ['text/*', 'text/*'],
    ['Text/Event-Stream', 'Text/Event-Stream'],
    ['a list', 'application/json, text/event-stream;q=0.5'],
    ['a charset', 'text/event-stream; charset=utf-8'],
  ])('is sent to clients that accept %s', async (_, accept) => {
    const body = { query: added, variables: { articleId } };
    const { status, headers, leave } = await openStream(asBody(body, { accept }));
    expect([status, headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await waitForSubscribers(service, 1);
    leave();
    await waitForSubscribers(service, 0);
  });

  it.each(['application/json', 'text/html', 'text/event-stream;q=0, */*'])(
    'is refused to clients that accept %s only',
    async (accept) => {
      const { status } = await request(service, path, asBody({ query: added }, { accept }));
      expect(status).toBe(406);
    },
  );

  it('asks proxies to pass each event on, and to change and keep nothing', async () => {
    const { headers, leave } = await openStream(asBody({ query: added, variables: { articleId } }));
    const names = ['x-accel-buffering', 'cache-control', 'content-encoding'];
    expect(names.map((name) => headers[name])).toEqual(['no', 'no-store, no-transform', undefined]);
    leave();
  });

  it.each(['PUT', 'DELETE', 'PATCH'])(
    'answers 405 to %s and names what it takes',
    async (method) => {
      const { status, headers, errors } = await request(service, path, { method });
      expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
      expect(errors[0]?.extensions?.['code']).toBe('METHOD_NOT_ALLOWED');
    },
  );

  it('answers HEAD with the headers of a stream, and starts no subscription', async () => {
    const query = new URLSearchParams({ query: added, variables: JSON.stringify({ articleId }) });
    const { status, headers, text } = await request(service, `${path}?${query.toString()}`, {
      method: 'HEAD',
    });
    expect([status, headers.get('content-type'), text]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      '',
    ]);
    expect(service.app.live.operations.subscriberCount).toBe(0);
  });

  it.each([
    ['no document', {}, 'A subscription needs a "query" or the "documentId" of one'],
    ['a list', [added], 'A subscription must be sent as a JSON object'],
    ['a query that is a number', { query: 5 }, '"query" must be a string, but got: number'],
    [
      'variables that are a list',
      { query: added, variables: [] },
      '"variables" must be an object, but got: array',
    ],
    [
      'extensions that are a string',
      { query: added, extensions: 'x' },
      '"extensions" must be an object, but got: string',
    ],
  ])('answers BAD_REQUEST to %s and says what is wrong', async (_, body, message) => {
    expect(await readErrors(body)).toEqual([{ message, extensions: { code: 'BAD_REQUEST' } }]);
  });

  it('names the parameter of an address that is not JSON', async () => {
    const { status, errors } = await request(service, `${path}?query=x&variables=%7B`);
    expect([status, errors[0]?.message]).toEqual([
      400,
      '"variables" must be a JSON object, but cannot be read as JSON',
    ]);
  });

  it('takes empty and null parameters as absent', async () => {
    const search = `?${new URLSearchParams({
      query: added
        .replace('($articleId: ID!)', '')
        .replace('$articleId', JSON.stringify(articleId)),
      operationName: '',
      variables: '',
      extensions: '',
      documentId: '',
    }).toString()}`;
    const byGet = await openStream({}, search);
    const absent = { operationName: '', documentId: '', extensions: null };
    const byPost = await openStream(asBody({ query: added, variables: { articleId }, ...absent }));
    await waitForSubscribers(service, 2);
    byGet.leave();
    byPost.leave();
    await waitForSubscribers(service, 0);
  });
});

describe('an error of a subscription', () => {
  beforeEach(() => start());

  it.each([
    ['that cannot be parsed', 'subscription {\r\n {', { line: 2, column: 2 }],
    ['that is not valid', 'subscription {\r\n none\r\n}', { line: 2, column: 2 }],
    [
      'that is not allowed',
      'subscription {\r\n\r\n  commentQueued { revision }\r\n}',
      { line: 3, column: 3 },
    ],
  ])('says where it lies in a document %s', async (_, query, place) => {
    expect(await readErrors({ query })).toMatchObject([{ locations: [place] }]);
  });
});

interface Sent {
  readonly query?: string;
  readonly documentId?: string;
  readonly extensions?: object;
}

/** The ways to name the trusted document CommentAdded. */
const waysToName = (): [string, Sent][] => [
  ['its name', { documentId: 'CommentAdded' }],
  ['the hash of its file', { documentId: `sha256:${sha256(trusted)}` }],
  ['extensions.documentId', { extensions: { documentId: 'CommentAdded' } }],
  [
    'the hash of a persisted query',
    { extensions: { persistedQuery: { version: 1, sha256Hash: sha256(trusted) } } },
  ],
  ['its text', { query: trusted }],
];

const wrongWays = (areOnly: string): [string, Sent, string][] => [
  ['an unknown documentId', { documentId: 'Nothing' }, 'DOCUMENT_NOT_FOUND'],
  [
    'an unknown hash',
    { extensions: { persistedQuery: { version: 1, sha256Hash: sha256('x') } } },
    areOnly === 'true' ? 'PERSISTED_QUERY_NOT_SUPPORTED' : 'PERSISTED_QUERY_NOT_FOUND',
  ],
  ['the documentId of a query', { documentId: 'FrontPage' }, 'GRAPHQL_VALIDATION_FAILED'],
];

describe.each([
  ['any document', 'false'],
  ['ONLY_TRUSTED_DOCUMENTS', 'true'],
])('where %s is executed, a trusted document', (_, areOnly) => {
  beforeEach(() => start({ ONLY_TRUSTED_DOCUMENTS: areOnly }));

  it.each([0, 1, 2, 3, 4])('starts over both transports, named in way %#', async (index) => {
    const [, sent] = waysToName()[index] ?? ['', {}];
    const { status, leave } = await openStream(asBody({ ...sent, variables: { articleId } }));
    await waitForSubscribers(service, 1);
    const { send, messages, socket } = await openRawSocket(service);
    await waitUntil(() => messages.length === 1);
    send({ id: '1', type: 'subscribe', payload: { ...sent, variables: { articleId } } });
    await waitForSubscribers(service, 2);
    const id = await addComment(service, articleId);
    await waitUntil(() => messages.length === 2);
    expect(messages[1]).toMatchObject({ id: '1', type: 'next' });
    expect(JSON.stringify(messages[1])).toContain(id);
    expect(status).toBe(200);
    leave();
    socket.close();
    await waitForSubscribers(service, 0);
  });

  it.each(wrongWays(areOnly))(
    'is not %s: that subscription fails, the socket stays',
    async (_case, sent, code) => {
      expect((await readErrors(sent)).map(({ extensions }) => extensions.code)).toEqual([code]);
      const { send, messages, socket } = await openRawSocket(service);
      await waitUntil(() => messages.length === 1);
      send({ id: '1', type: 'subscribe', payload: sent });
      await waitUntil(() => messages.length === 2);
      expect(messages[1]).toMatchObject({
        id: '1',
        type: 'error',
        payload: [{ extensions: { code } }],
      });
      send({ id: '2', type: 'subscribe', payload: { query: trusted, variables: { articleId } } });
      await waitForSubscribers(service, 1);
      socket.close();
      await waitForSubscribers(service, 0);
    },
  );
});

describe('ONLY_TRUSTED_DOCUMENTS', () => {
  it('refuses the text of another document, and the socket stays', async () => {
    await start({ ONLY_TRUSTED_DOCUMENTS: 'true' });
    const [error] = await readErrors({ query: added, variables: { articleId } });
    expect(error?.extensions.code).toBe('DOCUMENT_NOT_TRUSTED');
    const { send, messages, socket } = await openRawSocket(service);
    send({ type: 'ping' });
    await waitUntil(() => messages.length === 2);
    send({ id: '1', type: 'subscribe', payload: { query: added, variables: { articleId } } });
    await waitUntil(() => messages.length === 3);
    expect(messages[2]).toMatchObject({
      payload: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }],
    });
    socket.close();
  });
});

describe('a WebSocket', () => {
  beforeEach(() => start());

  it('takes an empty operationName and null parameters as absent', async () => {
    const { send, messages, socket } = await openRawSocket(service);
    await waitUntil(() => messages.length === 1);
    const absent = { operationName: '', extensions: null, documentId: null };
    send({
      id: '1',
      type: 'subscribe',
      payload: { query: added, variables: { articleId }, ...absent },
    });
    await waitForSubscribers(service, 1);
    socket.close();
    await waitForSubscribers(service, 0);
  });

  it('refuses a documentId of another type with an error, and stays', async () => {
    const { send, messages, socket } = await openRawSocket(service);
    await waitUntil(() => messages.length === 1);
    send({ id: '1', type: 'subscribe', payload: { query: added, documentId: 5 } });
    await waitUntil(() => messages.length === 2);
    expect(messages[1]).toMatchObject({
      id: '1',
      type: 'error',
      payload: [
        {
          message: '"documentId" must be a string, but got: number',
          extensions: { code: 'BAD_REQUEST' },
        },
      ],
    });
    socket.close();
  });

  it.each([
    ['text that is not JSON', '{', 4_400],
    ['a message without a type', {}, 4_400],
    ['a subscription without a document', { id: '1', type: 'subscribe', payload: {} }, 4_400],
    ['a subscription without an id', { type: 'subscribe', payload: { query: added } }, 4_400],
    [
      'a subscription by documentId without an id',
      { type: 'subscribe', payload: { documentId: 'CommentAdded' } },
      4_400,
    ],
    [
      'variables that are a string',
      { id: '1', type: 'subscribe', payload: { documentId: 'CommentAdded', variables: 'x' } },
      4_400,
    ],
    ['a second connection_init', { type: 'connection_init' }, 4_429],
  ])('is closed with the protocol’s code for %s', async (_, message, code) => {
    const opened = await openRawSocket(service);
    await waitUntil(() => opened.messages.length === 1);
    opened.send(message);
    await waitUntil(() => opened.closing !== null);
    expect(opened.closing?.code).toBe(code);
  });

  it('is closed with 4401 for a subscription before connection_init', async () => {
    const opened = await openRawSocket(service, null);
    opened.send({ id: '1', type: 'subscribe', payload: { documentId: 'CommentAdded' } });
    await waitUntil(() => opened.closing !== null);
    expect(opened.closing?.code).toBe(4_401);
  });

  it('is closed with 4409 for an id that is in use', async () => {
    const opened = await openRawSocket(service);
    await waitUntil(() => opened.messages.length === 1);
    const message = {
      id: '1',
      type: 'subscribe',
      payload: { query: added, variables: { articleId } },
    };
    opened.send(message);
    opened.send(message);
    await waitUntil(() => opened.closing !== null);
    expect(opened.closing?.code).toBe(4_409);
    await waitForSubscribers(service, 0);
  });

  it('that speaks the legacy protocol is told which one to use', async () => {
    const opened = await openRawSocket(service, null, 'graphql-ws');
    await waitUntil(() => opened.closing !== null);
    const message = 'Subprotocol not acceptable: use graphql-transport-ws (npm package graphql-ws)';
    expect(opened.closing).toEqual({ code: 4_406, reason: message });
    expect(opened.messages).toEqual([{ type: 'connection_error', payload: { message } }]);
  });

  it.each([
    ['an unknown subprotocol', ['mqtt']],
    ['no subprotocol', []],
  ])('with %s is closed with 4406', async (_, protocols) => {
    const opened = await openRawSocket(service, null, protocols);
    await waitUntil(() => opened.closing !== null);
    expect(opened.closing?.code).toBe(4_406);
  });

  it('that offers several subprotocols speaks graphql-transport-ws', async () => {
    const { socket, messages } = await openRawSocket(service, {}, [
      'graphql-ws',
      'graphql-transport-ws',
    ]);
    await waitUntil(() => messages.length === 1);
    expect(messages).toEqual([{ type: 'connection_ack' }]);
    socket.close();
  });
});

describe('the authorization in connection_init', () => {
  beforeEach(() => start());

  const nested = (value: unknown) => ({ headers: { Authorization: value } });

  it.each([
    ['Authorization', { Authorization: 'Bearer nobody' }],
    ['AUTHORIZATION', { AUTHORIZATION: 'Bearer nobody' }],
    ['headers.Authorization', nested('Bearer nobody')],
    ['Headers.authorization', { Headers: { authorization: 'Bearer nobody' } }],
    ['headers beside a null Authorization', { Authorization: null, ...nested('Bearer nobody') }],
  ])('is read from %s', async (_, payload) => {
    const opened = await openRawSocket(service, payload);
    await waitUntil(() => opened.closing !== null);
    expect(opened.closing?.code).toBe(4_401);
  });

  it.each([
    ['a null', { Authorization: null }],
    ['no', {}],
    ['a null nested', nested(null)],
  ])('may be absent: %s Authorization is anonymous', async (_, payload) => {
    const { messages, socket } = await openRawSocket(service, payload);
    await waitUntil(() => messages.length === 1);
    expect(messages).toEqual([{ type: 'connection_ack' }]);
    socket.close();
  });

  it.each(['', 'Bearer', 'Bearer ', 'Bearer null', 'Bearer undefined', 'Basic eDp5', 5])(
    'closes with 4401 and the reason that HTTP gives: %p',
    async (value) => {
      for (const payload of [{ Authorization: value }, nested(value)]) {
        const opened = await openRawSocket(service, payload);
        await waitUntil(() => opened.closing !== null);
        expect(opened.closing?.code).toBe(4_401);
        expect(opened.closing?.reason).toMatch(/^UNAUTHENTICATED: .{10}/);
        if (typeof value !== 'string') continue;
        const { errors } = await request(service, '/graphql', {
          ...asBody({ query: '{ __typename }' }),
          headers: { ...jsonHeaders, authorization: value },
        });
        const reason = `UNAUTHENTICATED: ${errors[0]?.message ?? ''}`;
        expect(reason.startsWith(opened.closing?.reason ?? '-')).toBe(true);
      }
    },
  );
});
