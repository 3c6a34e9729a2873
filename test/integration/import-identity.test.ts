import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type FileReport, importFile } from '../../src/features/import';
import type { PageFacts } from '../../src/features/import/import.facts';
import { ask } from '../support/ask';
import { buildComment } from '../support/builders';
import { changeRow } from '../support/change-row';
import { startApp, type TestApp } from '../support/start-app';

interface FoundArticle {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly body: string;
}

let service: TestApp;
let folder: string;

beforeEach(async () => {
  service = await startApp();
  folder = await mkdtemp(join(tmpdir(), 'maqal-identity-'));
});

afterEach(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

const pageOf = (title: string, text: string) =>
  `${title}\n\nبقلم سارة علي\n\n${text}\n\nوتوقع خبراء الصعود.\n`;

async function write(path: string, title: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), pageOf(title, text));
}

const importPath = (path: string, facts: PageFacts = {}): Promise<FileReport> =>
  importFile(service.app.features.imports, path, { format: 'text', facts, isDryRun: false });

const importPage = (path: string, facts: PageFacts = {}) => importPath(join(folder, path), facts);

const at = (day: string): PageFacts => ({ publishedAt: new Date(`${day}T06:00:00Z`) });

async function listArticles(): Promise<readonly FoundArticle[]> {
  const { articles } = await ask<{ articles: { nodes: FoundArticle[] } }>(
    service,
    '{ articles { nodes { id slug title body(format: TEXT) } } }',
  );
  return articles.nodes;
}

const findArticle = async (slug: string) => {
  const { article } = await ask<{ article: FoundArticle | null }>(
    service,
    'query ($slug: String!) { article(slug: $slug) { id slug title body(format: TEXT) } }',
    { slug },
  );
  return article;
};

const gold = 'أسعار الذهب اليوم';

describe('importing pages of one base name and one headline', () => {
  beforeEach(async () => {
    await write('11/gold.txt', gold, 'سجل الذهب 2300 دولار اليوم الثلاثاء.');
    await write('12/gold.txt', gold, 'سجل الذهب 2350 دولارا اليوم الأربعاء.');
  });

  it('makes an article of each folder’s file, and leaves the comments where they are', async () => {
    const first = await importPage('11/gold.txt');
    await ask(
      service,
      'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }',
      {
        input: buildComment(first.articleId ?? ''),
      },
    );
    const second = await importPage('12/gold.txt');
    expect([first.outcome, second.outcome]).toEqual(['created', 'created']);
    expect([first.slug, second.slug]).toEqual(['أسعار-الذهب-اليوم', 'أسعار-الذهب-اليوم-2']);
    const { articles } = await ask<{
      articles: { nodes: { slug: string; commentCount: number }[] };
    }>(service, '{ articles { nodes { slug commentCount body(format: TEXT) } } }');
    expect(articles.nodes).toContainEqual(
      expect.objectContaining({ slug: first.slug, commentCount: 1 }),
    );
    expect((await findArticle(first.slug ?? ''))?.body).toContain('2300');
    expect((await findArticle(second.slug ?? ''))?.body).toContain('2350');
  });

  it('makes an article of each also where both say the same', async () => {
    await write('12/gold.txt', gold, 'سجل الذهب 2300 دولار اليوم الثلاثاء.');
    await importPage('11/gold.txt');
    expect((await importPage('12/gold.txt')).slug).toBe('أسعار-الذهب-اليوم-2');
    for (const path of ['11/gold.txt', '12/gold.txt']) {
      expect((await importPage(path)).outcome).toBe('unchanged');
    }
  });

  it('refuses a slug that another source’s article has, and changes nothing', async () => {
    await importPage('11/gold.txt', { slug: 'gold' });
    const refused = await importPage('12/gold.txt', { slug: 'gold' });
    expect(refused).toMatchObject({ outcome: 'refused', articleId: null });
    expect(refused.reason).toContain('gold');
    expect((await findArticle('gold'))?.body).toContain('2300');
  });
});

describe('importing a page with a slug that is chosen', () => {
  it.each(['a/b', 'a b', 'what?', '..', '\u0007x', ' '])('refuses %j', async (slug) => {
    await write('11/gold.txt', gold, 'سجل الذهب 2300 دولار اليوم الثلاثاء.');
    const refused = await importPage('11/gold.txt', { slug });
    expect(refused).toMatchObject({ outcome: 'refused', articleId: null });
    expect(refused.reason).toContain('cannot be used');
  });
});

