import { Role } from '../../src/platform/request';
import { ask, codesOf, recordStatements } from '../support/ask';
import { createEditor, type EditedArticle, type Editor } from '../support/editing';
import { drawPicture, type SentFile, takeFile } from '../support/pictures';
import { startApp, type TestApp } from '../support/start-app';
import { createToken, withToken } from '../support/tokens';

interface Listed {
  readonly nodes: readonly { id: string; status: string; title: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean } & {
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

let service: TestApp;
let editor: Editor;

beforeAll(async () => {
  service = await startApp();
  editor = await createEditor(service, Role.EDITOR);
});

afterAll(() => service.stop());

const takePicture = async () => takeFile(service, await drawPicture().png().toBuffer());

const showing = (file: SentFile, title = 'خبر') =>
  editor.create({ title, leadImage: { fileId: file.id } });

const document = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  imageFile(id: $id) { articles(first: $first, after: $after, last: $last, before: $before) {
    nodes { id status title } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } } }`;

const listArticles = async ({ id }: SentFile, page: object = {}): Promise<Listed> => {
  const variables = { id, ...page };
  const { imageFile } = await ask<{ imageFile: { articles: Listed } }>(
    ...([service, document, variables, editor.options] as const),
  );
  return imageFile.articles;
};

const idsOf = ({ nodes }: Listed) => nodes.map(({ id }) => id);

describe('ImageFile.articles', () => {
  it('has the articles that show the file, drafts too, the last one made first', async () => {
    const file = await takePicture();
    const draft = await showing(file);
    const published = await editor.change('publishArticle', await showing(file));
    await showing(await takePicture());
    const { nodes, totalCount } = await listArticles(file);
    expect(nodes.map(({ id, status }) => [id, status])).toEqual([
      [published.id, 'PUBLISHED'],
      [draft.id, 'DRAFT'],
    ]);
    expect(totalCount).toBe(2);
  });

  it('has an article of which only an earlier save shows the file', async () => {
    const file = await takePicture();
    const article = await editor.change('publishArticle', await showing(file));
    const edited = await editor.change('updateArticle', article, { leadImage: null });
    await editor.change('publishArticle', edited);
    expect(idsOf(await listArticles(file))).toEqual([article.id]);
  });

  it('shows a scheduled article as its newest save says', async () => {
    const file = await takePicture();
    const at = '2024-06-13T09:00:00.000Z';
    const scheduled = await editor.change('publishArticle', await showing(file), { at });
    await editor.change('updateArticle', scheduled, { title: 'العنوان الأحدث' });
    expect((await listArticles(file)).nodes).toMatchObject([{ title: 'العنوان الأحدث' }]);
  });

  it('is empty for a file that none uses', async () => {
    expect(await listArticles(await takePicture())).toMatchObject({ nodes: [], totalCount: 0 });
  });

  it('is paged from both ends', async () => {
    const file = await takePicture();
    const made: EditedArticle[] = [];
    for (let count = 0; count < 5; count += 1) made.push(await showing(file));
    const newestFirst = made.map(({ id }) => id).reverse();
    const first = await listArticles(file, { first: 2 });
    const second = await listArticles(file, { first: 2, after: first.pageInfo.endCursor });
    const last = await listArticles(file, { last: 2 });
    const before = await listArticles(file, { last: 2, before: last.pageInfo.startCursor });
    expect([first, second, before, last].map(idsOf)).toEqual([
      newestFirst.slice(0, 2),
      newestFirst.slice(2, 4),
      newestFirst.slice(1, 3),
      newestFirst.slice(3, 5),
    ]);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(second.totalCount).toBe(5);
  });

  it('refuses a cursor of another file', async () => {
    const [one, other] = [await takePicture(), await takePicture()];
    await showing(one);
    const { pageInfo } = await listArticles(one);
    const variables = { id: other.id, after: pageInfo.endCursor };
    const answer = await service.send(document, variables, editor.options);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  it('sends the same statements over one file and over a page of them', async () => {
    const files = [await takePicture(), await takePicture(), await takePicture()];
    for (const file of files) for (const title of ['أول', 'ثان']) await showing(file, title);
    const overFiles = (first: number) =>
      recordStatements(service, () =>
        ask(
          service,
          `query ($first: Int) { imageFiles(first: $first) { nodes {
            articles(first: 2) { totalCount nodes { title } } } } }`,
          { first },
          editor.options,
        ),
      );
    const overOne = await overFiles(1);
    expect(await overFiles(3)).toEqual(overOne);
    expect(overOne).toEqual([
      ...['article.listByFileIds', 'imageFile.listPage', 'imageFileUse.countByFileIds'],
    ]);
  });

  it('is for editors: nobody else reaches a file', async () => {
    const file = await takePicture();
    const { slug } = await editor.change('publishArticle', await showing(file));
    const moderator = withToken(await createToken(service, Role.MODERATOR));
    const byFile = await service.send(document, { id: file.id }, moderator);
    expect(codesOf(byFile)).toEqual(['FORBIDDEN']);
    const { article } = await ask<{ article: { images: unknown } }>(
      service,
      `query ($slug: String!) { article(slug: $slug) {
        images { file { articles { nodes { title } } } } } }`,
      { slug },
      moderator,
    );
    expect(article.images).toEqual([{ file: null }]);
  });
});
