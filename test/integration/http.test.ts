import { createHash } from 'node:crypto';
import { errorCatalogue } from '../../src/graphql';
import { codesOf } from '../support/ask';
import { writeArticle } from '../support/builders';
import { get, jsonHeaders, post, request } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';

const sandbox = 'https://studio.apollographql.com';
const partner = 'https://partner.example';
const query = 'query Titles($first: Int) { articles(first: $first) { nodes { title } } }';

let service: TestApp;
let expected: unknown;

const readData = ({ text }: { text: string }) => (JSON.parse(text) as { data: unknown }).data;

const hash = (document: string) => createHash('sha256').update(document).digest('hex');
const persisted = (document: string) => ({
  persistedQuery: { version: 1, sha256Hash: hash(document) },
});

beforeAll(async () => {
  service = await startApp({ environment: { CORS_ORIGINS: `${partner}/, https://two.example` } });
  await writeArticle(service, { title: 'عنوان عربي' });
  expected = { articles: { nodes: [{ title: 'عنوان عربي' }] } };
});

afterAll(() => service.stop());

describe('GET /graphql', () => {
  it('answers a query as POST does', async () => {
    const answer = await get(service, { query, variables: { first: 1 }, operationName: 'Titles' });
    expect([answer.status, readData(answer)]).toEqual([200, expected]);
    expect(readData(await post(service, { query, variables: { first: 1 } }))).toEqual(expected);
  });

  it('refuses a mutation, and names the method that it needs', async () => {
    const { status, headers, errors } = await get(service, { query: 'mutation { __typename }' });
    expect([status, codesOf({ errors })]).toEqual([405, ['METHOD_NOT_ALLOWED']]);
    expect(headers.get('allow')).toBe('POST');
  });

  it('refuses variables that are no JSON', async () => {
    const { status, errors } = await get(service, { query, variables: '{' });
    expect([status, codesOf({ errors })]).toEqual([400, ['BAD_REQUEST']]);
  });
});

describe.each(['PUT', 'PATCH', 'DELETE'])('%s /graphql', (method) => {
  it('is not allowed, and the answer names the methods that are', async () => {
    const answer = await request(service, '/graphql', { method });
    expect([answer.status, codesOf(answer)]).toEqual([405, ['METHOD_NOT_ALLOWED']]);
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
  });
});

