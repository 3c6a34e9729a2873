import type {
  ArticleConnection,
  ArticleFilter,
  ArticleStatus,
} from '../../examples/generated/operations';
import { Role } from '../../src/platform/request';
import { ask, codesOf, recordStatements } from '../support/ask';
import { writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { runSql } from '../support/raw-database';
import { startApp, type TestApp } from '../support/start-app';
import { createTestDatabase } from '../support/test-database';
import { createToken, withToken } from '../support/tokens';

const listing = `query ($filter: ArticleFilter, $orderBy: ArticleOrder! = PUBLISHED_AT_DESC) {
  articles(filter: $filter, orderBy: $orderBy) { nodes { slug } }
}`;
const counting = `query ($filter: ArticleFilter) {
  articles(first: 1, filter: $filter) { nodes { slug } totalCount }
}`;

let service: TestApp;

const list = async (filter?: ArticleFilter, orderBy?: string): Promise<string[]> => {
  const { articles } = await ask<{ articles: ArticleConnection }>(service, listing, {
    filter,
    orderBy,
  });
  return articles.nodes.map(({ slug }) => slug);
};

const publish = (slug: string, instant: string, overrides = {}) =>
  writeArticle(service, { slug, publishedAt: new Date(instant), ...overrides });

beforeAll(async () => {
  service = await startApp({
    now: '2024-06-12T09:00:00.000Z',
    environment: { ROW_CACHE: 'off' },
  });
  await publish('may', '2024-05-31T10:00:00Z');
  await publish('june', '2024-06-01T00:00:00Z', { byline: 'سارة' });
  await publish('july', '2024-07-01T00:00:00Z');
  await publish('english', '2024-06-10T00:00:00Z', { locale: 'EN', byline: 'Sara' });
  await publish('egyptian', '2024-06-09T00:00:00Z', { locale: 'ar-EG', byline: 'سارة' });
  const draft = await publish('draft', '2024-06-02T00:00:00Z');
  const archived = await publish('archived', '2024-06-03T00:00:00Z');
  await changeRow(service, draft.article.id, `status = 'DRAFT', published_at = NULL`);
  await changeRow(service, archived.article.id, `status = 'ARCHIVED'`);
});

afterAll(() => service.stop());

describe('articles', () => {
  it('lists what is published, the newest first', async () => {
    expect(await list()).toEqual(['english', 'egyptian', 'june', 'may']);
  });

  it('lists the oldest first when asked to', async () => {
    expect(await list({}, 'PUBLISHED_AT_ASC')).toEqual(['may', 'june', 'egyptian', 'english']);
  });

  it.each<[string, ArticleFilter, string[]]>([
    ['a byline', { byline: 'سارة' }, ['egyptian', 'june']],
    ['a byline that nobody has', { byline: 'nobody' }, []],
    ['a byline that no database could hold', { byline: 'nul-\u0000-byte' }, []],
    ['exactly a locale', { locale: 'ar' }, ['june', 'may']],
    ['a locale with its region', { locale: 'ar-EG' }, ['egyptian']],
    ['a locale in other case', { locale: 'AR' }, ['june', 'may']],
    ['a locale and its region in other case', { locale: 'AR-eg' }, ['egyptian']],
    ['a locale that an article was written with in capitals', { locale: 'en' }, ['english']],
    [
      'the first instant of a month',
      { publishedAfter: '2024-06-01T00:00:00Z' },
      ['english', 'egyptian', 'june'],
    ],
    ['the instant before it', { publishedBefore: '2024-06-01T00:00:00Z' }, ['may']],
    [
      'a span of time in another zone',
      { publishedAfter: '2024-05-31T13:00:00+03:00', publishedBefore: '2024-06-09T00:00:00Z' },
      ['june', 'may'],
    ],
    [
      'a span that is empty',
      { publishedAfter: '2024-06-09T00:00:00Z', publishedBefore: '2024-06-09T00:00:00Z' },
      [],
    ],
    [
      'all of it at once',
      {
        byline: 'سارة',
        locale: 'ar',
        publishedAfter: '2024-01-01T00:00:00Z',
        publishedBefore: '2025-01-01T00:00:00Z',
      },
      ['june'],
    ],
    [
      'the status that readers may ask for',
      { status: ['PUBLISHED'] },
      ['english', 'egyptian', 'june', 'may'],
    ],
    [
      'the same status twice',
      { status: ['PUBLISHED', 'PUBLISHED'] },
      ['english', 'egyptian', 'june', 'may'],
    ],
    ['no status at all', { status: [] }, []],
    [
      'nothing, told as null',
      { status: null, byline: null, locale: null, publishedAfter: null, publishedBefore: null },
      ['english', 'egyptian', 'june', 'may'],
    ],
  ])('keeps to %s', async (_, filter, slugs) => {
    expect(await list(filter)).toEqual(slugs);
  });

  it('takes a scheduled article in when its time comes, and not before', async () => {
    const { clock } = service;
    const now = clock.now().toISOString();
    clock.set('2024-06-30T23:59:59.999Z');
    expect(await list({ publishedAfter: '2024-06-30T00:00:00Z' })).toEqual([]);
    clock.set('2024-07-01T00:00:00.000Z');
    expect(await list({ publishedAfter: '2024-06-30T00:00:00Z' })).toEqual(['july']);
    clock.set(now);
  });

  it('answers null for no field of a page that is empty', async () => {
    const { articles } = await ask<{ articles: ArticleConnection }>(
      service,
      `{ articles(filter: { byline: "nobody" }) {
        edges { cursor } nodes { id } totalCount
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      } }`,
    );
    expect(articles).toEqual({
      edges: [],
      nodes: [],
      totalCount: 0,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  it.each<ArticleStatus[]>([['DRAFT'], ['SCHEDULED'], ['ARCHIVED'], ['PUBLISHED', 'DRAFT']])(
    'refuses the status %s without an EDITOR token, and names the role that it needs',
    async (...status) => {
      const moderator = withToken(await createToken(service, Role.MODERATOR));
      for (const [options, code, httpStatus] of [
        [{}, 'UNAUTHENTICATED', 401],
        [moderator, 'FORBIDDEN', 403],
      ] as const) {
        const answer = await service.send(listing, { filter: { status } }, options);
        expect([answer.status, ...codesOf(answer)]).toEqual([httpStatus, code]);
        expect(answer.errors[0]?.message).toContain('EDITOR');
      }
    },
  );
});

describe('articles, totalCount', () => {
  it('counts the whole list and not the page', async () => {
    const { articles } = await ask<{ articles: ArticleConnection }>(service, counting);
    expect([articles.nodes.length, articles.totalCount]).toEqual([1, 4]);
  });

  it('keeps to the filter', async () => {
    const { articles } = await ask<{ articles: ArticleConnection }>(service, counting, {
      filter: { byline: 'سارة' },
    });
    expect(articles.totalCount).toBe(2);
  });

  it('is counted only when it is asked for', async () => {
    const record = (document: string) =>
      recordStatements(service, (options) => ask(service, document, {}, options));
    // The next publication that is planned is looked for once after a change, with the first list.
    await record(listing);
    expect(await record(listing)).toEqual(['article.listPage']);
    expect(await record(counting)).toEqual(['article.count', 'article.listPage']);
  });
});

describe('bylines', () => {
  it('are compared in NFC with single spaces, however they were written', async () => {
    const own = await startApp();
    await writeArticle(own, { slug: 'nfc', byline: 'أحمد مؤيد' });
    await writeArticle(own, { slug: 'nfd', byline: 'أحمد  مؤيد'.normalize('NFD') });
    for (const byline of ['أحمد مؤيد', 'أحمد مؤيد'.normalize('NFD'), ' أحمد\u00a0 مؤيد ']) {
      const { articles } = await ask<{ articles: ArticleConnection }>(own, counting, {
        filter: { byline },
      });
      expect(articles.totalCount).toBe(2);
    }
    await own.stop();
  });
});

describe('stored tags and bylines', () => {
  it('become canonical when the service is updated, and are counted so', async () => {
    const database = await createTestDatabase();
    const before = await startApp({ database });
    const { article } = await writeArticle(before, { locale: 'ar', byline: 'René' });
    await changeRow(before, article.id, `locale = 'AR', byline = '${'René'.normalize('NFD')}'`);
    await before.stop();
    await runSql(database, `DELETE FROM migrations WHERE name LIKE 'CanonicalLocales%'`);
    const after = await startApp({ database });
    const filter = { locale: 'ar', byline: 'René' };
    const { articles } = await ask<{ articles: ArticleConnection }>(after, counting, { filter });
    expect(articles).toEqual({ nodes: [{ slug: article.slug }], totalCount: 1 });
    await after.stop();
    await database.drop();
  });
});

describe('a filter that no article can match', () => {
  it.each([
    ['a locale that is no tag', { locale: 'ar_EG' }, 'BCP 47'],
    ['a locale of a hundred kilobytes', { locale: 'a-'.repeat(50_000) }, 'BCP 47'],
    ['a byline of a hundred kilobytes', { byline: 'a\u0301'.repeat(50_000) }, 'filter.byline'],
  ])('is refused for %s, and says what would be right', async (_, filter, named) => {
    const answer = await service.send(listing, { filter });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors[0]?.message).toContain(named);
  });
});
