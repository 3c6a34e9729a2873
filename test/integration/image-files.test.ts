import { Role } from '../../src/platform/request';
import { ask, codesOf } from '../support/ask';
import { writeArticle } from '../support/builders';
import { request } from '../support/http';
import { drawPicture, listFilesBelow, type SentFile, takeFile } from '../support/pictures';
import { startApp, type TestApp } from '../support/start-app';
import { createToken, withToken } from '../support/tokens';

let service: TestApp;
let editor: string;
let admin: string;

beforeAll(async () => {
  service = await startApp();
  editor = await createToken(service, Role.EDITOR);
  admin = await createToken(service, Role.ADMIN);
});

afterAll(() => service.stop());

afterEach(async () => {
  for (const id of await listIds({ first: 100 })) {
    await service.send(remove, { input: { id, force: true } }, withToken(admin));
  }
});

const takePicture = async () => takeFile(service, await drawPicture(900, 600).jpeg().toBuffer());

const askAsEditor = <Data>(document: string, variables: Record<string, unknown> = {}) =>
  ask<Data>(service, document, variables, withToken(editor));

/** States which files an article uses, as whoever writes the article does. */
const use = (articleId: string, files: readonly SentFile[]) =>
  service.app.database.transaction((transaction) =>
    service.app.features.media.uses.setUses(
      transaction,
      articleId,
      files.map(({ id }) => id),
    ),
  );

interface Listed {
  imageFiles: { nodes: { id: string }[]; totalCount: number; pageInfo: { endCursor: string } };
}

const list = `query ($query: String, $unused: Boolean, $first: Int, $after: String) {
  imageFiles(query: $query, unused: $unused, first: $first, after: $after) {
    nodes { id } totalCount pageInfo { endCursor }
  }
}`;

const listIds = async (variables: Record<string, unknown> = {}) =>
  (await askAsEditor<Listed>(list, variables)).imageFiles.nodes.map(({ id }) => id);

interface Updated {
  updateImageFile: {
    file: Record<string, unknown> | null;
    userErrors: { code: string; field: string[]; message: string }[];
  };
}

const update = `mutation ($input: UpdateImageFileInput!) {
  updateImageFile(input: $input) {
    file { focalPoint { x y } metadata { alt caption credit } url }
    userErrors { code field message }
  }
}`;

interface Deleted {
  deleteImageFile: { deletedId: string | null; userErrors: { code: string; field: string[] }[] };
}

const remove = `mutation ($input: DeleteImageFileInput!) {
  deleteImageFile(input: $input) { deletedId userErrors { code field } }
}`;

describe('Query.imageFile', () => {
  const byHash = 'query ($sha256: String) { imageFile(sha256: $sha256) { id } }';

  it('tells by hash whether a picture is there, before a byte of it is sent', async () => {
    const file = await takePicture();
    const known = await askAsEditor(byHash, { sha256: file.sha256.toUpperCase() });
    const unknown = await askAsEditor(byHash, { sha256: '0'.repeat(64) });
    expect(known).toEqual({ imageFile: { id: file.id } });
    expect(unknown).toEqual({ imageFile: null });
  });

  it('shows all that is known of a picture', async () => {
    const file = await takePicture();
    const fields = `{
      id sha256 mediaType byteLength width height placeholder createdAt
      focalPoint { x y }
      url(width: 500, format: AVIF, crop: WIDE_16_9)
      metadata { caption alt creator credit copyright rightsUrl digitalSourceType takenAt hadLocation }
    }`;
    const document = `query ($id: ID!) { imageFile(id: $id) ${fields} node(id: $id) { id } }`;
    expect(await askAsEditor(document, { id: file.id })).toEqual({
      node: { id: file.id },
      imageFile: {
        ...file,
        focalPoint: { x: 0.5, y: 0.5 },
        url: `http://localhost:0/files/${file.id}/800-16x9.avif?v=1`,
      },
    });
  });

  it('takes exactly one of id and hash, and only a hash', async () => {
    for (const args of ['', '(id: "a", sha256: "b")', '(sha256: "abc")']) {
      const document = args === '' ? '{ imageFile { id } }' : `{ imageFile${args} { id } }`;
      const answer = await service.send(document, {}, withToken(editor));
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    }
    expect(await askAsEditor('{ imageFile(id: "article_1") { id } }')).toEqual({ imageFile: null });
  });

  it('hides files from everybody below EDITOR, by node too', async () => {
    const file = await takePicture();
    const moderator = withToken(await createToken(service, Role.MODERATOR));
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await ask(service, node, { id: file.id })).toEqual({ node: null });
    expect(await ask(service, node, { id: file.id }, moderator)).toEqual({ node: null });
    expect(codesOf(await service.send(byHash, {}, moderator))).toEqual(['FORBIDDEN']);
  });
});

