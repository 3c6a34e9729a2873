import fc from 'fast-check';
import { addComment } from '../support/add-comments';
import { ask, codesOf } from '../support/ask';
import { writeArticle } from '../support/builders';
import {
  connectionFields,
  type ConnectionPage,
  expectedPage,
  type PageArguments,
  toArguments,
  walkBackward,
  walkForward,
  type Window,
} from '../support/connections';
import { type Answer, startApp, type TestApp } from '../support/start-app';

const itemCount = 23;
/** Few instants for many items, so that many share one. */
const instants = [0, 1, 2, 3, 4].map((second) =>
  new Date(Date.UTC(2024, 5, 11, 10, 0, second)).toISOString(),
);
const variables = '$first: Int, $after: String, $last: Int, $before: String';
const pageArguments = 'first: $first, after: $after, last: $last, before: $before';

/** Every list that can be paged, with the query that asks for it; `$parent` is an id. */
const lists = {
  'articles, newest first': `query (${variables}) {
    list: articles(${pageArguments}) { ${connectionFields} } }`,
  'articles, oldest first': `query (${variables}) {
    list: articles(${pageArguments}, orderBy: PUBLISHED_AT_ASC) { ${connectionFields} } }`,
  'Article.comments, oldest first': `query (${variables}, $article: ID!) {
    parent: node(id: $article) { ... on Article {
      list: comments(${pageArguments}) { ${connectionFields} } } } }`,
  'Article.comments, newest first': `query (${variables}, $article: ID!) {
    parent: node(id: $article) { ... on Article {
      list: comments(${pageArguments}, orderBy: NEWEST) { ${connectionFields} } } } }`,
  'Comment.replies, oldest first': `query (${variables}, $comment: ID!) {
    parent: node(id: $comment) { ... on Comment {
      list: replies(${pageArguments}) { ${connectionFields} } } } }`,
  'Comment.replies, newest first': `query (${variables}, $comment: ID!) {
    parent: node(id: $comment) { ... on Comment {
      list: replies(${pageArguments}, orderBy: NEWEST) { ${connectionFields} } } } }`,
};
type ListName = keyof typeof lists;
type ListAnswer =
  { readonly list: ConnectionPage } | { readonly parent: { readonly list: ConnectionPage } };
const listNames = Object.keys(lists) as ListName[];

let service: TestApp;
let parents: { article: string; comment: string };

const send = (list: ListName, page: PageArguments): Promise<Answer<ListAnswer>> =>
  service.send(lists[list], { ...page, ...parents });

const read = async (list: ListName, page: PageArguments): Promise<ConnectionPage> => {
  const data = await ask<ListAnswer>(service, lists[list], { ...page, ...parents });
  return 'list' in data ? data.list : data.parent.list;
};

const readWhole = async (list: ListName) => {
  const { edges } = await read(list, { first: 100 });
  return { ids: edges.map(({ node }) => node.id), cursors: edges.map(({ cursor }) => cursor) };
};

/** Makes things at instants that repeat and go back and forth; the clock is then as it was. */
const scatter = async (make: (instant: string) => Promise<unknown>) => {
  const now = service.clock.now().toISOString();
  for (let number = 0; number < itemCount; number += 1) {
    const instant = instants[(number * 7 + (number % 3)) % instants.length] ?? '';
    service.clock.set(instant);
    await make(instant);
  }
  service.clock.set(now);
};

beforeAll(async () => {
  service = await startApp();
  await scatter((instant) => writeArticle(service, { publishedAt: new Date(instant) }));
  const { article } = await writeArticle(service);
  const other = await writeArticle(service);
  const comment = await addComment(service, article.id);
  parents = { article: article.id, comment };
  await scatter(async () => {
    const reply = await addComment(service, article.id, { parentId: comment });
    await addComment(service, article.id, { parentId: reply });
    await addComment(service, article.id);
    await addComment(service, other.article.id);
  });
});

afterAll(() => service.stop());

