import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { addComments } from '../support/add-comments';
import { codesOf } from '../support/ask';
import { writeArticle } from '../support/builders';
import { post } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';

const slug = 'مقال';

let service: TestApp;

beforeAll(async () => {
  service = await startApp({ environment: { RESPONSE_CACHE: 'false' } });
  const { article } = await writeArticle(service, { slug, title: 'العنوان', locale: 'ar' });
  await addComments(service, article.id, 2);
});

afterAll(() => service.stop());

/** An answer as text; asked three times, since an operation is compiled when it comes again. */
const readAnswer = async (query: string, variables?: object): Promise<string> => {
  const texts = new Set<string>();
  for (let turn = 0; turn < 3; turn += 1)
    texts.add((await post(service, { query, variables })).text);
  expect([...texts]).toHaveLength(1);
  return [...texts].join();
};
const nodes = (...fields: string[]) => `{"articles":{"nodes":[{${fields.join(',')}}]}}`;
const slugField = `"slug":"${slug}"`;

describe('an operation with directives and fragments is answered as the specification says:', () => {
  const cases: readonly [string, string, object, string][] = [
    [
      'what a skipped field selects by a fragment is not executed',
      `{ articles(first: 20) @skip(if: true) { ...E } articles(first: 20) { nodes { locale } } }
       fragment E on ArticleConnection { nodes { slug comments { nodes { body } } } totalCount }`,
      {},
      nodes('"locale":"ar"'),
    ],
    [
      'what a skipped field selects by an inline fragment is not executed',
      '{ articles @skip(if: true) { ... { totalCount } } articles { nodes { locale } } }',
      {},
      nodes('"locale":"ar"'),
    ],
    [
      'a fragment that is spread under a condition is spread without one as well',
      'query ($a: Boolean!) { articles { nodes { ...P @include(if: $a) ...P } } } fragment P on Article { slug }',
      { a: false },
      nodes(slugField),
    ],
    [
      'a fragment under a false condition hides none that it spreads',
      `query ($a: Boolean!) { articles { nodes { ...Full @include(if: $a) ...Teaser } } }
       fragment Full on Article { ...Base title } fragment Teaser on Article { ...Base locale } fragment Base on Article { slug }`,
      { a: false },
      nodes(slugField, '"locale":"ar"'),
    ],
    [
      'an inline fragment under a false condition hides none that it spreads',
      'query ($a: Boolean!) { articles { nodes { ... @include(if: $a) { ...P } ...P } } } fragment P on Article { slug }',
      { a: false },
      nodes(slugField),
    ],
    [
      'opposite conditions of one fragment give its fields',
      'query ($a: Boolean!) { articles { nodes { ...P @skip(if: $a) ...P @include(if: $a) } } } fragment P on Article { slug }',
      { a: true },
      nodes(slugField),
    ],
    [
      'a fragment has its own condition in each place',
      `query ($a: Boolean!, $b: Boolean!, $s: String!) {
         x: articles(first: 1) { nodes { ...F @include(if: $a) } } y: article(slug: $s) { ...F @include(if: $b) } }
       fragment F on Article { locale }`,
      { a: false, b: true, s: slug },
      '{"x":{"nodes":[{}]},"y":{"locale":"ar"}}',
    ],
    [
      'a condition in one place takes nothing from another',
      `query ($a: Boolean!, $s: String!) { y: article(slug: $s) { ...F @include(if: $a) } x: articles(first: 1) { nodes { ...F } } }
       fragment F on Article { locale }`,
      { a: false, s: slug },
      '{"y":{},"x":{"nodes":[{"locale":"ar"}]}}',
    ],
    [
      'fields stand in the order of those that are included',
      'query ($a: Boolean!) { articles { nodes { slug @include(if: $a) locale slug } } }',
      { a: false },
      nodes('"locale":"ar"', slugField),
    ],
  ];

  it.each(cases)('%s', async (_, query, variables, data) => {
    expect(await readAnswer(query, variables)).toBe(`{"data":${data}}`);
  });
});

