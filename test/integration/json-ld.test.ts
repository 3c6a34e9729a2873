import { Role } from '../../src/platform/request';
import { addComment } from '../support/add-comments';
import { ask } from '../support/ask';
import { createEditor, type EditedArticle, type Editor } from '../support/editing';
import { get } from '../support/http';
import { makeAlt, makeXmp } from '../support/made-pictures';
import { drawPicture, takeFile } from '../support/pictures';
import { startApp, type TestApp } from '../support/start-app';

let service: TestApp;
let editor: Editor;

beforeAll(async () => {
  service = await startApp({
    environment: {
      PUBLIC_URL: 'https://news.example/',
      FILES_URL: 'https://pictures.example',
    },
  });
  editor = await createEditor(service, Role.EDITOR);
});

afterAll(() => service.stop());

const publish = async (input: object): Promise<EditedArticle> =>
  editor.change('publishArticle', await editor.create(input));

const readText = async (id: string, options = {}): Promise<string> => {
  const { article } = await ask<{ article: { jsonLd: string } }>(
    ...([service, 'query ($id: ID!) { article(id: $id) { jsonLd } }', { id }, options] as const),
  );
  return article.jsonLd;
};

const read = async (id: string, options = {}): Promise<Record<string, unknown>> =>
  JSON.parse(await readText(id, options)) as Record<string, unknown>;

const takePicture = async (width = 1_600, height = 800) => {
  const xmp = makeXmp(
    [
      makeAlt('dc:description', [['ar', 'ميناء غزة عند الفجر']]),
      makeAlt('dc:rights', [
        ['x-default', '© Anadolu 2024'],
        ['ar', '© الأناضول 2024'],
      ]),
      '<dc:creator><rdf:Seq><rdf:li>ليلى حسن</rdf:li><rdf:li>Jane Roe</rdf:li></rdf:Seq></dc:creator>',
      '<photoshop:Credit>الأناضول</photoshop:Credit>',
      '<xmpRights:WebStatement>https://example.org/rights</xmpRights:WebStatement>',
    ].join(''),
  );
  return takeFile(service, await drawPicture(width, height).jpeg().withXmp(xmp).toBuffer());
};

const updateFile = (input: object) =>
  ask(
    service,
    `mutation ($input: UpdateImageFileInput!) {
      updateImageFile(input: $input) { userErrors { code } } }`,
    { input },
    editor.options,
  );