describe.each(listNames)('%s', (list) => {
  it('is the same list whether it is read whole or walked, forward or backward', async () => {
    const { ids } = await readWhole(list);
    expect(new Set(ids).size).toBeGreaterThanOrEqual(itemCount);
    for (const size of [1, 5, 23, 100]) {
      expect(await walkForward((page) => read(list, page), size)).toEqual(ids);
      expect(await walkBackward((page) => read(list, page), size)).toEqual(ids);
    }
  });

  it('gives the page that the Relay specification says, for all combinations of arguments', async () => {
    const { ids, cursors } = await readWhole(list);
    const place = fc.option(fc.integer({ min: 0, max: ids.length - 1 }));
    const size = fc.option(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(100)), { freq: 5 });
    const isBackward = fc.boolean();
    const window = fc
      .record({ isBackward, size, after: place, before: place })
      .map<Window>((drawn) => (drawn.size === null ? { ...drawn, isBackward: false } : drawn));
    await fc.assert(
      fc.asyncProperty(window, async (drawn) => {
        const page = await read(list, toArguments(cursors, drawn));
        expect(page).toEqual(expectedPage(ids, cursors, drawn));
      }),
      { numRuns: 40 },
    );
  });

  it('takes an empty cursor as none, as Apollo Client’s relayStylePagination sends it', async () => {
    const { ids } = await readWhole(list);
    const { nodes } = await read(list, { first: 3, after: '', before: '' });
    expect(nodes.map(({ id }) => id)).toEqual(ids.slice(0, 3));
  });

  it('has 20 on a page where no size is sent, and where null is', async () => {
    const { ids } = await readWhole(list);
    const pages = [await read(list, {}), await read(list, { first: null, last: null })];
    expect(pages.map(({ nodes }) => nodes.map(({ id }) => id))).toEqual([
      ids.slice(0, 20),
      ids.slice(0, 20),
    ]);
  });

  it.each<[string, PageArguments, string[]]>([
    ['a negative first', { first: -1 }, ['"first"', '0', '-1']],
    ['a negative last', { last: -7 }, ['"last"', '0', '-7']],
    ['a first of more than 100', { first: 101 }, ['"first"', '100', '101', '"after"']],
    ['a last of more than 100', { last: 101 }, ['"last"', '100', '101', '"before"']],
    ['both directions at once', { first: 1, last: 1 }, ['"first"', '"last"']],
    ['an after that is no cursor', { after: 'garbage' }, ['"after"', 'garbage']],
    ['a before that is no cursor', { before: '🙂' }, ['"before"', '🙂']],
  ])('refuses %s, and names the argument and its value', async (_, page, named) => {
    const answer = await send(list, page);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    for (const part of named) expect(answer.errors[0]?.message).toContain(part);
  });

  it('refuses a cursor of another list', async () => {
    const another = list.startsWith('articles') ? 'Comment.replies' : 'articles';
    const { cursors } = await readWhole(`${another}, newest first`);
    const answers = [
      await send(list, { after: cursors[0] ?? '' }),
      await send(list, { before: cursors[0] ?? '' }),
    ];
    expect(answers.map(codesOf)).toEqual([['BAD_USER_INPUT'], ['BAD_USER_INPUT']]);
  });
});

describe.each(['articles', 'Article.comments', 'Comment.replies'])('%s, orders', (field) => {
  const names = listNames.filter((name) => name.startsWith(field));

  it('are each other turned round', async () => {
    const [one, other] = await Promise.all(names.map(async (name) => (await readWhole(name)).ids));
    expect(one?.toReversed()).toEqual(other);
  });

  it('refuse each other’s cursors, and name both orders', async () => {
    const [one = listNames[0], other = listNames[0]] = names;
    if (one === undefined || other === undefined) throw new Error('A list has two orders');
    const { cursors } = await readWhole(one);
    const answer = await send(other, { first: 100, after: cursors[3] ?? '' });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    const [newest, oldest] = field === 'articles' ? ['DESC', 'ASC'] : ['NEWEST', 'OLDEST'];
    expect(answer.errors[0]?.message).toContain(newest);
    expect(answer.errors[0]?.message).toContain(oldest);
  });
});

describe('Article.comments', () => {
  it('holds comments at any instants once each, by the instant and then the id', async () => {
    const seconds = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 9 });
    const size = fc.integer({ min: 1, max: 4 });
    await fc.assert(
      fc.asyncProperty(seconds, size, async (drawn, pageSize) => {
        const { article } = await writeArticle(service);
        const added: { at: number; id: string }[] = [];
        for (const at of drawn) {
          service.clock.set(instants[at] ?? '');
          added.push({ at, id: await addComment(service, article.id) });
        }
        service.clock.set('2024-06-12T09:00:00.000Z');
        const readOf = async (page: PageArguments) =>
          (
            await ask<{ parent: { list: ConnectionPage } }>(
              service,
              lists['Article.comments, oldest first'],
              { ...page, article: article.id },
            )
          ).parent.list;
        const ordered = added
          .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
          .map(({ id }) => id);
        expect(await walkForward(readOf, pageSize)).toEqual(ordered);
        expect(await walkBackward(readOf, pageSize)).toEqual(ordered);
      }),
      { numRuns: 15 },
    );
  });

  it('refuses the cursor of another article’s comments, and names that article', async () => {
    const { article } = await writeArticle(service);
    const { cursors } = await readWhole('Article.comments, oldest first');
    const answer = await service.send(lists['Article.comments, oldest first'], {
      after: cursors[0],
      article: article.id,
    });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors[0]?.message).toContain(parents.article);
    expect(answer.errors[0]?.message).toContain(article.id);
  });

  it('has its next page where it was, also after its last comment was added to', async () => {
    const { article } = await writeArticle(service);
    const first = await addComment(service, article.id);
    const document = lists['Article.comments, oldest first'];
    const readOf = async (page: PageArguments) =>
      (
        await ask<{ parent: { list: ConnectionPage } }>(service, document, {
          ...page,
          article: article.id,
        })
      ).parent.list;
    const { pageInfo } = await readOf({ first: 1 });
    expect(pageInfo.hasNextPage).toBe(false);
    service.clock.advance(1);
    const second = await addComment(service, article.id);
    const next = await readOf({ first: 1, after: pageInfo.endCursor ?? null });
    expect([first, ...next.nodes.map(({ id }) => id)]).toEqual([first, second]);
  });
});
