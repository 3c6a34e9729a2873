import { errorCatalogue, type ErrorCode } from '../../src/graphql';
import { Role } from '../../src/platform/request';
import { codesOf } from '../support/ask';
import { buildDraft } from '../support/builders';
import { get, type HttpAnswer, jsonHeaders, post, request } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';
import { createToken } from '../support/tokens';

/**
 * Those that need a fault, a stop or a setting (see faults, timeouts, stopping and settings), or
 * tokens, rates, live connections and retries, which have suites of their own.
 */
type CodeOfAnotherSuite =
  | 'ANSWER_TOO_LARGE'
  | 'INTERNAL_SERVER_ERROR'
  | 'ARTICLE_NOT_FOUND'
  | 'REQUEST_TIMEOUT'
  | 'SERVICE_UNAVAILABLE'
  | 'SERVICE_STOPPING'
  | 'DOCUMENT_NOT_TRUSTED'
  | 'PERSISTED_QUERY_NOT_SUPPORTED'
  | 'RECEIVE_TIMEOUT'
  | 'AUTHENTICATION_UNAVAILABLE'
  | 'RATE_LIMITED'
  | 'CONNECTION_LIMIT_EXCEEDED'
  | 'SUBSCRIBER_TOO_SLOW'
  | 'SUBSCRIPTION_LIMIT_EXCEEDED'
  | 'TOO_LARGE'
  | 'UNSUPPORTED_TYPE';
/** The importer's own, which no request can provoke. */
type CodeOfNoRequest = 'SLUG_TAKEN';

let service: TestApp;

const sendBody = (body: string, headers: Record<string, string> = jsonHeaders) =>
  request(service, '/graphql', { method: 'POST', headers, body });

/** A request for each code of the catalogue: the compiler finds the one that is missing. */
const provocations: Record<
  Exclude<ErrorCode, CodeOfAnotherSuite | CodeOfNoRequest>,
  () => Promise<HttpAnswer>
