import type { Article } from '../../examples/generated/operations';
import { ask, codesOf } from '../support/ask';
import { buildDraft, writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { startApp, type TestApp } from '../support/start-app';

const fields = `
  id slug locale direction title summary byline status publishedAt createdAt updatedAt
  version wordCount readingTimeMinutes url`;

let service: TestApp;

const readArticle = async <Field extends keyof Article>(
  slug: string,
  selection: string,
): Promise<Pick<Article, Field> | null> => {
  const document = `query ($slug: String!) { article(slug: $slug) { ${selection} } }`;
  const { article } = await ask<{ article: Pick<Article, Field> | null }>(service, document, {
    slug,
  });
  return article;
};

beforeAll(async () => {
  service = await startApp({ environment: { PUBLIC_URL: 'https://news.example/' } });
});

afterAll(() => service.stop());

describe('article by id', () => {
  const byId = 'query ($slug: String, $id: ID) { article(slug: $slug, id: $id) { id slug } }';
  const read = (variables: object) => service.send<{ article: unknown }, object>(byId, variables);

  it('answers the same article as by its slug', async () => {
    const { article } = await writeArticle(service);
    const { id, slug } = article;
    expect((await read({ id })).data).toEqual({ article: { id, slug } });
    expect((await read({ slug, id: null })).data).toEqual({ article: { id, slug } });
  });

  it('is null for an id of nothing, of something else, and of an article that is hidden', async () => {
    const { article } = await writeArticle(service);
    await changeRow(service, article.id, `status = 'DRAFT'`);
    const others = [article.id, 'article_00000000000000000000000000', 'comment_none', '', '\u0000'];
    for (const id of others) expect((await read({ id })).data).toEqual({ article: null });
  });

  it('fails with BAD_USER_INPUT unless exactly one of slug and id is sent', async () => {
    const { article } = await writeArticle(service);
    const { id, slug } = article;
    for (const variables of [{}, { slug: null, id: null }, { slug, id }]) {
      const answer = await read(variables);
      expect([answer.data?.article, codesOf(answer)]).toEqual([null, ['BAD_USER_INPUT']]);
      expect(answer.errors[0]?.message).toMatch(/exactly one of the arguments "slug" and "id"/);
    }
  });
});

describe('article', () => {
  it('answers everything that a page prints of an article', async () => {
    await writeArticle(service, {
      slug: 'لقاء-القاهرة',
      title: 'لقاء القاهرة',
      summary: 'خلاصة اللقاء.',
      statedReadingTimeMinutes: 5,
    });
    expect(await readArticle('لقاء-القاهرة', fields)).toEqual({
      id: expect.stringMatching(/^article_[0-9a-z]{26}$/) as string,
      slug: 'لقاء-القاهرة',
      locale: 'ar',
      direction: 'RTL',
      title: 'لقاء القاهرة',
      summary: 'خلاصة اللقاء.',
      byline: 'فريق التحرير',
      status: 'PUBLISHED',
      publishedAt: '2024-06-11T09:00:00.000Z',
      createdAt: '2024-06-12T09:00:00.000Z',
      updatedAt: '2024-06-12T09:00:00.000Z',
      version: 1,
      wordCount: 10,
      readingTimeMinutes: 5,
      url: `https://news.example/articles/${encodeURIComponent('لقاء-القاهرة')}`,
    });
  });

  it('is null for a slug that no article has', async () => {
    expect(await readArticle('no-such-slug', 'id')).toBeNull();
  });

  it('is null for a slug that no database could hold', async () => {
    expect(await readArticle('nul-\u0000-byte', 'id')).toBeNull();
  });

  it('finds an Arabic slug that is written with combining marks', async () => {
    await writeArticle(service, { slug: 'القرآن-والأدب' });
    const decomposed = 'القرآن-والأدب'.normalize('NFD');
    expect(decomposed).not.toBe('القرآن-والأدب');
    expect(await readArticle(decomposed, 'slug')).toEqual({ slug: 'القرآن-والأدب' });
  });

  it('is null for a summary and a byline that the source does not have', async () => {
    await writeArticle(service, { slug: 'anonymous', summary: null, byline: null });
    expect(await readArticle('anonymous', 'summary byline')).toEqual({
      summary: null,
      byline: null,
    });
  });

  it('runs from left to right in English, and from right to left in Urdu', async () => {
    await writeArticle(service, { slug: 'in-english', locale: 'en' });
    await writeArticle(service, { slug: 'in-urdu', locale: 'ur' });
    const directions = [
      await readArticle('in-english', 'locale direction'),
      await readArticle('in-urdu', 'locale direction'),
    ];
    expect(directions).toEqual([
      { locale: 'en', direction: 'LTR' },
      { locale: 'ur', direction: 'RTL' },
    ]);
  });

  it.each([
    [138, 1],
    [139, 2],
    [579, 5],
  ])(
    'takes %i Arabic words for %i minutes where the source states none',
    async (words, minutes) => {
      const slug = `words-${words}`;
      const body = Array.from({ length: words }, () => 'كلمة').join(' ');
      await writeArticle(service, { slug, sections: [{ heading: null, body, images: [] }] });
      expect(await readArticle(slug, 'wordCount readingTimeMinutes')).toEqual({
        wordCount: words,
        readingTimeMinutes: minutes,
      });
    },
  );

  it('rises in version when it is written anew, and keeps its id and the time of its making', async () => {
    const draft = buildDraft({ slug: 'edited' });
    await writeArticle(service, draft);
    const before = await readArticle<'id' | 'createdAt'>('edited', 'id createdAt');
    service.clock.advance(60_000);
    await writeArticle(service, { ...draft, title: 'عنوان جديد' });
    expect(await readArticle('edited', 'id createdAt title version updatedAt')).toEqual({
      ...before,
      title: 'عنوان جديد',
      version: 2,
      updatedAt: service.clock.now().toISOString(),
    });
  });

  it('stays as it is when the same text is written again', async () => {
    const draft = buildDraft({ slug: 'unchanged' });
    await writeArticle(service, draft);
    const before = await readArticle('unchanged', fields);
    service.clock.advance(60_000);
    await writeArticle(service, draft);
    expect(await readArticle('unchanged', fields)).toEqual(before);
  });
});

describe('article, to a reader', () => {
  it('appears at the instant of its publication, by the clock alone', async () => {
    const publishedAt = new Date(service.clock.now().getTime() + 5_000);
    await writeArticle(service, { slug: 'scheduled', publishedAt });
    service.clock.advance(4_999);
    expect(await readArticle('scheduled', 'status')).toBeNull();
    service.clock.advance(1);
    expect(await readArticle('scheduled', 'status')).toEqual({ status: 'PUBLISHED' });
  });

  it.each(['DRAFT', 'ARCHIVED'])('is null while it is %s', async (status) => {
    const slug = `hidden-${status}`;
    const { article } = await writeArticle(service, { slug });
    await changeRow(service, article.id, `status = '${status}'`);
    expect(await readArticle(slug, 'id')).toBeNull();
  });
});
