import { Role } from '../../src/platform/request';
import { ask, recordStatements } from '../support/ask';
import { createEditor, type EditedArticle, type Editor } from '../support/editing';
import { request } from '../support/http';
import { drawPicture, type SentFile, takeFile } from '../support/pictures';
import { startApp, type TestApp } from '../support/start-app';
import { createToken, withToken } from '../support/tokens';

let service: TestApp;
let editor: Editor;
let admin: Editor;

beforeAll(async () => {
  service = await startApp();
  editor = await createEditor(service, Role.EDITOR);
  admin = await createEditor(service, Role.ADMIN);
});

afterAll(() => service.stop());

/** A picture that says of itself who took it, what it shows, and whom it belongs to. */
const takePicture = async (width = 900, height = 600): Promise<SentFile> => {
  const bytes = await drawPicture(width, height).jpeg().withXmp(xmp).toBuffer();
  return takeFile(service, bytes);
};

const alternatives = (arabic: string, english: string) =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${english}</rdf:li><rdf:li xml:lang="en">${english}</rdf:li>
   <rdf:li xml:lang="ar">${arabic}</rdf:li></rdf:Alt>`;

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
    xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
    <rdf:Description rdf:about="" photoshop:Credit="الأناضول">
      <dc:description>${alternatives('ميناء غزة عند الفجر', 'The port of Gaza at dawn')}</dc:description>
      <Iptc4xmpCore:AltTextAccessibility>${alternatives('قوارب راسية', 'Moored boats')}</Iptc4xmpCore:AltTextAccessibility>
      <dc:creator><rdf:Seq><rdf:li>ليلى حسن</rdf:li></rdf:Seq></dc:creator>
      <dc:rights>${alternatives('© الأناضول 2024', '© Anadolu 2024')}</dc:rights>
    </rdf:Description>
  </rdf:RDF>
</x:xmpmeta>`;

interface ShownImage {
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly creator: string | null;
  readonly copyright: string | null;
  readonly url: string | null;
  readonly small: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly placeholder: string | null;
  readonly sources: readonly { type: string; srcset: string }[];
  readonly file: { id: string } | null;
}

const shownArticle = `query ($id: ID!) { article(id: $id) { images {
  alt caption credit creator copyright url width height placeholder file { id }
  small: url(width: 300, format: WEBP, crop: SQUARE)
  sources(widths: [320, 800], crop: WIDE_16_9) { type srcset }
} } }`;

const readImages = async (id: string, options = {}): Promise<readonly ShownImage[]> => {
  const { article } = await ask<{ article: { images: ShownImage[] } }>(
    ...([service, shownArticle, { id }, options] as const),
  );
  return article.images;
};

const publish = async (input: object): Promise<EditedArticle> =>
  editor.change('publishArticle', await editor.create(input));

const deleteFile = async (file: SentFile, { options }: Editor, force = false) => {
  const document = `mutation ($input: DeleteImageFileInput!) {
    deleteImageFile(input: $input) { deletedId userErrors { code field } } }`;
  const { deleteImageFile } = await ask<{
    deleteImageFile: { deletedId: string | null; userErrors: { code: string; field: string[] }[] };
  }>(service, document, { input: { id: file.id, force } }, options);
  return deleteImageFile;
};

const getPath = (url: string) => request(service, new URL(url).pathname + new URL(url).search);