describe('importing a page whose source key is known', () => {
  it('updates its article under a corrected headline; the former slug goes on answering', async () => {
    await write('page.txt', 'الوزير يزور القاهره', 'زار الوزير القاهرة أمس.');
    const first = await importPage('page.txt');
    await write('page.txt', 'وزير الخارجية يزور القاهرة', 'زار الوزير القاهرة أمس.');
    const second = await importPage('page.txt');
    expect(second).toMatchObject({
      ...{ outcome: 'updated', articleId: first.articleId, notes: [] },
      slug: 'وزير-الخارجية-يزور-القاهرة',
    });
    expect(await findArticle(first.slug ?? '')).toMatchObject({
      id: first.articleId,
      slug: second.slug,
    });
    expect(await listArticles()).toHaveLength(1);
    await write('page.txt', 'الوزير يزور القاهره', 'زار الوزير القاهرة أمس.');
    expect(await importPage('page.txt')).toMatchObject({ slug: first.slug, outcome: 'updated' });
    expect((await findArticle(second.slug ?? ''))?.id).toBe(first.articleId);
  });

  it('keeps a slug that an editor gave it since', async () => {
    await write('page.txt', 'عنوان أول', 'نص المقال.');
    const { articleId } = await importPage('page.txt');
    await service.app.features.articles.changeSlug(articleId ?? '', 'chosen');
    await write('page.txt', 'عنوان ثان', 'نص المقال.');
    expect(await importPage('page.txt')).toMatchObject({ articleId, slug: 'chosen' });
  });

  it('gives it the slug that the caller chooses now', async () => {
    await write('page.txt', 'عنوان أول', 'نص المقال.');
    const { articleId } = await importPage('page.txt');
    expect(await importPage('page.txt', { slug: 'now' })).toMatchObject({ articleId, slug: 'now' });
    expect((await findArticle('عنوان-أول'))?.id).toBe(articleId);
  });

  it('makes another article for another stated day, and says so', async () => {
    await write('gold.txt', gold, 'سجل الذهب 2300 دولار.');
    const tuesday = await importPage('gold.txt', at('2024-06-11'));
    await write('gold.txt', gold, 'سجل الذهب 2350 دولارا.');
    const wednesday = await importPage('gold.txt', at('2024-06-12'));
    expect(wednesday).toMatchObject({ outcome: 'created', slug: 'أسعار-الذهب-اليوم-2' });
    expect(wednesday.notes.join()).toMatch(/another day, 2024-06-12/u);
    expect(wednesday.notes.join()).toContain(tuesday.articleId);
    expect((await findArticle(tuesday.slug ?? ''))?.body).toContain('2300');
    await write('gold.txt', gold, 'سجل الذهب 2301 دولار.');
    expect(await importPage('gold.txt', at('2024-06-11'))).toMatchObject({
      ...{ outcome: 'updated', articleId: tuesday.articleId, notes: [] },
    });
    // Without a date it is a correction of the latest.
    expect(await importPage('gold.txt')).toMatchObject({ articleId: wednesday.articleId });
  });

  it('takes the day that the page itself states, but no update’s', async () => {
    const dated = (date: string, text: string) =>
      writeFile(join(folder, 'gold.txt'), `${gold}\n\n${date}\n\n${text}\n\nوتوقع خبراء الصعود.\n`);
    await dated('الثلاثاء 11 يونيو 2024', 'سجل الذهب 2300 دولار.');
    const tuesday = await importPage('gold.txt');
    await dated('الثلاثاء 11 يونيو 2024 | آخر تحديث: 12 يونيو 2024', 'سجل الذهب 2301 دولار.');
    expect(await importPage('gold.txt')).toMatchObject({
      ...{ outcome: 'updated', articleId: tuesday.articleId },
    });
    await dated('الأربعاء 12 يونيو 2024', 'سجل الذهب 2350 دولارا.');
    const wednesday = await importPage('gold.txt');
    expect(wednesday).toMatchObject({ outcome: 'created', slug: 'أسعار-الذهب-اليوم-2' });
    expect(wednesday.notes.join()).toMatch(/another day, 2024-06-12/u);
  });

  it('publishes a new article on the day that its page states, in another calendar too', async () => {
    const publishedAtOf = async (date: string) => {
      const page = `${gold}\n\n${date}\n\nسجل الذهب 2300 دولار.\n\nوتوقع خبراء الصعود.\n`;
      await writeFile(join(folder, 'dated.txt'), page);
      const { slug } = await importPage('dated.txt');
      const { article } = await ask<{ article: { publishedAt: string } | null }>(
        service,
        'query ($slug: String!) { article(slug: $slug) { publishedAt } }',
        { slug },
      );
      return article?.publishedAt;
    };
    expect(await publishedAtOf('1 محرم 1440 هـ')).toBe('2018-09-11T00:00:00.000Z');
    expect(await publishedAtOf('۲۲ خرداد ۱۴۰۲')).toBe('2023-06-12T00:00:00.000Z');
    expect(await publishedAtOf('11 يونيو 2023')).toBe('2023-06-11T00:00:00.000Z');
  });

  it('takes a day that is stated only later for a correction', async () => {
    await write('gold.txt', gold, 'سجل الذهب 2300 دولار.');
    const first = await importPage('gold.txt');
    const second = await importPage('gold.txt', at('2024-06-11'));
    expect(second).toMatchObject({ outcome: 'updated', articleId: first.articleId });
    expect(await importPage('gold.txt', at('2024-06-12'))).toMatchObject({ outcome: 'created' });
  });
});

