import { codesOf } from '../support/ask';
import { type HttpAnswer, post } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';

/** Units: bytes. */
const maxAnswerBytes = 16 * 1_024;
const maxErrors = 20;

let service: TestApp;

beforeAll(async () => {
  service = await startApp();
});

afterAll(() => service.stop());

const manyFields = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, number) => [`f${number}`, 1]));
const long = 'x'.repeat(50_000);
const addComment =
  'mutation ($i: AddCommentInput!) { addComment(input: $i) { comment { id } userErrors { code } } }';
const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';

const expectBounded = (answer: HttpAnswer, code: string) => {
  expect([answer.status, new Set(codesOf(answer))]).toEqual([400, new Set([code])]);
  expect(answer.errors.length).toBeLessThanOrEqual(maxErrors);
  expect(Buffer.byteLength(answer.text)).toBeLessThan(maxAnswerBytes);
  expect(answer.text).not.toContain('x'.repeat(101));
};

describe('errors in variables are few and short', () => {
  it.each<[string, string, Record<string, unknown>]>([
    ['an input of 11,000 fields that it has not', addComment, { i: manyFields(11_000) }],
    ['80,000 items that are no ids', nodes, { ids: Array.from({ length: 80_000 }, () => ({})) }],
    [
      '20,000 items before 30,000 line breaks',
      `${'\n'.repeat(30_000)}${nodes}`,
      { ids: Array.from({ length: 20_000 }, () => []) },
    ],
    ['items that are large objects', nodes, { ids: [manyFields(10_000), [manyFields(5_000)]] }],
    [
      'a long text for a number',
      'query ($n: Int) { articles(first: $n) { totalCount } }',
      { n: long },
    ],
    [
      'a long text for an enum',
      'query ($o: ArticleOrder!) { articles(orderBy: $o) { totalCount } }',
      { o: long },
    ],
    [
      'a long text for an instant',
      'query ($f: ArticleFilter) { articles(filter: $f) { totalCount } }',
      { f: { publishedAfter: long } },
    ],
    [
      'a long text for a locale',
      'query ($f: ArticleFilter) { articles(filter: $f) { totalCount } }',
      { f: { locale: long } },
    ],
    ['a field with a long name', addComment, { i: { [long]: 1 } }],
    ['a list for a text', addComment, { i: { body: [long, long] } }],
  ])('%s', async (_, query, variables) => {
    expectBounded(await post(service, { query, variables }), 'BAD_USER_INPUT');
  });

  it('says how a value is wrong, where it stands, and where its variable is declared', async () => {
    const query = 'query (\n  $f: ArticleFilter\n) { articles(filter: $f) { totalCount } }';
    const { errors } = await post(service, {
      query,
      variables: { f: { status: ['PUBLISHED', 'GONE'] } },
    });
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toMatch(
      /^Variable "\$f" got invalid value "GONE" at "f\.status\[1\]"; Value "GONE" does not exist in "ArticleStatus" enum\./,
    );
    expect(errors[0]?.locations).toEqual([{ line: 2, column: 3 }]);
  });
});

describe('errors in a document are few and short', () => {
  const fields = (count: number, write: (number: number) => string) =>
    `{ ${Array.from({ length: count }, (_, number) => write(number)).join(' ')} }`;

  it.each([
    ['1,900 fields that there are not', fields(1_900, (number) => `unknown${number}`)],
    ['200 arguments that there are not', fields(200, (number) => `viewer(a${number}: 1) { role }`)],
    [
      '150 values that an enum has not',
      fields(150, (number) => `articles(orderBy: NO${number}) { totalCount }`),
    ],
    ['fragments that there are not', fields(600, (number) => `...F${number}`)],
    [
      'variables that are not declared',
      fields(180, (number) => `article(slug: $v${number}) { id }`),
    ],
    ['a field with a long name', `{ ${long} }`],
    ['an argument with a long name', `{ viewer(${long}: 1) { role } }`],
    ['a long text where a number belongs', `{ articles(first: "${long}") { totalCount } }`],
    ['unknown fields with long names', fields(4, (number) => `f${number}${'x'.repeat(40_000)}`)],
    ['merged fields that differ', fields(25, (number) => `a: article(slug: "${number}") { id }`)],
  ])('%s', async (_, query) => {
    expectBounded(await post(service, { query }), 'GRAPHQL_VALIDATION_FAILED');
  });

  it.each([
    ['a long name where none belongs', `{ articles(first: ${long}x: } `],
    ['a text that does not end', `{ article(slug: "${long}`],
    ['a long text where a name belongs', `{ "${long}" }`],
  ])('%s', async (_, query) => {
    expectBounded(await post(service, { query }), 'GRAPHQL_PARSE_FAILED');
  });

  it('names the operation that there is not in short', async () => {
    const answer = await post(service, {
      query: 'query A { viewer { role } }',
      operationName: long,
    });
    expectBounded(answer, 'OPERATION_RESOLUTION_FAILURE');
  });
});

describe('with introspection off', () => {
  let closed: TestApp;

  beforeAll(async () => {
    closed = await startApp({ environment: { INTROSPECTION: 'false' } });
  });

  afterAll(() => closed.stop());

  it.each<[string, string, Record<string, unknown>]>([
    ['a field', addComment, { i: { articleI: 'x' } }],
    [
      'an enum value',
      'query ($o: ArticleOrder!) { articles(orderBy: $o) { totalCount } }',
      { o: 'PUBLISHED_AT_DES' },
    ],
    [
      'a filter',
      'query ($f: ArticleFilter) { articles(filter: $f) { totalCount } }',
      { f: { locales: 'ar' } },
    ],
  ])('an error in a variable suggests no name of %s', async (_, query, variables) => {
    const suggestions = (answer: HttpAnswer) => answer.text.includes('Did you mean');
    expect(suggestions(await post(service, { query, variables }))).toBe(true);
    expect(suggestions(await post(closed, { query, variables }))).toBe(false);
  });

  it.each(['{ __schema { queryType { name } } }', '{ __type(name: "Article") { name } }'])(
    'the refusal of %s names the variable that switches it on',
    async (query) => {
      const { status, errors } = await post(closed, { query });
      expect([status, codesOf({ errors })]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
      expect(errors[0]?.message).toContain('INTROSPECTION');
      expect(errors[0]?.message).not.toContain('Apollo');
    },
  );
});

describe('line breaks', () => {
  const lines = '\n'.repeat(30_000);

  it('by the thousand change nothing but the places of errors', async () => {
    const query = `${lines}{ viewer { role } }`;
    expect((await post(service, { query })).text).toBe('{"data":{"viewer":{"role":"READER"}}}');
    const { errors } = await post(service, { query: `${lines}{ unknown }` });
    expect(errors[0]?.locations).toEqual([{ line: 1, column: 2 }]);
  });

  it('by the thousand in texts are refused', async () => {
    const query = `{ article(slug: """a${lines}b""") { id } }`;
    const { status, errors } = await post(service, { query });
    expect([status, codesOf({ errors })]).toEqual([400, ['BAD_REQUEST']]);
    expect(errors[0]?.message).toContain('2000 line breaks');
  });

  it('keep their places in a document of usual length', async () => {
    const query = `${'\n'.repeat(1_500)}{ unknown }`;
    const { errors } = await post(service, { query });
    expect(errors[0]?.locations).toEqual([{ line: 1_501, column: 3 }]);
  });
});
