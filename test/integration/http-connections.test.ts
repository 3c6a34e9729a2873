import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { connect, type Socket } from 'node:net';
import type { GraphQLFormattedError } from 'graphql';
import { codesOf } from '../support/ask';
import { post } from '../support/http';
import { startApp, type TestApp, type TestAppOptions } from '../support/start-app';
import { waitUntil } from '../support/wait-until';

const origin = 'https://news.example';

let service: TestApp;

const start = async (options: TestAppOptions = {}) => {
  service = await startApp({
    ...options,
    environment: { CORS_ORIGINS: origin, ...options.environment },
  });
};

afterEach(() => service.stop());

interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly errors: readonly GraphQLFormattedError[];
}

/** A connection on which anything can be sent; `answer` is read until the service closes it. */
const open = (): { socket: Socket; answer: Promise<RawAnswer> } => {
  const { port, hostname } = new URL(service.origin);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => (text += chunk));
  const answer = new Promise<RawAnswer>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('end', () => {
      socket.end();
      resolve(parse(text));
    });
  });
  return { socket, answer };
};

const parse = (text: string): RawAnswer => {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const [line = '', ...lines] = head.split('\r\n');
  const headers = lines.map((header) => header.split(': ', 2) as [string, string]);
  return {
    status: Number(line.split(' ')[1]),
    headers: new Map(headers.map(([name, value]) => [name.toLowerCase(), value])),
    errors: (JSON.parse(body) as { errors: GraphQLFormattedError[] }).errors,
  };
};

const send = (bytes: string | Buffer): Promise<RawAnswer> => {
  const { socket, answer } = open();
  socket.write(bytes);
  return answer;
};

describe('a request that cannot be read', () => {
  const large = 'x'.repeat(20_000);

  it.each([
    [
      'headers of more than 16 KiB',
      431,
      'HEADERS_TOO_LARGE',
      `GET / HTTP/1.1\r\nOrigin: ${origin}\r\nx: ${large}\r\n\r\n`,
    ],
    [
      'an address that is too long',
      431,
      'HEADERS_TOO_LARGE',
      `GET /?${large} HTTP/1.1\r\nhost: a\r\n\r\n`,
    ],
    [
      'bytes in the path',
      400,
      'BAD_REQUEST',
      `GET /مقال HTTP/1.1\r\norigin: ${origin}\r\nhost: a\r\n\r\n`,
    ],
    ['no HTTP at all', 400, 'BAD_REQUEST', '\x16\x03\x01\x02\x00\x01\x00'],
    [
      'two lengths',
      400,
      'BAD_REQUEST',
      'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
    ],
    [
      'no Host header',
      400,
      'BAD_REQUEST',
      `GET /health/live HTTP/1.1\r\norigin: ${origin}\r\n\r\n`,
    ],
    ['an unknown method', 400, 'BAD_REQUEST', 'FETCH / HTTP/1.1\r\nhost: a\r\n\r\n'],
  ])('is answered in the form of all errors: %s', async (_, status, code, bytes) => {
    await start();
    const answer = await send(bytes);
    expect([answer.status, codesOf(answer)]).toEqual([status, [code]]);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('access-control-allow-origin')).toBe(
      bytes.includes(origin) ? origin : undefined,
    );
  });

  it('tells no page of another site', async () => {
    await start();
    const bytes = `GET /مقال HTTP/1.1\r\nOrigin: https://evil.example\r\nhost: a\r\n\r\n`;
    expect((await send(bytes)).headers.get('access-control-allow-origin')).toBeUndefined();
  });

  it.each([
    ['without a Host header in HTTP/1.0', 'GET /health/live HTTP/1.0\r\n\r\n'],
    [
      'with an expectation that nobody knows',
      'GET /health/live HTTP/1.1\r\nhost: a\r\nconnection: close\r\nexpect: wonders\r\n\r\n',
    ],
  ])('is not one %s', async (_, bytes) => {
    await start();
    expect((await send(bytes)).status).toBe(200);
  });

  it('says that the address must be percent-encoded', async () => {
    await start();
    const { errors } = await send('GET /مقال HTTP/1.1\r\nhost: a\r\n\r\n');
    expect(errors[0]?.message).toContain('percent-encoded');
  });
});