describe('names that every JavaScript object has', () => {
  it.each(['toString', 'constructor', 'hasOwnProperty', 'valueOf', '__proto__'])(
    'are variables like others: $%s',
    async (name) => {
      const all = await readAnswer('{ articles { totalCount nodes { slug } } }');
      const asked = [
        await readAnswer(
          `query ($${name}: Int) { articles(first: $${name}) { totalCount nodes { slug } } }`,
        ),
        await readAnswer(
          `query ($${name}: String) { articles(after: $${name}) { totalCount nodes { slug } } }`,
        ),
        await readAnswer(
          `query ($${name}: ArticleFilter) { articles(filter: $${name}) { totalCount nodes { slug } } }`,
        ),
        await readAnswer(
          `query ($${name}: Locale) { articles(filter: { locale: $${name} }) { totalCount nodes { slug } } }`,
        ),
        await readAnswer(
          `query ($${name}: [ArticleStatus!]) { articles(filter: { status: $${name} }) { totalCount nodes { slug } } }`,
        ),
      ];
      expect(asked).toEqual(asked.map(() => all));
    },
  );

  it('are aliases like others', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const fields = names.map((name) => `${name}: __typename`).join(' ');
    const wanted = names.map((name) => `"${name}":"Query"`).join();
    expect(await readAnswer(`{ ${fields} a: __typename }`)).toBe(
      `{"data":{${wanted},"a":"Query"}}`,
    );
    expect(await readAnswer('{ viewer { __proto__: role } }')).toBe(
      '{"data":{"viewer":{"__proto__":"READER"}}}',
    );
  });

  it('are operations and fragments like others', async () => {
    const query =
      'query constructor { ...__proto__ } fragment __proto__ on Query { toString: __typename }';
    expect(await readAnswer(query)).toBe('{"data":{"toString":"Query"}}');
  });
});

describe('text of a caller', () => {
  it('is never run as code', async () => {
    const marker = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d';
    const code = '0)+(globalThis.isRun=true)+(0';
    const answer = await readAnswer(`{ article(slug: "${marker}${code}") { slug } }`);
    expect([answer, 'isRun' in globalThis]).toEqual(['{"data":{"article":null}}', false]);
    const filtered = await readAnswer(
      `{ articles(filter: { byline: """${marker}${code}""" }) { totalCount } searchArticles(query: "__MAGIC_NAN__57f286b9_4c20_487f_b409_79804ddcb4f8") { nodes { slug } } }`,
    );
    expect(filtered).toContain('{"articles":{"totalCount":0}');
    expect('isRun' in globalThis).toBe(false);
  });
});

describe('variables', () => {
  const queryOf = (type: string) =>
    `query ($o: ${type}) { articles(first: 1) { nodes { comments(orderBy: $o) { nodes { id } } } } }`;

  it('that are absent leave the default of the argument, and those with a default have theirs', async () => {
    const oldest = await readAnswer(
      '{ articles(first: 1) { nodes { comments(orderBy: OLDEST) { nodes { id } } } } }',
    );
    const newest = await readAnswer(
      '{ articles(first: 1) { nodes { comments(orderBy: NEWEST) { nodes { id } } } } }',
    );
    expect(oldest).not.toBe(newest);
    expect(await readAnswer(queryOf('CommentOrder'))).toBe(oldest);
    expect(await readAnswer(queryOf('CommentOrder = NEWEST'))).toBe(newest);
    expect(await readAnswer(queryOf('CommentOrder! = NEWEST'))).toBe(newest);
    expect(await readAnswer(queryOf('CommentOrder! = NEWEST'), { o: 'OLDEST' })).toBe(oldest);
  });

  it('that are null where an argument may not be are an error of that field alone', async () => {
    const query =
      'query ($o: ArticleOrder) { viewer { role } articles(orderBy: $o) { totalCount } }';
    const answer = await post(service, { query, variables: { o: null } });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors[0]).toMatchObject({ path: ['articles'] });
  });
});

describe('an error', () => {
  it.each([
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ])('is at its line and column where lines end with %s', async (_, end) => {
    const query = [
      'query {',
      '',
      '  viewer { role }',
      '',
      '  articles(first: -1) { totalCount }',
      '}',
    ].join(end);
    for (let turn = 0; turn < 3; turn += 1) {
      const { errors } = await post(service, { query });
      expect(errors[0]).toMatchObject({ locations: [{ line: 5, column: 3 }], path: ['articles'] });
    }
  });
});

describe('introspection', () => {
  it('shows schema/schema.graphql, exactly', async () => {
    const text = await readAnswer(
      getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true }),
    );
    const { data } = JSON.parse(text) as { data: IntrospectionQuery };
    const file = join(__dirname, '..', '..', 'schema', 'schema.graphql');
    const print = (schema: Parameters<typeof printSchema>[0]) =>
      printSchema(lexicographicSortSchema(schema));
    expect(print(buildClientSchema(data))).toBe(print(buildSchema(readFileSync(file, 'utf8'))));
  });

  it('names no type that the schema has not', async () => {
    const fields =
      'query { __type(name: "MaqalCoerced") { name } __schema { queryType { name } } }';
    expect(await readAnswer(fields)).toBe(
      '{"data":{"__type":null,"__schema":{"queryType":{"name":"Query"}}}}',
    );
  });
});
