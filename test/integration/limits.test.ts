import { getIntrospectionQuery } from 'graphql';
import { codesOf } from '../support/ask';
import { post } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';

const limits = {
  MAX_DEPTH: '5',
  MAX_ALIASES: '3',
  MAX_DIRECTIVES: '2',
  MAX_TOKENS: '60',
  MAX_COST: '100',
};

let service: TestApp;
let usual: TestApp;

const list = (count: number, write: (number: number) => string) =>
  `{ ${Array.from({ length: count }, (_, number) => write(number)).join(' ')} }`;

/** For each limit an operation at it, one beyond it, and the value that the refusal names. */
const cases: readonly [string, string, string, string][] = [
  [
    'DEPTH_LIMIT_EXCEEDED',
    `{ articles { nodes { leadImage { section { heading } } } } }`,
    `{ articles { nodes { leadImage { section { article { id } } } } } }`,
    '5 exceeded, found 6',
  ],
  [
    'ALIAS_LIMIT_EXCEEDED',
    list(3, (number) => `a${number}: node(id: "x") { id }`),
    list(4, (number) => `a${number}: node(id: "x") { id }`),
    '3 exceeded, found 4',
  ],
  [
    'DIRECTIVE_LIMIT_EXCEEDED',
    '{ __typename @include(if: true) @skip(if: false) }',
    '{ node(id: "") @include(if: true) @skip(if: false) { id @skip(if: false) } }',
    '2 exceeded, found 3',
  ],
  [
    'TOKEN_LIMIT_EXCEEDED',
    list(58, () => '__typename'),
    list(59, () => '__typename'),
    '60 exceeded, found 61',
  ],
  [
    'COST_LIMIT_EXCEEDED',
    '{ articles(first: 49) { nodes { id } } }',
    '{ articles(first: 50) { nodes { id } } }',
    '100 exceeded, found 101',
  ],
];

beforeAll(async () => {
  service = await startApp({ environment: limits });
  usual = await startApp();
});

afterAll(async () => {
  await service.stop();
  await usual.stop();
});

describe('limits', () => {
  it.each(cases)('let an operation pass that is just within: %s', async (_, within) => {
    const { status, errors } = await post(service, { query: within });
    expect([status, errors]).toEqual([200, []]);
  });

  it.each(cases)(
    'refuse one that is beyond, and name the limit and the value: %s',
    async (code, _, beyond, values) => {
      const { status, errors } = await post(service, { query: beyond });
      expect([status, codesOf({ errors })]).toEqual([400, [code]]);
      expect(errors[0]?.message).toContain(values);
    },
  );

  it.each(cases)('leave by default far more room: %s', async (_code, _within, beyond) => {
    const { status, errors } = await post(usual, { query: beyond });
    expect([status, errors]).toEqual([200, []]);
  });

  it('measure a document as deep as its answer, however its fragments nest', async () => {
    const query = `{ articles { ...A } } fragment A on ArticleConnection { nodes { ...B } }
      fragment B on Article { leadImage { ... on Image { section { heading } } } }`;
    const answer = await post(service, { query });
    expect(answer.errors).toEqual([]);
  });

  it('count nothing for a document that is no GraphQL, however short it is', async () => {
    const { errors } = await post(service, { query: '{ articles { ' });
    expect(codesOf({ errors })).toEqual(['GRAPHQL_PARSE_FAILED']);
  });

  it('count the tokens also of a document that is no GraphQL', async () => {
    const { errors } = await post(service, { query: '} '.repeat(70) });
    expect(codesOf({ errors })).toEqual(['TOKEN_LIMIT_EXCEEDED']);
    expect(errors[0]?.message).toContain('60 exceeded, found 70');
  });

  it('let tools read the schema', async () => {
    const { status, errors } = await post(usual, { query: getIntrospectionQuery() });
    expect([status, errors]).toEqual([200, []]);
  });
});