describe('a request that does not arrive whole in time', () => {
  const head = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';

  it.each([
    ['a body', `${head}content-length: 100\r\n\r\n{"query":`],
    ['a chunked body', `${head}transfer-encoding: chunked\r\n\r\n1\r\n{\r\n`],
    ['a header', 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-'],
  ])('is answered with 408 and its connection closed: %s', async (_, bytes) => {
    await start({ parts: { receiveTimeoutMs: 300 } });
    const { status, errors, headers } = await send(bytes);
    expect([status, codesOf({ errors })]).toEqual([408, ['RECEIVE_TIMEOUT']]);
    expect(headers.get('connection')).toBe('close');
  });

  it('leaves answers that take long and connections that are idle alone', async () => {
    await start({ parts: { receiveTimeoutMs: 300 } });
    expect((await post(service, { query: '{ viewer { role } }' })).status).toBe(200);
    // Two connections that are late show that the server has looked for such since.
    for (const _ of [1, 2]) expect((await send(head)).status).toBe(408);
    expect((await post(service, { query: '{ viewer { role } }' })).status).toBe(200);
  });
});

describe('MAX_CONNECTIONS_PER_ADDRESS', () => {
  const openAndAsk = async () => {
    const { socket, answer } = open();
    answer.catch(() => undefined);
    socket.write('GET /health/live HTTP/1.1\r\nhost: a\r\n\r\n');
    await waitUntil(() => socket.bytesRead > 0);
    return socket;
  };

  it('refuses further connections of an address and takes them again once one is closed', async () => {
    await start({ environment: { MAX_CONNECTIONS_PER_ADDRESS: '2' } });
    const [one, two] = [await openAndAsk(), await openAndAsk()];
    const { status, errors } = await send('GET /health/live HTTP/1.1\r\nhost: a\r\n\r\n');
    expect([status, codesOf({ errors })]).toEqual([429, ['CONNECTION_LIMIT_EXCEEDED']]);
    expect(errors[0]?.message).toContain('2');
    one.destroy();
    await waitUntil(async () => {
      const next = await openAndAsk();
      const isTaken = !next.destroyed && next.readable && next.bytesRead > 0;
      next.destroy();
      return isTaken;
    });
    two.destroy();
  });

  it('executes nothing that arrives on a refused connection', async () => {
    await start({ environment: { MAX_CONNECTIONS_PER_ADDRESS: '1' } });
    const held = await openAndAsk();
    service.statements.length = 0;
    const body = '{"query":"{ articles { totalCount } }"}';
    const answer = await send(
      `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    expect([answer.status, service.statements]).toEqual([429, []]);
    held.destroy();
  });

  it('does not count the connections of a trusted proxy', async () => {
    await start({ environment: { MAX_CONNECTIONS_PER_ADDRESS: '1', TRUST_PROXY: 'loopback' } });
    const sockets = [await openAndAsk(), await openAndAsk(), await openAndAsk()];
    expect(sockets.every((socket) => !socket.destroyed)).toBe(true);
    for (const socket of sockets) socket.destroy();
  });
});

describe('a body in many pieces', () => {
  const chunked = (text: string) =>
    [...Buffer.from(text)].map((byte) => `1\r\n${String.fromCharCode(byte)}\r\n`).join('');
  const head = (more: string) =>
    `POST /graphql HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/json\r\n${more}\r\n`;

  it('is read as one', async () => {
    await start();
    const body = JSON.stringify({ query: '{ nothing }', padding: 'x'.repeat(5_000) });
    const bytes = `${head('transfer-encoding: chunked\r\n')}${chunked(body)}0\r\n\r\n`;
    expect(codesOf(await send(bytes))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('is refused when it is larger than it may be, and the rest is not waited for', async () => {
    await start();
    const piece = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const { status, errors } = await send(
      `${head('transfer-encoding: chunked\r\n')}${piece.repeat(5)}0\r\n\r\n`,
    );
    expect([status, codesOf({ errors })]).toEqual([413, ['PAYLOAD_TOO_LARGE']]);
  });
});

describe('a request that offers another protocol, as Java and curl do', () => {
  const query = JSON.stringify({ query: '{ __typename }' });
  const offering = (body: string, connection: string) =>
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n` +
    `content-length: ${Buffer.byteLength(body)}\r\nconnection: ${connection}\r\n` +
    `upgrade: h2c\r\nhttp2-settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n${body}`;

  it('is answered as if it offered none', async () => {
    await start();
    const { status } = await send(offering(query, 'close, Upgrade, HTTP2-Settings'));
    expect(status).toBe(200);
  });

  it('keeps its connection, which counts once', async () => {
    await start({ environment: { MAX_CONNECTIONS_PER_ADDRESS: '2' } });
    const { socket } = open();
    let text = '';
    socket.on('data', (chunk: string) => (text += chunk));
    const countAnswers = () => text.split('HTTP/1.1 200 ').length - 1;
    // On the service's side of the connection, at each request.
    const listenerCounts: number[] = [];
    const countListeners = (message: unknown) => {
      listenerCounts.push((message as { socket: Socket }).socket.listenerCount('close'));
    };
    subscribe('http.server.request.start', countListeners);
    for (let number = 1; number <= 30; number += 1) {
      socket.write(offering(query, 'Upgrade, HTTP2-Settings'));
      await waitUntil(() => countAnswers() === number);
    }
    unsubscribe('http.server.request.start', countListeners);
    expect(listenerCounts).toHaveLength(30);
    expect(listenerCounts.at(-1)).toBe(listenerCounts[1]);
    socket.destroy();
  });

  it('is refused as any other, and ends nothing', async () => {
    await start();
    expect((await send(offering('{', 'close, Upgrade'))).status).toBe(400);
    expect((await post(service, { query: '{ __typename }' })).status).toBe(200);
  });
});