describe('a picture of an article', () => {
  it('is served to readers with what its file says in the article’s language', async () => {
    const file = await takePicture();
    const { id } = await publish({ leadImage: { fileId: file.id } });
    const [image] = await readImages(id);
    expect(image).toMatchObject({
      ...{ alt: 'قوارب راسية', caption: 'ميناء غزة عند الفجر', credit: 'الأناضول' },
      ...{ creator: 'ليلى حسن', copyright: '© الأناضول 2024', width: 900, height: 600 },
      ...{ placeholder: file.placeholder, file: null },
    });
    expect(image?.sources.map(({ type }) => type)).toEqual([
      ...['image/avif', 'image/webp', 'image/jpeg'],
    ]);
    expect(image?.sources[1]?.srcset).toMatch(
      /320-16x9\.webp\?v=1 320w, \S+800-16x9\.webp\?v=1 800w/,
    );
    const [whole, small] = [await getPath(image?.url ?? ''), await getPath(image?.small ?? '')];
    expect([whole.status, small.status]).toEqual([200, 200]);
    expect(whole.headers.get('content-type')).toBe('image/jpeg');
    expect(small.headers.get('content-type')).toBe('image/webp');
  });

  it('speaks the language of its article, whatever the reader’s', async () => {
    const file = await takePicture();
    const { id } = await publish({ locale: 'en', leadImage: { fileId: file.id } });
    const [image] = await readImages(id, { headers: { 'accept-language': 'ar' } });
    expect(image).toMatchObject({
      ...{ alt: 'Moored boats', caption: 'The port of Gaza at dawn', copyright: '© Anadolu 2024' },
    });
  });

  it('has the editor’s words in place of its file’s', async () => {
    const file = await takePicture();
    const words = { alt: 'بديل', caption: 'شرح', credit: 'رويترز' };
    const { id } = await publish({ leadImage: { fileId: file.id, ...words } });
    expect((await readImages(id))[0]).toMatchObject(words);
  });

  it('shows its file to editors alone', async () => {
    const file = await takePicture();
    const { id } = await publish({ sections: [{ body: 'نص', images: [{ fileId: file.id }] }] });
    expect((await readImages(id, editor.options))[0]?.file).toEqual({ id: file.id });
    const moderator = withToken(await createToken(service, Role.MODERATOR));
    expect((await readImages(id, moderator))[0]?.file).toBeNull();
  });

  it('that is kept elsewhere is answered as it is stated', async () => {
    const url = 'https://pictures.example/storm.jpg';
    const { id } = await publish({ leadImage: { url, alt: 'عاصفة', width: 40, height: 30 } });
    expect((await readImages(id))[0]).toMatchObject({
      ...{ url, small: url, width: 40, height: 30, sources: [], placeholder: null, creator: null },
    });
  });

  it('is read in the statement that reads the images', async () => {
    const file = await takePicture();
    const { id } = await publish({ leadImage: { fileId: file.id } });
    const labels = await recordStatements(service, (options) => readImages(id, options));
    expect(labels.filter((label) => label.startsWith('imageFile.'))).toEqual([]);
  });

  it('is found by its own id too', async () => {
    const file = await takePicture();
    const article = await publish({ leadImage: { fileId: file.id } });
    const document = `query ($id: ID!) { node(id: $id) { ... on Image { copyright url } } }`;
    const { node } = await ask<{ node: unknown }>(service, document, { id: article.images[0]?.id });
    expect(node).toEqual({ copyright: '© الأناضول 2024', url: article.images[0]?.url });
  });

  it('takes twenty widths at most', async () => {
    const { id } = await publish({ leadImage: { fileId: (await takePicture()).id } });
    const document = `query ($id: ID!, $widths: [Int!]) { article(id: $id) {
      images { sources(widths: $widths) { type } } } }`;
    const variables = { id, widths: Array.from({ length: 21 }, (_, index) => index + 1) };
    const { errors } = await service.send(document, variables);
    expect(errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

describe('a picture of a save', () => {
  const draftOf = `query ($id: ID!) { article(id: $id) { editing { draft {
    leadImage { alt caption credit url(width: 300, format: AVIF, crop: SQUARE) }
    sections { images { alt url } } } } } }`;

  const readDraft = async (id: string) => {
    const { article } = await ask<{ article: { editing: { draft: unknown } } }>(
      ...([service, draftOf, { id }, editor.options] as const),
    );
    return article.editing.draft;
  };

  it('is served and described from its file', async () => {
    const file = await takePicture();
    const { id } = await editor.create({
      leadImage: { fileId: file.id, credit: 'رويترز' },
      sections: [{ body: 'نص', images: [{ url: 'https://pictures.example/a.jpg', alt: 'ألف' }] }],
    });
    const url = expect.stringMatching(`/files/${file.id}/320-square.avif\\?v=1$`) as string;
    expect(await readDraft(id)).toEqual({
      leadImage: { alt: 'قوارب راسية', caption: 'ميناء غزة عند الفجر', credit: 'رويترز', url },
      sections: [{ images: [{ alt: 'ألف', url: 'https://pictures.example/a.jpg' }] }],
    });
  });

  it('of a later save than the scheduled one is shown to the article’s editors', async () => {
    const [first, second] = [await takePicture(), await takePicture()];
    const at = '2024-06-13T09:00:00.000Z';
    const drafted = await editor.create({ leadImage: { fileId: first.id } });
    const scheduled = await editor.change('publishArticle', drafted, { at });
    const edited = await editor.change('updateArticle', scheduled, {
      leadImage: { fileId: second.id },
    });
    expect((await readImages(edited.id, editor.options))[0]).toMatchObject({
      ...{ url: expect.stringContaining(second.id) as string, creator: 'ليلى حسن' },
    });
  });
});

describe('a file', () => {
  it('is not deleted while an article shows it', async () => {
    const file = await takePicture();
    await publish({ leadImage: { fileId: file.id } });
    expect(await deleteFile(file, editor)).toEqual({
      ...{ deletedId: null, userErrors: [{ code: 'CONFLICT', field: ['input', 'id'] }] },
    });
  });

  it('is not deleted while a save holds it: a draft, or an earlier revision', async () => {
    const [former, drafted] = [await takePicture(), await takePicture()];
    const article = await publish({ leadImage: { fileId: former.id } });
    await editor.change('updateArticle', article, { leadImage: { fileId: drafted.id } });
    for (const file of [former, drafted]) {
      expect((await deleteFile(file, editor)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    }
  });

  it('that an ADMIN deletes all the same leaves the article without a picture', async () => {
    const file = await takePicture();
    const article = await publish({
      leadImage: { fileId: file.id, alt: 'بديل', url: 'https://pictures.example/b.jpg' },
    });
    expect((await readImages(article.id))[0]?.width).toBe(900);
    expect((await deleteFile(file, admin, true)).deletedId).toBe(file.id);
    expect((await readImages(article.id))[0]).toMatchObject({
      ...{ alt: 'بديل', url: 'https://pictures.example/b.jpg', width: null, sources: [] },
    });
    const current = await editor.read(article.id);
    const edited = await editor.change('updateArticle', current ?? article, { title: 'عنوان آخر' });
    await editor.change('publishArticle', edited);
    expect((await readImages(article.id))[0]).toMatchObject({ alt: 'بديل', sources: [] });
  });

  it('can be deleted once the article is gone', async () => {
    const file = await takePicture();
    const article = await publish({ leadImage: { fileId: file.id } });
    const document = `mutation ($input: DeleteArticleInput!) {
      deleteArticle(input: $input) { deletedId } }`;
    const input = { id: article.id, version: article.editing?.version };
    await ask(service, document, { input }, admin.options);
    const unused = `{ imageFiles(unused: true) { nodes { id } } }`;
    const { imageFiles } = await ask<{ imageFiles: { nodes: { id: string }[] } }>(
      ...([service, unused, {}, editor.options] as const),
    );
    expect(imageFiles.nodes).toContainEqual({ id: file.id });
    expect((await deleteFile(file, editor)).deletedId).toBe(file.id);
  });

  it('whose renditions change is served to readers at a new address at once', async () => {
    const file = await takePicture();
    const { id } = await publish({ leadImage: { fileId: file.id } });
    expect((await readImages(id))[0]?.url).toMatch(/\?v=1$/);
    const document = `mutation ($input: UpdateImageFileInput!) {
      updateImageFile(input: $input) { userErrors { code } } }`;
    const input = { id: file.id, focalPoint: { x: 0.1, y: 0.2 } };
    await ask(service, document, { input }, editor.options);
    expect((await readImages(id))[0]?.url).toMatch(/\?v=2$/);
  });
});

describe('a file that the service does not hold', () => {
  const unknown = 'file_01j03cqd00fgqbrcr42gqh0k5v';

  it('is NOT_FOUND where it is named, with every other fault', async () => {
    const { id: fileId } = await takePicture();
    const { article, userErrors } = await editor.send('createArticle', {
      ...{ title: '', locale: 'ar', leadImage: { fileId: unknown } },
      sections: [
        { body: 'نص', images: [{ fileId }, { fileId: unknown }, { fileId: 'storm.jpg' }] },
      ],
    });
    expect(article).toBeNull();
    const notFound = (...path: string[]) => [['input', ...path, 'fileId'].join('.'), 'NOT_FOUND'];
    expect(userErrors.map(({ field, code }) => [field.join('.'), code]).sort()).toEqual(
      [
        ['input.title', 'REQUIRED'],
        notFound('leadImage'),
        notFound('sections', '0', 'images', '1'),
        notFound('sections', '0', 'images', '2'),
      ].sort(),
    );
  });

  it.each([
    ['ar', 'لا توجد صورة بهذا المعرّف'],
    ['en', 'There is no picture file of this id'],
  ])('is explained in %s', async (language, message) => {
    const article = await editor.create();
    const document = `mutation ($input: UpdateArticleInput!) {
      updateArticle(input: $input) { userErrors { field message } } }`;
    const input = {
      ...{ id: article.id, version: article.editing?.version, leadImage: { fileId: unknown } },
    };
    const { updateArticle } = await ask<{ updateArticle: { userErrors: unknown[] } }>(
      ...([service, document, { input }] as const),
      { headers: { ...editor.options.headers, 'accept-language': language } },
    );
    expect(updateArticle.userErrors).toEqual([
      {
        field: ['input', 'leadImage', 'fileId'],
        message: expect.stringContaining(message) as string,
      },
    ]);
  });
});
