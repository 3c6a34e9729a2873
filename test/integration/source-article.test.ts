import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ArticlePageDocument } from '../../examples/generated/operations';
import { startApp, type TestApp } from '../support/start-app';

const seed = join(__dirname, '..', '..', 'seeds', '000_19c48d52f7a295b8.txt');

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
        ...images.flatMap(({ alt, caption, credit }) => [
          ...(alt === caption ? [] : [alt]),
          `${caption ?? ''} (${credit ?? ''})`,
        ]),
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
      page.commentPolicy.notice,
    ];
    expect(lines.filter((line) => !furniture.includes(line))).toEqual(served);
  });
});