describe('the source key', () => {
  it('is the path as it was given, without ./', async () => {
    await write('a.txt', 'عنوان', 'نص المقال.');
    await write('b/c.txt', 'عنوان آخر', 'نص آخر للمقال.');
    const first = await importPath(join(folder, 'a.txt'));
    expect((await importPath(`${folder}/./a.txt`)).articleId).toBe(first.articleId);
    expect((await importPath(`${folder}/b/../a.txt`)).articleId).toBe(first.articleId);
  });

  it('is what the caller says, or the facts file, wherever the file lies', async () => {
    await write('one/a.txt', 'عنوان', 'نص المقال.');
    await write('two/b.txt', 'عنوان آخر', 'نص آخر للمقال.');
    const first = await importPage('one/a.txt', { source: 'cms:17' });
    expect((await importPage('two/b.txt', { source: 'cms:17' })).articleId).toBe(first.articleId);
    await writeFile(join(folder, 'one/a.json'), JSON.stringify({ source: 'cms:17' }));
    expect((await importPage('one/a.txt')).articleId).toBe(first.articleId);
    expect(await importPage('one/a.txt', { source: 'cms:18' })).toMatchObject({
      outcome: 'created',
    });
  });

  it.each([
    ['blank', ' '],
    ['of two lines', 'a\nb'],
    ['too long', 'a'.repeat(801)],
  ])('is refused in a facts file where it is %s', async (_, source) => {
    await write('a.txt', 'عنوان', 'نص المقال.');
    await writeFile(join(folder, 'a.json'), JSON.stringify({ source }));
    const report = await importPage('a.txt');
    expect(report.outcome).toBe('refused');
    expect(report.reason).toMatch(/source: wanted one line of 1 to 800 characters/u);
  });
});

describe('an article that was imported before there were source keys', () => {
  /** As the migration leaves it: the base name, and no day. */
  const makeOld = (id: string, baseName: string) =>
    changeRow(service, id, `source_key = '*/${baseName}', source_day = NULL`);

  it('is found by its base name and its headline, and from then on by its whole path', async () => {
    await write('11/gold.txt', gold, 'سجل الذهب 2300 دولار.');
    await write('12/gold.txt', gold, 'سجل الذهب 2350 دولارا.');
    const first = await importPage('11/gold.txt');
    await makeOld(first.articleId ?? '', 'gold.txt');
    expect(await importPage('11/gold.txt')).toMatchObject({
      ...{ outcome: 'unchanged', articleId: first.articleId },
    });
    expect(await importPage('12/gold.txt')).toMatchObject({ outcome: 'created' });
  });

  it('is left alone by a page of another day or another headline', async () => {
    await write('11/gold.txt', gold, 'سجل الذهب 2300 دولار.');
    const first = await importPage('11/gold.txt', at('2024-06-11'));
    await makeOld(first.articleId ?? '', 'gold.txt');
    await write('12/gold.txt', gold, 'سجل الذهب 2350 دولارا.');
    expect(await importPage('12/gold.txt', at('2024-06-12'))).toMatchObject({ outcome: 'created' });
    await write('13/gold.txt', 'عنوان آخر', 'سجل الذهب 2360 دولارا.');
    expect(await importPage('13/gold.txt')).toMatchObject({ outcome: 'created' });
    expect((await findArticle(first.slug ?? ''))?.body).toContain('2300');
  });

  it('is found by the slug that its facts file chose', async () => {
    await write('11/gold.txt', gold, 'سجل الذهب 2300 دولار.');
    const first = await importPage('11/gold.txt', { slug: 'gold' });
    await makeOld(first.articleId ?? '', 'gold.txt');
    await write('11/gold.txt', gold, 'سجل الذهب 2301 دولار.');
    expect(await importPage('11/gold.txt', { slug: 'gold' })).toMatchObject({
      ...{ outcome: 'updated', articleId: first.articleId },
    });
  });
});

describe('a file that is larger than a page', () => {
  it.each(['a.txt', 'a.json'])('is refused before it is read whole: %s', async (name) => {
    await write('a.txt', 'عنوان', 'نص المقال.');
    await writeFile(join(folder, name), 'a'.repeat(4 * 1024 * 1024 + 1));
    const report = await importPage('a.txt');
    expect(report.outcome).toBe('refused');
    expect(report.reason).toMatch(/it has more than 4194304 bytes/u);
  });
});