> = {
  BAD_REQUEST: () => post(service, { variables: {} }),
  BAD_USER_INPUT: () => post(service, { query: '{ articles(first: -1) { nodes { id } } }' }),
  GRAPHQL_PARSE_FAILED: () => post(service, { query: '{ articles(first: } ' }),
  GRAPHQL_VALIDATION_FAILED: () => post(service, { query: '{ nothingOfTheKind }' }),
  OPERATION_RESOLUTION_FAILURE: () =>
    post(service, { query: 'query A { __typename } query B { __typename }' }),
  PERSISTED_QUERY_NOT_FOUND: () =>
    get(service, { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }),
  TOKEN_LIMIT_EXCEEDED: () => post(service, { query: `{ ${'__typename '.repeat(2_000)} }` }),
  DEPTH_LIMIT_EXCEEDED: () =>
    post(service, {
      query: `{ articles { nodes { ${'leadImage { article { '.repeat(6)} id ${'} } '.repeat(6)} } } }`,
    }),
  ALIAS_LIMIT_EXCEEDED: () =>
    post(service, {
      query: `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: node(id: "") { id }`).join(' ')} }`,
    }),
  DIRECTIVE_LIMIT_EXCEEDED: () =>
    post(service, { query: `{ ${'__typename @include(if: true) '.repeat(51)} }` }),
  COST_LIMIT_EXCEEDED: () =>
    post(service, {
      query: '{ articles(first: 100) { nodes { comments(first: 100) { nodes { id } } } } }',
    }),
  DOCUMENT_NOT_FOUND: () => post(service, { documentId: 'NothingOfTheKind' }),
  UNAUTHENTICATED: () =>
    post(service, { query: '{ __typename }' }, { authorization: 'Bearer nobody' }),
  FORBIDDEN: async () =>
    post(
      service,
      { query: '{ articles(filter: { status: [DRAFT] }) { nodes { id } } }' },
      { authorization: `Bearer ${await createToken(service, Role.READER)}` },
    ),
  NOT_FOUND: () => request(service, '/nowhere'),
  METHOD_NOT_ALLOWED: () =>
    request(service, '/graphql', { method: 'PUT', headers: jsonHeaders, body: '{}' }),
  NOT_ACCEPTABLE: () => post(service, { query: '{ __typename }' }, { accept: 'text/csv' }),
  PAYLOAD_TOO_LARGE: () => sendBody(JSON.stringify({ query: ' '.repeat(256 * 1_024) })),
  HEADERS_TOO_LARGE: () => request(service, '/graphql', { headers: { x: 'x'.repeat(20_000) } }),
  UNSUPPORTED_MEDIA_TYPE: () => sendBody('<query/>', { 'content-type': 'application/xml' }),
};

beforeAll(async () => {
  service = await startApp();
});

afterAll(() => service.stop());

describe('errors', () => {
  it.each(Object.entries(provocations))('answers %s with its status', async (code, provoke) => {
    const { status, headers, errors, text } = await provoke();
    expect(codesOf({ errors })).toEqual([code]);
    expect(status).toBe(errorCatalogue[code as ErrorCode].httpStatus);
    expect(errors[0]?.message).toMatch(/\S/);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(text).not.toMatch(/stack|node_modules|\.[jt]s:\d/);
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['a text', '"{ __typename }"'],
    ['a list of operations', '[{"query":"{ __typename }"}]'],
    ['a query that is no text', '{"query":{}}'],
    ['variables that are a text', '{"query":"{ __typename }","variables":"{}"}'],
    ['an attempt at the prototype', '{"__proto__":{"query":"{ __typename }"}}'],
  ])('answers BAD_REQUEST to a body that is %s', async (_, body) => {
    const { status, errors } = await sendBody(body);
    expect([status, codesOf({ errors })]).toEqual([400, ['BAD_REQUEST']]);
  });

  it.each([
    ['text/plain', 'text/plain'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['a form with files', 'multipart/form-data; boundary=x'],
    ['nothing', ''],
  ])('answers UNSUPPORTED_MEDIA_TYPE to a body announced as %s', async (_, type) => {
    const body = new Blob(['{"query":"{ __typename }"}'], { type });
    const { status, errors } = await request(service, '/graphql', { method: 'POST', body });
    expect([status, codesOf({ errors })]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']]);
  });

  it.each([
    [
      'a variable of another type',
      'query ($n: Int) { articles(first: $n) { nodes { id } } }',
      { n: 'five' },
    ],
    ['a variable that is missing', 'query ($id: ID!) { node(id: $id) { id } }', {}],
    [
      'a variable that is null where a default must not be',
      'query ($o: ArticleOrder) { articles(orderBy: $o) { nodes { id } } }',
      { o: null },
    ],
    [
      'an enum value that is not there',
      'query ($o: ArticleOrder!) { articles(orderBy: $o) { nodes { id } } }',
      { o: 'BEST' },
    ],
    [
      'an instant that is none',
      'query ($f: ArticleFilter) { articles(filter: $f) { nodes { id } } }',
      { f: { publishedAfter: 'yesterday' } },
    ],
  ])('answers BAD_USER_INPUT to %s', async (_, query, variables) => {
    const { status, errors } = await post(service, { query, variables });
    expect([status, codesOf({ errors })]).toEqual([400, ['BAD_USER_INPUT']]);
  });

  it('says where in the document an error is, and on which path of the answer', async () => {
    const { errors } = await post(service, {
      query: '{\n  articles(first: -1) { nodes { id } }\n}',
    });
    expect(errors[0]).toMatchObject({ locations: [{ line: 2, column: 3 }], path: ['articles'] });
  });

  it('answers all of a document’s faults at once', async () => {
    const { errors } = await post(service, { query: '{ one two: three { four } }' });
    expect(codesOf({ errors })).toEqual(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED']);
  });

  it('refuses a subscription that is sent as a single request is', async () => {
    const { status, errors } = await post(service, { query: 'subscription { __typename }' });
    expect(status).toBe(400);
    expect(new Set(codesOf({ errors }))).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
  });

  it('refuses an operationName that the document does not have', async () => {
    const answers = await Promise.all(
      ['B', ' '].map((operationName) =>
        post(service, { query: 'query A { __typename }', operationName }),
      ),
    );
    expect(answers.map(codesOf)).toEqual([
      ['OPERATION_RESOLUTION_FAILURE'],
      ['OPERATION_RESOLUTION_FAILURE'],
    ]);
  });

  it('names no e-mail address that a caller sent', async () => {
    const { errors, text } = await post(service, { query: '{ article(slug: "a@example.com" 5) }' });
    expect(codesOf({ errors })).toEqual(['GRAPHQL_PARSE_FAILED']);
    expect(text).not.toContain('a@example.com');
  });
});

describe('SLUG_TAKEN', () => {
  it('is what an article is refused with whose chosen slug reads like another’s', async () => {
    const { articles } = service.app.features;
    await articles.write(buildDraft({ slug: 'مكة-اليوم', sourceKey: 'a.txt' }));
    const alike = buildDraft({ slug: 'مَكّة-اليوم', sourceKey: 'b.txt' });
    await expect(articles.write(alike)).rejects.toMatchObject({ code: 'SLUG_TAKEN' });
  });
});