describe('the cost limit', () => {
  const expensive = 'articles(first: 100) { nodes { id title } }';
  const refuse = async (query: string, variables: object = {}) => {
    const { errors } = await post(service, { query, variables });
    expect(codesOf({ errors })).toEqual(['COST_LIMIT_EXCEEDED']);
    return errors[0]?.message;
  };

  it('counts a page by its size, whether it stands in the document or in a variable', async () => {
    const query = 'query ($n: Int) { articles(first: $n) { nodes { id } } }';
    const answer = await post(service, { query, variables: { n: 49 } });
    expect(answer.errors).toEqual([]);
    expect(await refuse(query, { n: 50 })).toContain('found 101');
    expect(await refuse('{ articles(last: 50) { nodes { id } } }')).toContain('found 101');
  });

  it('counts 20 where no size is sent', async () => {
    expect(await refuse('{ articles { nodes { id title slug byline } } }')).toContain('found 101');
  });

  it('counts the ids of nodes', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const ids = Array.from({ length: 101 }, (_, number) => `article_${number}`);
    expect((await post(service, { query, variables: { ids: ids.slice(0, 100) } })).errors).toEqual(
      [],
    );
    await refuse(query, { ids });
  });

  it('counts what fragments spread to', async () => {
    await refuse(
      `query { ...A ...A2 } fragment A on Query { ${expensive} } fragment A2 on Query { __typename }`,
    );
  });

  it('lets no negative size pay for another field', async () => {
    await refuse(`{ a: articles(first: -2147483648) { nodes { id } } b: ${expensive} }`);
    await refuse(`{ a: articles(last: -100) { nodes { id } } b: ${expensive} }`);
  });

  it('does not count what a directive leaves out', async () => {
    const query = `query ($all: Boolean!) { __typename ${expensive.replace(' {', ' @include(if: $all) {')} }`;
    expect((await post(service, { query, variables: { all: false } })).errors).toEqual([]);
    await refuse(query, { all: true });
  });

  it('counts a fragment once, however often it is spread in one place', async () => {
    const fields = 'id slug title byline';
    const plain = `{ articles(first: 20) { nodes { ${fields} } } }`;
    const spread = `{ articles(first: 20) { nodes { ...A ...B ...T ...T } } }
      fragment A on Article { ...T } fragment B on Article { ...T } fragment T on Article { ${fields} }`;
    expect(await refuse(spread)).toBe(await refuse(plain));
  });

  it('counts merged fields once, and all that they select', async () => {
    const merged = `{ articles(first: 20) { nodes { id } nodes { id slug } } articles(first: 20) { nodes { title byline } } }`;
    expect(await refuse(merged)).toContain('found 101');
  });

  it('counts no __typename', async () => {
    const query = '{ __typename articles(first: 49) { __typename nodes { __typename id } } }';
    expect((await post(service, { query })).errors).toEqual([]);
  });

  it('counts what stands beside the rows of a page once', async () => {
    const query =
      '{ articles(first: 47) { nodes { id } totalCount pageInfo { hasNextPage endCursor } } }';
    expect((await post(service, { query })).errors).toEqual([]);
    expect(await refuse(query.replace('47', '48'))).toContain('found 101');
  });

  it('counts the fields of an object of several types by its dearest type', async () => {
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Article { id slug title } ... on Comment { id } } }`;
    const ids = Array.from({ length: 34 }, (_, number) => `article_${number}`);
    expect(await refuse(query, { ids })).toContain('found 102');
    expect((await post(service, { query, variables: { ids: ids.slice(1) } })).errors).toEqual([]);
  });

  it('counts no field that a skipped field selects in a fragment', async () => {
    const query = `{ articles(first: 20) @skip(if: true) { ...E } articles(first: 20) { nodes { locale } } }
      fragment E on ArticleConnection { nodes { comments(first: 100) { nodes { body } } } }`;
    expect((await post(service, { query })).errors).toEqual([]);
  });

  it('answers fragments that spread to one field in millions of ways', async () => {
    const bomb = Array.from(
      { length: 100 },
      (_, level) => `fragment F${level} on Query { ${`...F${level + 1} `.repeat(4)} }`,
    ).join(' ');
    const query = `{ ...F0 } ${bomb} fragment F100 on Query { __typename }`;
    expect((await post(usual, { query })).text).toBe('{"data":{"__typename":"Query"}}');
  });

  it('refuses fields that multiply beyond what can be counted, without counting on', async () => {
    const bomb = Array.from({ length: 10 }, (_, level) => {
      const next = level === 9 ? 'id' : `...F${level + 1}`;
      const [type, field] = level % 2 === 0 ? ['Article', 'leadImage'] : ['Image', 'article'];
      return `fragment F${level} on ${type} { ${['a:', 'b:', ''].map((alias) => `${alias} ${field} { ${next} }`).join(' ')} }`;
    }).join(' ');
    const lenient = await startApp({ environment: { MAX_ALIASES: '1000000', MAX_DEPTH: '100' } });
    const { errors } = await post(lenient, { query: `{ article(slug: "x") { ...F0 } } ${bomb}` });
    await lenient.stop();
    expect(codesOf({ errors })).toEqual(['COST_LIMIT_EXCEEDED']);
    expect(errors[0]?.message).toContain('more than 10000 fields');
  });

  it.each([
    ['the cheap one first', ['A', 'B']],
    ['the dear one first', ['B', 'A']],
  ])('holds for each operation of a document: %s', async (_, names) => {
    const query = `query A { viewer { role } } query B { ${expensive} } # ${names.join()}`;
    const codes: unknown[] = [];
    for (const operationName of [...names, ...names]) {
      const { errors } = await post(service, { query, operationName });
      codes.push([operationName, codesOf({ errors })]);
    }
    const wanted = names.map((name) => [name, name === 'A' ? [] : ['COST_LIMIT_EXCEEDED']]);
    expect(codes).toEqual([...wanted, ...wanted]);
  });

  it('is by the variables that the operation declares, not by others', async () => {
    const query = 'query ($n: Int) { articles(first: $n) { nodes { id } } }';
    for (const n of [1, 50, 1, 50]) {
      const { errors } = await post(service, { query, variables: { n, z: [n, n], first: 1 } });
      expect(codesOf({ errors })).toEqual(n === 50 ? ['COST_LIMIT_EXCEEDED'] : []);
    }
  });
});