describe('Article.jsonLd', () => {
  it('tells all that is known of an article', async () => {
    const file = await takePicture();
    const { id, slug } = await publish({
      ...{ title: 'خبر عن غزة', summary: 'ملخص الخبر.', byline: 'ليلى حسن' },
      ...{ tags: ['غزة', 'مصر'], readingTimeMinutes: 7 },
      leadImage: { fileId: file.id },
      sections: [
        {
          body: 'الفقرة الأولى من أربع كلمات.',
          images: [{ url: 'https://elsewhere.example/storm.jpg', alt: 'عاصفة', width: 40 }],
        },
      ],
    });
    await addComment(service, id);
    const url = `https://news.example/articles/${encodeURIComponent(slug)}`;
    const pictureUrl = `https://pictures.example/files/${file.id}/1200-none.jpeg?v=1`;
    expect(await read(id)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      mainEntityOfPage: { '@type': 'WebPage', '@id': url },
      url,
      headline: 'خبر عن غزة',
      description: 'ملخص الخبر.',
      inLanguage: 'ar',
      datePublished: '2024-06-12T09:00:00.000Z',
      dateModified: '2024-06-12T09:00:00.000Z',
      author: { '@type': 'Person', name: 'ليلى حسن' },
      keywords: ['غزة', 'مصر'],
      image: [
        {
          '@type': 'ImageObject',
          ...{ contentUrl: pictureUrl, url: pictureUrl, width: 1_200, height: 600 },
          caption: 'ميناء غزة عند الفجر',
          creditText: 'الأناضول',
          creator: [
            { '@type': 'Person', name: 'ليلى حسن' },
            { '@type': 'Person', name: 'Jane Roe' },
          ],
          copyrightNotice: '© الأناضول 2024',
          license: 'https://example.org/rights',
        },
        {
          '@type': 'ImageObject',
          contentUrl: 'https://elsewhere.example/storm.jpg',
          url: 'https://elsewhere.example/storm.jpg',
          width: 40,
        },
      ],
      wordCount: 5,
      timeRequired: 'PT7M',
      commentCount: 1,
    });
  });

  it('has no member for what there is not', async () => {
    const { id } = await editor.create({ leadImage: { alt: 'صورة بلا عنوان' } });
    const draft = await read(id, editor.options);
    for (const name of ['description', 'author', 'datePublished', 'keywords', 'image']) {
      expect(draft).not.toHaveProperty(name);
    }
    expect(draft).toMatchObject({ timeRequired: 'PT1M', commentCount: 0 });
  });

  it.each([
    ['فريق التحرير', 'Organization'],
    ['هيئة التحرير', 'Organization'],
    ['Newsroom staff', 'Organization'],
    ['فريقة أحمد', 'Person'],
    ['Stafford Jones', 'Person'],
  ])('takes the author %s for a %s', async (byline, type) => {
    const { id } = await publish({ byline });
    expect(await read(id)).toMatchObject({ author: { '@type': type, name: byline } });
  });

  it('can stand in a page’s script element, whatever the texts hold', async () => {
    const title = 'قال: </script><script>alert(1)</script> <!-- & "نعم" \\';
    const summary = 'فقرة & أخرى <b>غليظة</b>';
    const { id } = await publish({ title, summary, tags: ['R&D'], byline: '<!--<script>' });
    const text = await readText(id);
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).toMatchObject({
      ...{ headline: title, description: summary, keywords: ['R&D'] },
      author: { name: '<!--<script>' },
    });
  });

  it('serves the picture that it names, at the size that it states', async () => {
    const file = await takePicture(900, 600);
    const { id } = await publish({ leadImage: { fileId: file.id } });
    const { image } = (await read(id)) as { image: { contentUrl: string; width: number }[] };
    const { pathname, search } = new URL(image[0]?.contentUrl ?? '');
    const answer = await fetch(`${service.origin}${pathname}${search}`, { redirect: 'error' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(image[0]).toMatchObject({ width: 900, height: 600 });
  });

  it('says first when readers first saw it, and never that it changed before', async () => {
    const at = '2024-06-12T10:00:00.000Z';
    const scheduled = await editor.change('publishArticle', await editor.create(), { at });
    const { id } = scheduled;
    service.clock.set('2024-06-12T11:00:00.000Z');
    expect(await read(id)).toMatchObject({ datePublished: at, dateModified: at });
    const seen = (await editor.read(id)) ?? scheduled;
    const corrected = await editor.change('updateArticle', seen, {
      publishedAt: '2024-06-01T08:00:00.000Z',
      correction: 'ورد خطأ في نسخة سابقة.',
    });
    await editor.change('publishArticle', corrected);
    expect(await read(id)).toMatchObject({
      datePublished: at,
      dateModified: '2024-06-12T11:00:00.000Z',
      correction: 'ورد خطأ في نسخة سابقة.',
    });
  });
});

describe('the operation ArticleJsonLd', () => {
  it('is answered anew after whatever it shows has changed', async () => {
    const file = await takePicture();
    const article = await publish({ tags: ['بيروت'], leadImage: { fileId: file.id } });
    const answer = async () => {
      const variables = { slug: article.slug };
      const { text } = await get(service, { documentId: 'ArticleJsonLd', variables });
      const { data } = JSON.parse(text) as { data: { article: { jsonLd: string } } };
      return JSON.parse(data.article.jsonLd) as { image: object[] } & Record<string, unknown>;
    };
    await answer();
    service.statements.length = 0;
    expect(await answer()).toMatchObject({ keywords: ['بيروت'], commentCount: 0 });
    expect(service.statements).toEqual([]);

    await addComment(service, article.id);
    expect(await answer()).toMatchObject({ commentCount: 1 });

    await updateFile({ id: file.id, focalPoint: { x: 0.1, y: 0.1 } });
    const contentUrl = expect.stringMatching(/\?v=2$/) as string;
    expect((await answer()).image[0]).toMatchObject({ contentUrl });

    const { tag } = await ask<{ tag: { id: string } }>(
      service,
      '{ tag(slug: "بيروت") { id } }',
      {},
    );
    await ask(
      service,
      `mutation ($input: RenameTagInput!) { renameTag(input: $input) { userErrors { code } } }`,
      { input: { id: tag.id, name: 'مدينة بيروت' } },
      editor.options,
    );
    expect(await answer()).toMatchObject({ keywords: ['مدينة بيروت'] });

    const edited = await editor.change('updateArticle', article, {
      ...{ title: 'عنوان آخر', correction: 'تصحيح.', tags: [] },
    });
    await editor.change('publishArticle', edited);
    const latest = await answer();
    expect(latest).toMatchObject({ headline: 'عنوان آخر', correction: 'تصحيح.' });
    expect(latest).not.toHaveProperty('keywords');
  });
});
