import { importFile } from '../../src/features/import';
import { ask, recordStatements } from '../support/ask';
import { buildDraft, writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { runSql } from '../support/raw-database';
import { startApp, type TestApp } from '../support/start-app';
import { createTestDatabase } from '../support/test-database';

let service: TestApp;

beforeAll(async () => {
  service = await startApp();
});

afterAll(() => service.stop());

const find = async (slug: string): Promise<{ id: string; slug: string } | null> => {
  const { article } = await ask<{ article: { id: string; slug: string } | null }>(
    service,
    'query ($slug: String!) { article(slug: $slug) { id slug } }',
    { slug },
  );
  return article;
};

const derive = (slug: string, sourceKey: string | null, title: string) =>
  writeArticle(service, { slug, isSlugChosen: false, sourceKey, title });

describe('a slug that follows from a title', () => {
  it('gets the first number that is free, where other articles have it', async () => {
    const slugs = [];
    for (const file of ['a', 'b', 'c']) {
      slugs.push((await derive('نشرة-الأخبار', `${file}.txt`, file)).article.slug);
    }
    expect(slugs).toEqual(['نشرة-الأخبار', 'نشرة-الأخبار-2', 'نشرة-الأخبار-3']);
  });

  it('is another’s also where it is only spelled otherwise', async () => {
    await derive('إلى-القاهرة', 'd.txt', 'واحد');
    const { article } = await derive('الى-القاهره', 'e.txt', 'اثنان');
    expect(article.slug).toBe('الى-القاهره-2');
  });

  it('is the same article for the same file, whatever the number', async () => {
    await derive('يوميات', 'one.txt', 'الأول');
    const { article } = await derive('يوميات', 'two.txt', 'الثاني');
    const edited = await derive('يوميات', 'two.txt', 'الثاني منقحًا');
    expect([edited.outcome, edited.article.id]).toEqual(['updated', article.id]);
    expect(edited.article.slug).toBe('يوميات-2');
    expect((await derive('يوميات', 'two.txt', 'الثاني منقحًا')).outcome).toBe('unchanged');
  });

  it('is the same article for the same text without a source, and another one for each source', async () => {
    const { article } = await derive('نسخة', null, 'النسخة');
    const again = await derive('نسخة', null, 'النسخة');
    expect([again.outcome, again.article.id]).toEqual(['unchanged', article.id]);
    expect((await derive('نسخة', 'there.txt', 'النسخة')).article.slug).toBe('نسخة-2');
  });

  it('is told by a dry run as it would be', async () => {
    await derive('خطة', 'plan.txt', 'الأولى');
    const draft = buildDraft({ slug: 'خطة', isSlugChosen: false, sourceKey: 'other.txt' });
    const planned = await service.app.features.articles.plan(draft);
    expect([planned.outcome, planned.article.slug]).toEqual(['created', 'خطة-2']);
    expect(await find('خطة-2')).toBeNull();
  });

  it('stays within its length, in whole words, with its number', async () => {
    const long = `${'كلمة-'.repeat(15)}كلمة`;
    await derive(long, 'long-1.txt', 'واحد');
    const { article } = await derive(long, 'long-2.txt', 'اثنان');
    expect(article.slug).toMatch(/^(كلمة-)+2$/u);
    expect(article.slug.length).toBeLessThanOrEqual(80);
  });
});

describe('a slug that somebody chose', () => {
  it('is refused where it reads like another article’s', async () => {
    await writeArticle(service, { slug: 'مقالة-مختارة' });
    await expect(writeArticle(service, { slug: 'مقاله-مختاره' })).rejects.toMatchObject({
      code: 'SLUG_TAKEN',
    });
  });
});

describe('an article whose slug has changed', () => {
  const change = (id: string, slug: string) => service.app.features.articles.changeSlug(id, slug);

  it('answers to all the slugs that it had, with the present one', async () => {
    const { article } = await writeArticle(service, { slug: 'أول-اسم' });
    expect(await find('ثاني-اسم')).toBeNull();
    expect((await find('أول-اسم'))?.slug).toBe('أول-اسم');
    const changed = await change(article.id, 'ثاني-اسم');
    expect([changed?.slug, changed?.version]).toEqual(['ثاني-اسم', 2]);
    await change(article.id, 'ثالث-اسم');
    for (const slug of ['أول-اسم', 'ثاني-اسم', 'ثالث-اسم']) {
      expect(await find(slug)).toEqual({ id: article.id, slug: 'ثالث-اسم' });
    }
  });

  it('may have a former one back', async () => {
    const { article } = await writeArticle(service, { slug: 'ذهاب' });
    await change(article.id, 'إياب');
    await change(article.id, 'ذهاب');
    expect((await find('ذهاب'))?.slug).toBe('ذهاب');
    expect((await find('إياب'))?.slug).toBe('ذهاب');
  });

  it('is found by a former slug until another article takes it', async () => {
    const { article } = await writeArticle(service, { slug: 'متروك' });
    await change(article.id, 'متروك-قديم');
    expect((await find('متروك'))?.id).toBe(article.id);
    const { article: other } = await writeArticle(service, { slug: 'متروك' });
    expect((await find('متروك'))?.id).toBe(other.id);
  });

  it('keeps its former slugs from titles, and is still known by its file', async () => {
    const { article } = await derive('عنوان-الملف', 'renamed.txt', 'العنوان');
    await change(article.id, 'اسم-آخر');
    const again = await derive('عنوان-الملف', 'renamed.txt', 'العنوان');
    expect([again.outcome, again.article.slug]).toEqual(['unchanged', 'اسم-آخر']);
    const other = await derive('عنوان-الملف', 'another.txt', 'عنوان آخر');
    expect(other.article.slug).toBe('عنوان-الملف-2');
  });

  it('is refused a slug that reads like another’s, and stays as it was', async () => {
    const { article } = await writeArticle(service, { slug: 'باق' });
    await writeArticle(service, { slug: 'محجوزة' });
    await expect(change(article.id, 'محجوزه')).rejects.toMatchObject({ code: 'SLUG_TAKEN' });
    expect((await find('باق'))?.slug).toBe('باق');
  });

  it('is null where there is no such article', async () => {
    expect(await change('article_00000000000000000000000000', 'لا-أحد')).toBeNull();
  });

  it('is read by one statement, by either slug', async () => {
    const { article } = await writeArticle(service, { slug: 'قبل' });
    await change(article.id, 'بعد');
    for (const slug of ['قبل', 'بعد']) {
      const labels = await recordStatements(service, (options) =>
        ask(service, `{ article(slug: "${slug}") { title } }`, {}, options),
      );
      expect(labels).toEqual(['article.findBySlug']);
    }
  });
});

describe('importing', () => {
  it('changes nothing the second time, also beside another page of the same headline', async () => {
    const options = { format: 'text' as const, facts: {}, isDryRun: false };
    const file = 'seeds/000_19c48d52f7a295b8.txt';
    const first = await importFile(service.app.features.imports, file, options);
    await writeArticle(service, {
      ...{ slug: first.slug ?? '', isSlugChosen: false, sourceKey: 'another.txt' },
      title: 'عنوان آخر',
    });
    const again = await importFile(service.app.features.imports, file, options);
    expect([first.outcome, again.outcome, again.slug]).toEqual([
      'created',
      'unchanged',
      first.slug,
    ]);
  });
});

describe('a slug with a letter that the fold did not know before', () => {
  it('is found, and taken, after the service is updated', async () => {
    const database = await createTestDatabase();
    const before = await startApp({ database });
    const { article } = await writeArticle(before, { slug: 'گھر', sourceKey: 'urdu.txt' });
    await changeRow(before, article.id, `slug_key = 'گھر'`);
    await before.stop();
    await runSql(database, `DELETE FROM migrations WHERE name LIKE 'RefoldSlugs%'`);
    const after = await startApp({ database });
    const typed = { slug: 'گهر', isSlugChosen: false, sourceKey: 'persian.txt', title: 'گهر' };
    expect((await writeArticle(after, typed)).article.slug).toBe('گهر-2');
    expect((await writeArticle(after, { slug: 'سوق' })).article.slug).toBe('سوق');
    await after.stop();
    await database.drop();
  });
});
