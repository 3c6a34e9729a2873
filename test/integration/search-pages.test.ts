import { codesOf } from '../support/ask';
import { writeArticle } from '../support/builders';
import { search, searching, type SearchPage } from '../support/search';
import { startApp, type TestApp } from '../support/start-app';

let service: TestApp;

const publish = (number: number, overrides = {}) =>
  writeArticle(service, {
    slug: `sea-${number}`,
    title: number % 3 === 0 ? 'البحر' : 'أخبار',
    sections: [{ heading: null, body: `${'البحر '.repeat((number % 5) + 1)}هادئ`, images: [] }],
    ...overrides,
  });

/** All pages of a search; `between` runs before each page but the first. */
const walk = async (
  query: string,
  size: number,
  between: (page: number) => Promise<unknown> = () => Promise.resolve(),
): Promise<string[]> => {
  const slugs: string[] = [];
  let page: SearchPage | null = null;
  for (let number = 0; page === null || page.pageInfo.hasNextPage; number += 1) {
    if (number > 0) await between(number);
    page = await search(service, { query, first: size, after: page?.pageInfo.endCursor ?? null });
    slugs.push(...page.nodes.map(({ slug }) => slug));
  }
  return slugs;
};

beforeAll(async () => {
  service = await startApp({ environment: { RESPONSE_CACHE: 'false' } });
  for (let number = 1; number <= 23; number += 1) await publish(number);
});

afterAll(() => service.stop());

describe('searchArticles, pages', () => {
  it('hold each article once, in the order of the whole list', async () => {
    const whole = (await search(service, { query: 'بحر', first: 100 })).nodes;
    const slugs = whole.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(23);
    expect(await walk('بحر', 1)).toEqual(slugs);
    expect(await walk('بحر', 7)).toEqual(slugs);
    expect(await walk('بحر', 23)).toEqual(slugs);
  });

  it('say whether there is more, and where they end', async () => {
    const first = await search(service, { query: 'بحر', first: 22 });
    expect(first.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: first.edges[0]?.cursor,
      endCursor: first.edges[21]?.cursor,
    });
    const after = first.pageInfo.endCursor;
    const last = await search(service, { query: 'بحر', first: 22, after });
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect([first.totalCount, last.totalCount]).toEqual([23, 23]);
  });

  it('take an empty cursor as none', async () => {
    const whole = await search(service, { query: 'بحر', first: 3 });
    const page = await search(service, { query: 'بحر', first: 3, after: '' });
    expect(page.nodes).toEqual(whole.nodes);
  });

  it('of size 0 lead on from the cursor they were asked with, or claim nothing further', async () => {
    const start = await search(service, { query: 'بحر', first: 0 });
    expect(start.pageInfo).toMatchObject({ hasNextPage: false, endCursor: null });
    const { pageInfo } = await search(service, { query: 'بحر', first: 2 });
    const after = pageInfo.endCursor;
    const page = await search(service, { query: 'بحر', first: 0, after });
    expect(page.pageInfo).toMatchObject({ hasNextPage: true, endCursor: after });
  });

  it('are those of a list that stands still while articles are added and published', async () => {
    const before = (await search(service, { query: 'بحر هاد', first: 100 })).nodes;
    const slugs = before.map(({ slug }) => slug);
    let next = 100;
    const found = await walk('بحر هاد', 4, async (page) => {
      await publish(next++, { title: 'البحر البحر هادئ' });
      await publish(next++, { publishedAt: new Date(Date.parse('2024-06-12T10:00:00Z')) });
      if (page === 3) service.clock.set('2024-06-12T11:00:00.000Z');
    });
    expect(found).toEqual(slugs);
    const fresh = await search(service, { query: 'بحر هاد', first: 100 });
    expect(fresh.totalCount).toBe(slugs.length + next - 100);
  });

  it('follow a cursor also where the query is spelled otherwise', async () => {
    const { pageInfo } = await search(service, { query: 'البحر الهادئ', first: 2 });
    const after = pageInfo.endCursor;
    const one = await search(service, { query: 'البحر الهادئ', first: 2, after });
    const other = await search(service, { query: 'ﺍﻟﺒﺤﺮُ الهـادئ', first: 2, after });
    expect(other.nodes).toEqual(one.nodes);
  });

  it('refuse the cursor of another query, of another filter, and of another list', async () => {
    const { pageInfo } = await search(service, { query: 'بحر', first: 2 });
    const after = pageInfo.endCursor;
    const article = await service.send<{ articles: SearchPage }, object>(
      '{ articles(first: 1) { edges { cursor } } }',
    );
    const asked = [
      [{ query: 'هادئ', after }, 'another search or filter'],
      [{ query: 'بحر', after, filter: { locale: 'ar' } }, 'another search or filter'],
      [
        { query: 'بحر', after: article.data?.articles.edges[0]?.cursor },
        'another list: articles, PUBLISHED_AT_DESC',
      ],
    ] as const;
    for (const [variables, named] of asked) {
      const answer = await service.send(searching, variables);
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
      expect(answer.errors[0]?.message).toContain(named);
    }
  });

  it('tell nothing by their cursors, and refuse one that was changed in any place', async () => {
    const { pageInfo } = await search(service, { query: 'بحر', first: 2 });
    const cursor = pageInfo.endCursor ?? '';
    const bytes = Buffer.from(cursor, 'base64url');
    expect(bytes.toString()).not.toContain('بحر');
    expect(bytes.toString('latin1')).not.toMatch(/[[\]",\d]{12}/);
    for (let index = 0; index < bytes.length; index += 7) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      const after = changed.toString('base64url');
      const answer = await service.send(searching, { query: 'بحر', after });
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    }
    const again = await search(service, { query: 'بحر', first: 2 });
    expect(again.pageInfo.endCursor).toBe(cursor);
  });
});