describe('persisted queries', () => {
  const sends = { GET: get, POST: post };

  it.each(Object.entries(sends))('are taken by their hash over %s', async (method, send) => {
    const document = `${query} # ${method}`;
    const extensions = persisted(document);
    const variables = { first: 1 };
    const unknown = await send(service, { extensions, variables });
    expect([unknown.status, codesOf(unknown)]).toEqual([200, ['PERSISTED_QUERY_NOT_FOUND']]);
    const registered = await send(service, { query: document, extensions, variables });
    expect(readData(registered)).toEqual(expected);
    for (const again of Object.values(sends)) {
      expect(readData(await again(service, { extensions, variables }))).toEqual(expected);
    }
  });

  it('are refused with a hash of another text, and with an unknown version', async () => {
    const { persistedQuery } = persisted('another text');
    const answers = [
      await post(service, { query, extensions: { persistedQuery } }),
      await post(service, {
        query,
        extensions: { persistedQuery: { ...persistedQuery, version: 9 } },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
    expect(answers.map(codesOf)).toEqual([['BAD_REQUEST'], ['BAD_REQUEST']]);
  });

  it('are not kept where the document was refused', async () => {
    const document = '{ nothingOfTheKind }';
    const extensions = persisted(document);
    await post(service, { query: document, extensions });
    expect(codesOf(await post(service, { extensions }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });
});

describe('the media type of an answer', () => {
  it.each([
    ['*/*', 'application/json; charset=utf-8'],
    ['application/json', 'application/json; charset=utf-8'],
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
    ['text/html;q=0.1, application/json', 'application/json; charset=utf-8'],
  ])('follows Accept: %s', async (accept, type) => {
    const { status, headers } = await post(service, { query }, { accept });
    expect([status, headers.get('content-type')]).toEqual([200, type]);
  });
});

describe('x-request-id', () => {
  it('is on every answer, and another one on each', async () => {
    const answers = [
      await post(service, { query: '{ __typename }' }),
      await post(service, { query: '{ __typename }' }),
      await post(service, { query: '{ nothing }' }),
      await get(service, { query }),
      await request(service, '/health/live'),
      await request(service, '/nowhere'),
      await request(service, '/%zz'),
      await request(service, '/graphql', { headers: { accept: 'text/html' } }),
      await request(service, '/graphql', { method: 'POST', headers: jsonHeaders, body: '{' }),
    ];
    const ids = answers.map(({ headers }) => headers.get('x-request-id'));
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the service’s own, whatever a caller sends', async () => {
    const headers = { 'x-request-id': 'chosen' };
    const answer = await post(service, { query: '{ nothing }' }, headers);
    expect(answer.headers.get('x-request-id')).not.toBe('chosen');
  });
});

describe('every answer', () => {
  it('tells browsers not to guess its type', async () => {
    const answers = [
      await post(service, { query }),
      await post(service, { query }),
      await post(service, { query: '{' }),
      await request(service, '/nowhere'),
      await request(service, '/graphql', { headers: { accept: 'text/html' } }),
    ];
    expect(answers.map(({ headers }) => headers.get('x-content-type-options'))).toEqual(
      answers.map(() => 'nosniff'),
    );
  });
});

describe('an address where nothing is', () => {
  it('is answered with NOT_FOUND and the path, without what follows it', async () => {
    const answer = await request(service, '/nowhere?token=secret', { method: 'POST' });
    expect([answer.status, codesOf(answer)]).toEqual([404, ['NOT_FOUND']]);
    expect(answer.errors[0]?.message).toBe('There is nothing at POST /nowhere');
  });

  it('is answered with BAD_REQUEST where it cannot be read', async () => {
    const answer = await request(service, '/graphql/%zz');
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_REQUEST']]);
  });
});

describe('/health', () => {
  it('is live and ready', async () => {
    const answers = [
      await request(service, '/health/live'),
      await request(service, '/health/ready'),
    ];
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [200, '{"status":"live"}'],
      [200, '{"status":"ready"}'],
    ]);
  });
});

describe('CORS', () => {
  const preflight = async (origin: string) => {
    const { status, headers } = await request(service, '/graphql', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,x-apollo-operation-name',
      },
    });
    return {
      status,
      origin: headers.get('access-control-allow-origin'),
      methods: headers.get('access-control-allow-methods'),
      headers: headers.get('access-control-allow-headers'),
    };
  };

  it.each([sandbox, partner, 'https://two.example'])('lets pages of %s in', async (origin) => {
    expect(await preflight(origin)).toEqual({
      status: 204,
      origin,
      methods: 'GET, POST',
      headers: 'content-type,x-apollo-operation-name',
    });
    for (const answer of [
      await post(service, { query }, { origin }),
      await post(service, { query }, { origin }),
    ]) {
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answer.headers.get('access-control-expose-headers')).toContain('x-request-id');
      expect(answer.headers.get('vary')).toMatch(/origin/i);
    }
  });

  it('lets pages of a strange site read nothing', async () => {
    expect((await preflight('https://strange.example')).origin).toBeNull();
    const { headers } = await post(service, { query }, { origin: 'https://strange.example' });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('lets no page send credentials', async () => {
    const { headers } = await post(service, { query }, { origin: partner });
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('/graphql, in a browser', () => {
  it('is Apollo Sandbox, with a first operation that works', async () => {
    const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    const page = await request(service, '/graphql', { headers });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.text).toContain('embeddable-sandbox.cdn.apollographql.com');
    expect(page.text).toContain('query ArticlePage');
  });
});

describe('the error catalogue', () => {
  it('has an HTTP status and a sentence for every code', () => {
    for (const { httpStatus, meaning } of Object.values(errorCatalogue)) {
      expect(httpStatus).toBeGreaterThanOrEqual(200);
      expect(httpStatus).toBeLessThan(600);
      expect(meaning).toMatch(/^[A-Z].*\.$/);
    }
  });
});
