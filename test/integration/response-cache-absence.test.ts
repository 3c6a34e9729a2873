import {
  ArticlePageDocument,
  FrontPageDocument,
  ObjectsDocument,
} from '../../examples/generated/operations';
import { sendComment } from '../support/add-comments';
import { ask } from '../support/ask';
import { writeArticle } from '../support/builders';
import { get } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';

let service: TestApp;

beforeEach(async () => {
  service = await startApp();
});

afterEach(() => service.stop());

const readArticle = async (slug: string) =>
  (await ask(service, ArticlePageDocument, { slug })).article;
const listSlugs = async (locale = 'ar') =>
  (await ask(service, FrontPageDocument, { filter: { locale } })).articles.nodes.map(
    ({ slug }) => slug,
  );
const countArticles = async () =>
  (await ask<{ articles: { totalCount: number } }>(service, '{ articles { totalCount } }')).articles
    .totalCount;

/** The seconds that an answer may be kept by others: fresh, and stale while it is asked for anew. */
async function readLifetime(parameters: Readonly<Record<string, unknown>>): Promise<number[]> {
  const { headers } = await get(service, parameters);
  const text = headers.get('cache-control') ?? '';
  const [, maxAge, stale] =
    /^public, max-age=(\d+), stale-while-revalidate=(\d+)$/.exec(text) ?? [];
  return [Number(maxAge), Number(stale)];
}

describe('an absence', () => {
  it('ends for an article that was not found when it is written', async () => {
    expect(await readArticle('لاحقا')).toBeNull();
    expect(await readArticle('لاحقا')).toBeNull();
    await writeArticle(service, { slug: 'لاحقا' });
    expect((await readArticle('لاحقا'))?.slug).toBe('لاحقا');
  });

  it('is kept while nothing else was written than other articles', async () => {
    await readArticle('لا-شيء');
    await writeArticle(service);
    service.statements.length = 0;
    expect(await readArticle('لا-شيء')).toBeNull();
    expect(service.statements).toEqual([]);
  });

  it('ends for an empty list, and for its count, with the first article', async () => {
    expect([await listSlugs(), await listSlugs('en'), await countArticles()]).toEqual([[], [], 0]);
    await writeArticle(service, { slug: 'أول' });
    expect([await listSlugs(), await listSlugs('en'), await countArticles()]).toEqual([
      ['أول'],
      [],
      1,
    ]);
    await writeArticle(service, { slug: 'first', locale: 'en' });
    expect([await listSlugs('en'), await countArticles()]).toEqual([['first'], 2]);
  });

  it('ends for comments, and their counts, with the first comment and the first reply', async () => {
    const { article } = await writeArticle(service);
    expect((await readArticle(article.slug))?.comments.nodes).toEqual([]);
    const { comment } = await sendComment(service, article.id);
    const page = await readArticle(article.slug);
    expect([page?.commentCount, page?.comments.nodes[0]?.replyCount]).toEqual([1, 0]);
    await sendComment(service, article.id, { parentId: comment?.id ?? '' });
    const after = await readArticle(article.slug);
    expect([after?.commentCount, after?.comments.nodes[0]?.replyCount]).toEqual([2, 1]);
  });

  it('ends for a part that an edit brings back', async () => {
    const { article } = await writeArticle(service, { slug: 'جزء' });
    const { sections } = (await readArticle(article.slug)) ?? { sections: [] };
    const ids = sections.map(({ id }) => id);
    const readNames = async () =>
      (await ask(service, ObjectsDocument, { ids })).nodes.map((node) => node?.__typename ?? null);
    expect(await readNames()).toEqual(['Section', 'Section']);
    await writeArticle(service, { slug: 'جزء', sections: [] });
    expect(await readNames()).toEqual([null, null]);
  });
});

describe('a planned publication', () => {
  const publishedAt = new Date('2024-06-12T10:00:00.000Z');

  beforeEach(() => writeArticle(service, { slug: 'مجدول', publishedAt }));

  it('comes by the clock alone into every answer that it changes', async () => {
    expect([await readArticle('مجدول'), await listSlugs(), await countArticles()]).toEqual([
      null,
      [],
      0,
    ]);
    service.clock.set('2024-06-12T09:59:59.999Z');
    expect([await readArticle('مجدول'), await listSlugs()]).toEqual([null, []]);
    service.clock.set('2024-06-12T10:00:00.000Z');
    expect((await readArticle('مجدول'))?.slug).toBe('مجدول');
    expect([await listSlugs(), await countArticles()]).toEqual([['مجدول'], 1]);
  });

  it('is the end of what browsers and CDNs may show, stale or not', async () => {
    const requests = [
      { documentId: 'ArticlePage', variables: { slug: 'مجدول', comments: 0 } },
      { documentId: 'FrontPage' },
      { query: '{ articles { totalCount } }' },
    ];
    for (const request of requests) {
      service.clock.set('2024-06-12T09:00:00.000Z');
      const [maxAge = 0] = await readLifetime(request);
      expect(maxAge).toBeGreaterThan(0);
      service.clock.set('2024-06-12T09:59:55.500Z');
      expect(await readLifetime(request)).toEqual([4, 0]);
      service.clock.set('2024-06-12T09:59:59.500Z');
      expect(await readLifetime(request)).toEqual([0, 0]);
    }
  });

  it('ends no answer that it does not change', async () => {
    await writeArticle(service, { slug: 'غيره', publishedAt: new Date('2024-06-11T09:00:00Z') });
    service.clock.set('2024-06-12T09:59:59.500Z');
    const request = { documentId: 'ArticleBody', variables: { slug: 'غيره' } };
    expect((await readLifetime(request))[0]).toBeGreaterThan(1);
  });

  it('that is brought forward is no longer waited for', async () => {
    expect(await listSlugs()).toEqual([]);
    await writeArticle(service, { slug: 'مجدول', publishedAt: new Date('2024-06-12T09:10:00Z') });
    expect(await listSlugs()).toEqual([]);
    service.clock.set('2024-06-12T09:10:00.000Z');
    expect(await listSlugs()).toEqual(['مجدول']);
  });
});
