import { request as sendRaw } from 'node:http';
import { codesOf } from '../support/ask';
import { writeArticle } from '../support/builders';
import { get, type HttpAnswer, jsonHeaders, post, request } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';

const origin = 'https://news.example';
const query = 'query Titles { articles(first: 1) { nodes { title } } }';
const search = `query=${encodeURIComponent(query)}`;
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

let service: TestApp;

beforeAll(async () => {
  service = await startApp({ environment: { CORS_ORIGINS: origin } });
  await writeArticle(service, { title: 'عنوان' });
});

afterAll(() => service.stop());

const readData = ({ text }: HttpAnswer) => (JSON.parse(text) as { data: unknown }).data;
const expected = { articles: { nodes: [{ title: 'عنوان' }] } };

/** Sends what `fetch` would not: any method, and the answer's head as it came. */
const send = (method: string, path: string, headers: Record<string, string> = {}, body = '') =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const sent = sendRaw(`${service.origin}${path}`, { method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    },
  );
const codesIn = (text: string) => codesOf(JSON.parse(text) as Pick<HttpAnswer, 'errors'>);

describe('a query by GET', () => {
  it.each<[string, Record<string, string>]>([
    ['no header', {}],
    ['what urql sends', { accept: 'application/graphql-response+json, application/json, */*' }],
    ['a preflight header of Apollo', { 'apollo-require-preflight': 'yes' }],
    ['a JSON content type', jsonHeaders],
    ['the content type of a form', { 'content-type': 'application/x-www-form-urlencoded' }],
  ])('is answered the same executed and from the cache, with %s', async (_, headers) => {
    const document = `${query} # ${JSON.stringify(headers)}`;
    const first = await get(service, { query: document }, headers);
    service.statements.length = 0;
    const second = await get(service, { query: document }, headers);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect([readData(first), readData(second)]).toEqual([expected, expected]);
    expect(service.statements).toEqual([]);
  });

  it('takes empty and null optional parameters for absent ones', async () => {
    for (const parameters of [
      { operationName: '' },
      { variables: '' },
      { extensions: '' },
      { documentId: '' },
      { variables: 'null' },
      { extensions: 'null' },
      { operationName: '', variables: '', extensions: '' },
    ]) {
      expect(readData(await get(service, { query, ...parameters }, {}))).toEqual(expected);
    }
  });

  it('is refused where the query is empty, given twice or no UTF-8', async () => {
    for (const parameters of ['query=', `${search}&${search}`, 'query=%E9', `${search}&x=%ff`]) {
      const answer = await request(service, `/graphql?${parameters}`);
      expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_REQUEST']]);
    }
    const { errors } = await request(service, '/graphql?query=%E9');
    expect(errors[0]?.message).toMatch(/UTF-8/);
  });

  it('may hold a percent sign that begins no byte', async () => {
    const answer = await request(service, `/graphql?${search}%20%23%20100%`);
    expect(readData(answer)).toEqual(expected);
  });

  it('is not a mutation, whatever headers it carries', async () => {
    for (const headers of [{}, jsonHeaders, { 'apollo-require-preflight': 'yes' }]) {
      const answer = await get(service, { query: 'mutation { __typename }' }, headers);
      expect([answer.status, codesOf(answer)]).toEqual([405, ['METHOD_NOT_ALLOWED']]);
    }
  });
});