describe('Query.imageFiles', () => {
  it('lists the newest first, page by page', async () => {
    const files: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      files.unshift((await takePicture()).id);
      service.clock.advance(1_000);
    }
    const first = await askAsEditor<Listed>(list, { first: 3 });
    const { endCursor } = first.imageFiles.pageInfo;
    expect(first.imageFiles.nodes.map(({ id }) => id)).toEqual(files.slice(0, 3));
    expect(first.imageFiles.totalCount).toBe(5);
    expect(await listIds({ first: 3, after: endCursor })).toEqual(files.slice(3));
  });

  it('finds words of what is written about a picture, in any spelling', async () => {
    const file = await takePicture();
    await takePicture();
    const input = { id: file.id, caption: 'ميدان التحرير في القاهرة، 100%', credit: 'الأناضول' };
    await askAsEditor(update, { input });
    expect(await listIds({ query: 'الاناضول  القاهره' })).toEqual([file.id]);
    expect(await listIds({ query: '100%' })).toEqual([file.id]);
    expect(await listIds({ query: '1%0' })).toEqual([]);
    expect(await listIds({ query: 'القاهرة لندن' })).toEqual([]);
    const tooLong = await service.send(list, { query: 'x'.repeat(201) }, withToken(editor));
    expect(codesOf(tooLong)).toEqual(['BAD_USER_INPUT']);
  });

  it('tells used files from unused ones', async () => {
    const { article } = await writeArticle(service);
    const other = await writeArticle(service);
    const [used, unused] = [await takePicture(), await takePicture()];
    await use(article.id, [used]);
    await use(other.article.id, [used]);
    expect(await listIds({ unused: true })).toEqual([unused.id]);
    expect(await listIds({ unused: false })).toEqual([used.id]);
    await use(article.id, []);
    expect(await listIds({ unused: true })).toEqual([unused.id]);
    await use(other.article.id, [unused]);
    expect(await listIds({ unused: true })).toEqual([used.id]);
  });

  it('passes over files that are gone', async () => {
    const { article } = await writeArticle(service);
    const file = await takePicture();
    const gone = { ...file, id: 'file_01j03cqd00fgqbrcr42gqh0k5v' };
    expect(await use(article.id, [gone, file])).toEqual([gone.id]);
    expect(await listIds({ unused: false })).toEqual([file.id]);
  });
});

