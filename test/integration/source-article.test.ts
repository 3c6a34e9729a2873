import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { ArticlePageDocument } from '../../examples/generated/operations';
import { Role } from '../../src/platform/request';
import { ask } from '../support/ask';
import { createEditor } from '../support/editing';
import { startApp, type TestApp } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const seed = join(__dirname, '..', '..', 'seeds', '000_19c48d52f7a295b8.txt');
/** What the page says in place of the photograph that it had here; the drawing has words of its own. */
const photographAlt =
  'تسليم كتائب القسام الدفعة الرابعة من الأسرى الإسرائيليين في غزة صور خاصة بالجزيرة';

interface Picture {
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly url: string | null;
  readonly small: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly placeholder: string | null;
  readonly creator: string | null;
  readonly copyright: string | null;
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
}

const picturesDocument = `{ articles { nodes { images {
  alt caption credit url width height placeholder creator copyright
  small: url(width: 320, format: WEBP, crop: SQUARE) sources { type srcset } } } } }`;

const readPictures = async (service: TestApp): Promise<readonly Picture[]> => {
  const { data } = await service.send<
    { articles: { nodes: { images: Picture[] }[] } },
    Record<string, never>
  >(picturesDocument);
  return data?.articles.nodes[0]?.images ?? [];
};

describe('the source article', () => {
  let service: TestApp;
  let slug: string;

  beforeAll(async () => {
    service = await startApp({ environment: { SEED: 'true' } });
    const { data } = await service.send<{ articles: { nodes: { slug: string }[] } }, never>(
      '{ articles { nodes { slug } } }',
    );
    slug = data?.articles.nodes[0]?.slug ?? '';
  });

  afterAll(() => service.stop());

  const readPage = async () => {
    const { data, errors } = await service.send(ArticlePageDocument, { slug });
    expect(errors).toEqual([]);
    const article = data?.article;
    if (article === null || article === undefined) throw new Error('The seed is not there');
    return article;
  };

  it('has three sections of five, seven and five paragraphs under their headings', async () => {
    const { sections } = await readPage();
    expect(sections.map(({ heading, paragraphs }) => [heading, paragraphs.length])).toEqual([
      [null, 5],
      ['زيارة القاهرة', 7],
      ['جهود أميركية', 5],
    ]);
  });

  it('has its two images in the sections that they stand in, with their credits', async () => {
    const { sections } = await readPage();
    expect(sections.map(({ images }) => images.map(({ credit }) => credit))).toEqual([
      ['الأناضول'],
      ['الجزيرة'],
      [],
    ]);
  });

  it('has the five minutes and the byline that the page states', async () => {
    const { readingTimeMinutes, byline, direction } = await readPage();
    expect({ readingTimeMinutes, byline, direction }).toEqual({
      readingTimeMinutes: 5,
      byline: 'فريق التحرير',
      direction: 'RTL',
    });
  });

  it('has every line of the file, in order, with no word lost or added', async () => {
    const page = await readPage();
    const served = [
      page.title,
      page.byline ?? '',
      ...page.sections.flatMap(({ heading, paragraphs, images }) => [
        ...(heading === null ? [] : [heading]),
        ...paragraphs,
        ...images.map(({ caption, credit }) => `${caption ?? ''} (${credit ?? ''})`),
      ]),
    ];
    const lines = (await readFile(seed, 'utf8'))
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '');
    const furniture = [
      'كتب فريق التحرير 5 دقيقة للقراءة',
      'شارك المقال',
      'اترك تعليقك',
      'اترك تعليقاً',
      photographAlt,
      page.commentPolicy.notice,
    ];
    expect(lines.filter((line) => !furniture.includes(line))).toEqual(served);
  });

  it('shows two pictures, each with an Arabic alt of its own and the page’s caption and credit', async () => {
    const pictures = await readPictures(service);
    expect(pictures.map(({ caption, credit }) => [caption, credit])).toEqual([
      ['بلينكن التقى في القاهرة الرئيس المصري عبد الفتاح السيسي', 'الأناضول'],
      [
        'جانب من تسليم كتائب القسام دفعة من الأسرى الإسرائيليين في غزة خلال صفقة أبرمت أثناء هدنة مؤقتة سابقة',
        'الجزيرة',
      ],
    ]);
    for (const picture of pictures) {
      expect(picture).toMatchObject({
        alt: expect.stringMatching(/^رسم رقمي: /) as string,
        width: 1600,
        height: 1067,
        placeholder: expect.stringMatching(/^data:image\//) as string,
        creator: 'Maqal',
        copyright: 'CC0 1.0',
      });
      expect(picture.sources.map(({ type }) => type)).toEqual([
        'image/avif',
        'image/webp',
        'image/jpeg',
      ]);
    }
  });

  it('serves its pictures, whole and cut to a square', async () => {
    const get = async (url: string | null) => {
      const { pathname, search } = new URL(url ?? '');
      const answer = await fetch(service.origin + pathname + search);
      const bytes = Buffer.from(await answer.arrayBuffer());
      return { status: answer.status, type: answer.headers.get('content-type'), bytes };
    };
    for (const { url, small } of await readPictures(service)) {
      const whole = await get(url);
      expect([whole.status, whole.type]).toEqual([200, 'image/jpeg']);
      expect(await sharp(whole.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1600 });
      const square = await get(small);
      expect([square.status, square.type]).toEqual([200, 'image/webp']);
      expect(await sharp(square.bytes).metadata()).toMatchObject({ width: 320, height: 320 });
    }
  });
});

describe('seeding', () => {
  let folder: string;
  let database: TestDatabase;
  const running: TestApp[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'maqal-seeding-'));
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map((service) => service.stop()));
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const start = async (filesDir: string) => {
    const environment = { SEED: 'true', FILES_DIR: filesDir };
    const service = await startApp({ database, environment });
    running.push(service);
    return service;
  };

  it('by instances that start at once makes one article, whose edits no later start undoes', async () => {
    const [service] = await Promise.all([start(folder), start(folder)]);
    const editor = await createEditor(service, Role.EDITOR);
    const listFiles = () =>
      ask<{ imageFiles: { totalCount: number } }>(
        service,
        '{ imageFiles { totalCount } }',
        {},
        editor.options,
      );
    expect((await listFiles()).imageFiles.totalCount).toBe(2);
    const { articles } = await ask<{ articles: { nodes: { id: string }[] } }>(
      service,
      '{ articles { nodes { id } } }',
    );
    expect(articles.nodes).toHaveLength(1);
    const article = await editor.read(articles.nodes[0]?.id ?? '');
    if (article === null) throw new Error('The seed is not there');
    const [{ id, body } = { id: '', body: '' }] = article.sections;
    const edited = await editor.change('updateArticle', article, {
      sections: [{ id, body, images: [{ id: article.images[0]?.id, alt: 'وصف المحرر' }] }],
    });
    await editor.change('publishArticle', edited);
    const later = await start(folder);
    expect((await readPictures(later)).map(({ alt }) => alt)).toEqual(['وصف المحرر']);
    expect((await listFiles()).imageFiles.totalCount).toBe(2);
  });

  it('goes without the pictures where no folder can be made for them', async () => {
    const service = await start('/dev/null/files');
    const pictures = await readPictures(service);
    expect(pictures.map(({ url, credit }) => [url, credit])).toEqual([
      [null, 'الأناضول'],
      [null, 'الجزيرة'],
    ]);
    expect(pictures[1]?.alt).toBe(photographAlt);
    expect(service.log.join('')).toContain('could not be kept');
  });
});
