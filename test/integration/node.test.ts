import type { Node, Section } from '../../examples/generated/operations';
import { addComment } from '../support/add-comments';
import { ask, codesOf, recordStatements } from '../support/ask';
import { writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { type RequestOptions, startApp, type TestApp } from '../support/start-app';

const oneDocument = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const manyDocument = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';

/** The ids of one object of each type, all of one article. */
interface Ids {
  readonly Article: string;
  readonly Section: string;
  readonly Image: string;
  readonly Comment: string;
}

let service: TestApp;
let ids: Ids;

const readNode = async (id: string, options?: RequestOptions) =>
  (await ask<{ node: Node | null }>(service, oneDocument, { id }, options)).node;

const readNodes = async (asked: readonly string[]) =>
  (await ask<{ nodes: (Node | null)[] }>(service, manyDocument, { ids: asked })).nodes;

/** An article with a comment, and the ids of its parts. */
const publish = async (publishedAt?: Date): Promise<Ids> => {
  const { article } = await writeArticle(service, { publishedAt });
  const comment = await addComment(service, article.id);
  const { node } = await ask<{ node: { sections: Section[] } }>(
    service,
    'query ($id: ID!) { node(id: $id) { ... on Article { sections { id images { id } } } } }',
    { id: article.id },
  );
  const [section] = node.sections;
  return {
    Article: article.id,
    Section: section?.id ?? '',
    Image: section?.images[0]?.id ?? '',
    Comment: comment,
  };
};

beforeAll(async () => {
  service = await startApp({ environment: { ROW_CACHE: 'off' } });
  ids = await publish();
});

afterAll(() => service.stop());

const typeNames = ['Article', 'Section', 'Image', 'Comment'] as const;

describe('node', () => {
  it.each(typeNames)('fetches any %s again by its id, which names its type', async (typeName) => {
    const id = ids[typeName];
    expect(id).toMatch(new RegExp(`^${typeName.toLowerCase()}_[0-9a-z]{26}$`));
    expect(await readNode(id)).toEqual({ __typename: typeName, id });
  });

  it.each(typeNames)('is null for the id of a %s that is not there', async (typeName) => {
    expect(await readNode(`${typeName.toLowerCase()}_01hzzzzzzzzzzzzzzzzzzzzzzz`)).toBeNull();
  });

  it.each([
    ['an empty text', ''],
    ['a text that is no TypeID', 'garbage'],
    ['a type alone', 'article'],
    ['a TypeID of no known type', 'user_01hzzzzzzzzzzzzzzzzzzzzzzz'],
    ['a TypeID without a type', '01hzzzzzzzzzzzzzzzzzzzzzzz'],
    ['letters that TypeIDs do not have', 'article_01hzzzzzzzzzzzzzzzzzzzzzzu'],
    ['capital letters', 'ARTICLE_01HZZZZZZZZZZZZZZZZZZZZZZZ'],
    ['a text that no database could hold', 'article_\u0000'],
    ['a very long text', `article_${'0'.repeat(10_000)}`],
  ])('is null for %s', async (_, id) => {
    expect(await readNode(id)).toBeNull();
  });

  it('sends one statement for an article, and none for an id that cannot be one', async () => {
    expect(await recordStatements(service, (options) => readNode(ids.Article, options))).toEqual([
      'article.findByIds',
    ]);
    expect(await recordStatements(service, (options) => readNode('garbage', options))).toEqual([]);
  });
});

describe('node, to a reader', () => {
  it.each(['DRAFT', 'ARCHIVED'])(
    'is null for all parts of an article that is %s',
    async (status) => {
      const hidden = await publish();
      await changeRow(service, hidden.Article, `status = '${status}'`);
      expect(await readNodes(Object.values(hidden))).toEqual([null, null, null, null]);
    },
  );

  it('is null for all parts of an article until its publication', async () => {
    const early = await publish();
    const { clock } = service;
    const later = clock.now().getTime() + 1_000;
    await changeRow(service, early.Article, `published_at = ${later}, timeline_at = ${later}`);
    expect(await readNodes(Object.values(early))).toEqual([null, null, null, null]);
    clock.advance(1_000);
    expect((await readNodes(Object.values(early))).map((node) => node?.id)).toEqual(
      Object.values(early),
    );
  });

  it.each(['PENDING', 'REJECTED', 'SPAM'])('is null for a comment that is %s', async (status) => {
    const id = await addComment(service, ids.Article);
    await changeRow(service, id, `status = '${status}'`);
    expect(await readNode(id)).toBeNull();
  });
});

describe('nodes', () => {
  it('keeps the order of the ids, with null where one names nothing and twice where it is sent twice', async () => {
    const asked = [ids.Comment, 'garbage', ids.Article, ids.Image, ids.Article, ids.Section];
    expect((await readNodes(asked)).map((node) => node?.id ?? null)).toEqual([
      ids.Comment,
      null,
      ids.Article,
      ids.Image,
      ids.Article,
      ids.Section,
    ]);
  });

  it('is an empty list for no ids', async () => {
    expect(await readNodes([])).toEqual([]);
  });

  it('takes 100 ids, and refuses 101 with the limit and the number', async () => {
    const hundred = Array.from({ length: 100 }, () => ids.Article);
    expect(await readNodes(hundred)).toHaveLength(100);
    const answer = await service.send(manyDocument, { ids: [...hundred, ids.Article] });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors[0]?.message).toMatch(/"ids".*100.*101/);
  });
});