describe('updateImageFile', () => {
  it('changes what is written and what crops show; null gives the file its own words back', async () => {
    const { id } = await takePicture();
    const written = { alt: ' ميدان  التحرير ', caption: 'شرح', credit: 'رويترز' };
    const input = { id, focalPoint: { x: 0, y: 1 }, ...written };
    const first = await askAsEditor<Updated>(update, { input });
    expect(first.updateImageFile).toEqual({
      userErrors: [],
      file: {
        focalPoint: { x: 0, y: 1 },
        metadata: { ...written, alt: 'ميدان التحرير' },
        url: `http://localhost:0/files/${id}/900-none.jpeg?v=2`,
      },
    });
    const second = await askAsEditor<Updated>(update, {
      input: { id, alt: null, focalPoint: null },
    });
    expect(second.updateImageFile.file).toMatchObject({
      focalPoint: { x: 0.5, y: 0.5 },
      metadata: { alt: null, caption: 'شرح', credit: 'رويترز' },
      url: expect.stringContaining('?v=3') as string,
    });
  });

  it('gives renditions other addresses only where they would be other ones', async () => {
    const { id } = await takePicture();
    const url = async (change: object) =>
      (await askAsEditor<Updated>(update, { input: { id, ...change } })).updateImageFile.file?.[
        'url'
      ];
    expect(await url({ caption: 'شرح', alt: 'وصف' })).toContain('?v=1');
    expect(await url({ credit: 'الأناضول' })).toContain('?v=2');
    expect(await url({ credit: 'الأناضول', focalPoint: { x: 0.5, y: 0.5 } })).toContain('?v=2');
  });

  it('names everything that is wrong at once, and changes nothing', async () => {
    const { id } = await takePicture();
    const input = {
      id,
      focalPoint: { x: 1.1, y: 0.5 },
      alt: 'x'.repeat(1_001),
      caption: 'حرف \u202e مقلوب',
      credit: 'بيل\u0007',
    };
    const { updateImageFile } = await askAsEditor<Updated>(update, { input });
    expect(updateImageFile.file).toBeNull();
    expect(updateImageFile.userErrors.map(({ code, field }) => [code, field.join('.')])).toEqual([
      ['INVALID', 'input.focalPoint'],
      ['TOO_LONG', 'input.alt'],
      ['INVALID', 'input.caption'],
      ['INVALID', 'input.credit'],
    ]);
    const missing = await askAsEditor<Updated>(update, { input: { ...input, id: 'file_x' } });
    expect(missing.updateImageFile.userErrors[0]).toMatchObject({ code: 'NOT_FOUND' });
    expect(missing.updateImageFile.userErrors).toHaveLength(5);
  });

  it('speaks the language of the caller', async () => {
    const { headers } = withToken(editor);
    const { data } = await service.send<Updated, unknown>(
      update,
      { input: { id: 'file_x' } },
      { headers: { ...headers, 'accept-language': 'ar' } },
    );
    expect(data?.updateImageFile.userErrors[0]?.message).toMatch(/^لا توجد صورة/);
  });

  it('renews the cached answers of articles that show the file', async () => {
    const { article } = await writeArticle(service);
    const file = await takePicture();
    await use(article.id, [file]);
    const tags: string[] = [];
    service.app.database.onCommit((committed) => tags.push(...(committed ?? [])));
    await askAsEditor(update, { input: { id: file.id, credit: 'الأناضول' } });
    expect(tags).toEqual([`file:${file.id}`, `article:${article.id}`]);
  });
});

describe('deleteImageFile', () => {
  const deleteAs = (token: string, input: object) =>
    service.send<Deleted, unknown>(remove, { input }, withToken(token));

  it('deletes a file that nothing uses, with its bytes and its renditions', async () => {
    const { id } = await takePicture();
    await request(service, `/files/${id}/160-none.jpeg?v=1`);
    const { data } = await deleteAs(editor, { id });
    expect(data).toEqual({ deleteImageFile: { deletedId: id, userErrors: [] } });
    expect(await listFilesBelow(service.filesDir)).toEqual([]);
    expect((await request(service, `/files/${id}/160-none.jpeg?v=1`)).status).toBe(404);
    expect(await listIds()).toEqual([]);
  });

  it('is refused while an article uses the file, unless an ADMIN forces it', async () => {
    const { article } = await writeArticle(service);
    const file = await takePicture();
    await use(article.id, [file]);
    const conflict = { code: 'CONFLICT', field: ['input', 'id'] };
    const refused = await deleteAs(admin, { id: file.id });
    expect(refused.data?.deleteImageFile).toEqual({ deletedId: null, userErrors: [conflict] });
    expect(codesOf(await deleteAs(editor, { id: file.id, force: true }))).toEqual(['FORBIDDEN']);
    const forced = await deleteAs(admin, { id: file.id, force: true });
    expect(forced.data?.deleteImageFile).toEqual({ deletedId: file.id, userErrors: [] });
    expect(await listIds()).toEqual([]);
  });

  it('names an id that stands for no file', async () => {
    const { data } = await deleteAs(editor, { id: 'file_x' });
    expect(data?.deleteImageFile.userErrors).toEqual([
      { code: 'NOT_FOUND', field: ['input', 'id'] },
    ]);
  });

  it('leaves no rendition behind that was being made meanwhile', async () => {
    const { id } = await takePicture();
    const { renditions } = service.app.features.media;
    let deletion: Promise<unknown> = Promise.resolve();
    renditions.onMade(() => {
      deletion = deleteAs(editor, { id });
    });
    await request(service, `/files/${id}/160-none.jpeg?v=1`);
    await deletion;
    expect(await listFilesBelow(service.filesDir)).toEqual([]);
  });
});