describe('POST', () => {
  it('takes an empty operationName or documentId for none, and an empty query beside a hash', async () => {
    for (const empty of [{ operationName: '' }, { documentId: '' }]) {
      expect(readData(await post(service, { query, ...empty }))).toEqual(expected);
    }
    const extensions = { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } };
    const unknown = await post(service, { query: '', extensions });
    expect(codesOf(unknown)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    const named = await post(service, { query: `${query} query B { __typename }` });
    expect(codesOf(named)).toEqual(['OPERATION_RESOLUTION_FAILURE']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', 'text/json'])(
    'is refused with the content type %s, also for an answer that is cached',
    async (type) => {
      await post(service, { query });
      const answer = await post(service, { query }, { 'content-type': type });
      expect([answer.status, codesOf(answer)]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']]);
    },
  );

  it.each([
    'Application/JSON',
    'application/json;charset=utf-8',
    'application/json; Charset="UTF-8"',
  ])('is answered from the cache with the content type %s', async (type) => {
    await post(service, { query });
    service.statements.length = 0;
    const answer = await post(service, { query }, { 'content-type': type });
    expect([readData(answer), service.statements]).toEqual([expected, []]);
    expect(answer.headers.get('etag')).not.toBeNull();
  });
});

describe('HEAD', () => {
  const compared = ['content-type', 'content-length', 'etag', 'cache-control', 'vary'];
  const pick = (headers: NodeJS.Dict<string | string[]>) =>
    Object.fromEntries(compared.map((name) => [name, headers[name]]));

  it('has the status and headers of GET and no body, executed and from the cache', async () => {
    const path = `/graphql?${search}%20%23head`;
    const executed = await send('HEAD', path);
    service.statements.length = 0;
    const [cached, body] = [await send('HEAD', path), await send('GET', path)];
    expect(service.statements).toEqual([]);
    expect([executed.status, cached.status, body.status]).toEqual([200, 200, 200]);
    expect([executed.text, cached.text]).toEqual(['', '']);
    expect(pick(executed.headers)).toEqual(pick(body.headers));
    expect(pick(cached.headers)).toEqual(pick(body.headers));
    expect(Number(body.headers['content-length'])).toBeGreaterThan(0);
    const seen = await send('HEAD', path, { 'if-none-match': String(body.headers['etag']) });
    expect(seen.status).toBe(304);
  });

  it('leaves the connection usable for the next request', async () => {
    const path = `/graphql?${search}`;
    for (const method of ['HEAD', 'GET', 'HEAD']) {
      expect((await send(method, path, { connection: 'keep-alive' })).status).toBe(200);
    }
  });

  it.each(['/health/live', '/health/ready', '/graphql?query='])(
    'answers %s as GET',
    async (path) => {
      const [head, body] = [await send('HEAD', path), await send('GET', path)];
      expect([head.status, head.text]).toEqual([body.status, '']);
      expect(pick(head.headers)).toEqual(pick(body.headers));
    },
  );

  it('executes no mutation', async () => {
    const answer = await send(
      'HEAD',
      `/graphql?query=${encodeURIComponent('mutation{__typename}')}`,
    );
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'POST']);
  });
});

describe('another method', () => {
  it.each(['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'LOCK'])(
    '%s /graphql is 405 and names those that are taken, whatever its body is',
    async (method) => {
      const headers = method === 'TRACE' ? {} : { 'content-type': 'text/plain' };
      const answer = await send(method, '/graphql', { origin, ...headers });
      expect([answer.status, codesIn(answer.text)]).toEqual([405, ['METHOD_NOT_ALLOWED']]);
      expect(answer.headers['allow']).toBe('GET, HEAD, POST');
      expect(answer.headers['access-control-allow-origin']).toBe(origin);
    },
  );

  it('is 405 wherever another one is taken, and 404 where nothing is', async () => {
    const [health, nowhere] = [await send('POST', '/health/live'), await send('PUT', '/nowhere')];
    expect([health.status, health.headers['allow']]).toEqual([405, 'GET, HEAD']);
    expect([nowhere.status, codesIn(nowhere.text)]).toEqual([404, ['NOT_FOUND']]);
  });
});

describe('OPTIONS', () => {
  it('without the headers of a preflight is 204 and names the methods', async () => {
    for (const headers of [{}, { origin }]) {
      const answer = await send('OPTIONS', '/graphql', headers);
      expect([answer.status, answer.text]).toEqual([204, '']);
      expect(answer.headers['allow']).toBe('GET, HEAD, POST');
    }
    expect((await send('OPTIONS', '/nowhere')).status).toBe(404);
  });

  it('for * names the methods of the service', async () => {
    const answer = await new Promise<{ status?: number; allow?: string }>((resolve, reject) => {
      const sent = sendRaw(service.origin, { method: 'OPTIONS', path: '*' }, (response) => {
        response.resume();
        const { statusCode: status, headers } = response;
        resolve({ status: status ?? 0, allow: headers.allow ?? '' });
      });
      sent.on('error', reject).end();
    });
    expect(answer).toEqual({ status: 204, allow: 'GET, HEAD, POST' });
  });

  it('lets no strange page in', async () => {
    const headers = { origin: 'https://strange.example', 'access-control-request-method': 'POST' };
    const answer = await send('OPTIONS', '/graphql', headers);
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([
      204,
      undefined,
    ]);
  });
});

describe('/graphql/ with a slash', () => {
  it('redirects to the path without it, with method, query and body', async () => {
    const { status, headers } = await send('GET', `/graphql/?${search}`, { origin });
    expect([status, headers['location']]).toEqual([308, `/graphql?${search}`]);
    expect(headers['access-control-allow-origin']).toBe(origin);
    expect(readData(await request(service, `/graphql/?${search}`))).toEqual(expected);
    const body = JSON.stringify({ query });
    const posted = await request(service, '/graphql/', {
      method: 'POST',
      headers: jsonHeaders,
      body,
    });
    expect(readData(posted)).toEqual(expected);
  });

  it('redirects as the other paths do', async () => {
    for (const path of ['/graphql/stream', '/health/ready']) {
      const { status, headers } = await send('GET', `${path}/?a=/`);
      expect([status, headers['location']]).toEqual([308, `${path}?a=/`]);
    }
    for (const path of ['//', '//example.org/', '//example.org/graphql/', '/none/']) {
      expect((await send('GET', path)).status).toBe(404);
    }
  });
});

describe('an address with an operation, opened in a browser', () => {
  it.each(['documentId=FrontPage', search, `${search}&operationName=Titles`])(
    'shows the answer: ?%s',
    async (parameters) => {
      for (const accept of [browser, 'text/html', 'Text/HTML;q=0.9']) {
        const answer = await request(service, `/graphql?${parameters}`, { headers: { accept } });
        expect([answer.status, answer.headers.get('content-type')]).toEqual([
          200,
          'application/json; charset=utf-8',
        ]);
        expect(answer.text).toContain('عنوان');
      }
    },
  );

  it('shows the error of one that cannot be executed', async () => {
    const headers = { accept: browser };
    const answer = await request(service, '/graphql?documentId=Nothing', { headers });
    expect([answer.status, codesOf(answer)]).toEqual([400, ['DOCUMENT_NOT_FOUND']]);
  });

  it('is Sandbox where it names no operation', async () => {
    for (const path of ['/graphql', '/graphql?', '/graphql?theme=dark']) {
      const page = await request(service, path, { headers: { accept: browser } });
      expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    }
  });
});
