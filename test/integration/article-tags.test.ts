import { TagDocument, TagsDocument } from '../../examples/generated/operations';
import { Role } from '../../src/platform/request';
import { ask } from '../support/ask';
import { createEditor, type EditedArticle, type Editor } from '../support/editing';
import { startApp, type TestApp } from '../support/start-app';

let service: TestApp;
let editor: Editor;
let admin: Editor;

beforeEach(async () => {
  service = await startApp();
  editor = await createEditor(service, Role.EDITOR);
  admin = await createEditor(service, Role.ADMIN);
});

afterEach(() => service.stop());

const findTag = async (slug: string, options = {}) =>
  (await ask(service, TagDocument, { slug }, options)).tag ?? null;

const listNames = async () =>
  (await ask(service, TagsDocument, {})).tags.nodes.map(({ name }) => name).sort();

const tagsOf = async ({ id }: Pick<EditedArticle, 'id'>, options = {}) => {
  const { article } = await ask<{ article: { tags: { name: string }[] } | null }>(
    service,
    'query ($id: ID!) { article(id: $id) { tags { name } } }',
    { id },
    options,
  );
  return article?.tags.map(({ name }) => name) ?? null;
};

describe('the tags of an article that is written here', () => {
  it('are its draft’s for editors alone, until it is published', async () => {
    const draft = await editor.create({ tags: ['غزّة', 'غزة', 'مصر'] });
    expect(await tagsOf(draft, editor.options)).toEqual(['غزّة', 'مصر']);
    expect(await findTag('غزة')).toBeNull();
    expect(await listNames()).toEqual([]);
    expect(await findTag('غزة', editor.options)).toMatchObject({ articleCount: 0 });
    await editor.change('publishArticle', draft);
    expect(await findTag('غزة')).toMatchObject({
      articleCount: 1,
      articles: { nodes: [{ id: draft.id }] },
    });
    expect(await listNames()).toEqual(['غزّة', 'مصر'].sort());
  });

  it('change for readers once a save that changes them is published', async () => {
    const draft = await editor.create({ tags: ['غزة'] });
    const article = await editor.change('publishArticle', draft);
    const saved = await editor.change('updateArticle', article, { tags: ['مصر', 'لبنان'] });
    expect(await tagsOf(article)).toEqual(['غزة']);
    expect(await findTag('مصر')).toBeNull();
    await editor.change('publishArticle', saved);
    expect(await tagsOf(article)).toEqual(['مصر', 'لبنان']);
    expect(await listNames()).toEqual(['مصر', 'لبنان'].sort());
    expect(await findTag('غزة')).toBeNull();
  });

  it.each(['unpublishArticle', 'archiveArticle', 'deleteArticle'])(
    'are no longer seen after %s, and seen again once another article has them',
    async (mutation) => {
      const draft = await editor.create({ tags: ['غزة'] });
      const article = await editor.change('publishArticle', draft);
      expect(await findTag('غزة')).toMatchObject({ articleCount: 1 });
      const type = `${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}Input`;
      await ask(
        service,
        `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`,
        { input: { id: article.id, version: article.editing?.version } },
        admin.options,
      );
      expect(await findTag('غزة')).toBeNull();
      expect(await listNames()).toEqual([]);
      await editor.change('publishArticle', await editor.create({ tags: ['غزه', 'غزة'] }));
      expect(await findTag('غزة')).toMatchObject({ name: 'غزة', articleCount: 1 });
    },
  );

  it('come and go by the clock, where that publishes and unpublishes the article', async () => {
    const instant = (inMs: number) => new Date(service.clock.now().getTime() + inMs).toISOString();
    const draft = await editor.create({ tags: ['غزة'] });
    const planned = await editor.change('publishArticle', draft, { at: instant(1_000) });
    await editor.change('unpublishArticle', planned, { at: instant(2_000) });
    const counts: (number | null)[] = [];
    for (const step of [999, 1, 999, 1]) {
      service.clock.advance(step);
      counts.push((await findTag('غزة'))?.articleCount ?? null);
    }
    expect(counts).toEqual([null, 1, 1, null]);
  });

  it('are refused one by one where they are no names, and written nowhere', async () => {
    const names = ['غزة', ' ', 'ا'.repeat(101), 'غ\u0007', '++', '\uFDFA'.repeat(20)];
    const { article, userErrors } = await editor.send('createArticle', {
      ...{ title: 'خبر', locale: 'ar', sections: [{ body: 'نص.' }] },
      tags: names,
    });
    expect(article).toBeNull();
    expect(userErrors.map(({ code, field }) => [code, field.join('.')])).toEqual([
      ['REQUIRED', 'input.tags.1'],
      ['TOO_LONG', 'input.tags.2'],
      ['INVALID', 'input.tags.3'],
      ['INVALID', 'input.tags.4'],
      ['TOO_LONG', 'input.tags.5'],
    ]);
    expect(await findTag('غزة', editor.options)).toBeNull();
  });

  it('are renamed and merged without a save, and a later save may use their former names', async () => {
    const article = await editor.change(
      'publishArticle',
      await editor.create({ tags: ['تويتر', 'منصات'] }),
    );
    const tag = await findTag('تويتر');
    const renaming = `mutation ($id: ID!) {
      renameTag(input: { id: $id, name: "إكس" }) { userErrors { code } } }`;
    await ask(service, renaming, { id: tag?.id }, editor.options);
    expect(await tagsOf(article)).toEqual(['إكس', 'منصات']);
    const saved = await editor.change('updateArticle', article, { title: 'عنوان آخر' });
    await editor.change('publishArticle', saved);
    expect(await tagsOf(article)).toEqual(['إكس', 'منصات']);
    expect(await findTag('تويتر')).toMatchObject({ name: 'إكس', articleCount: 1 });
  });

  it('are shared by editors who publish at the same moment', async () => {
    const names = ['غزة', 'مصر', 'لبنان', 'سوريا'];
    const drafts = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        editor.create({ tags: index % 2 === 0 ? names : names.toReversed() }),
      ),
    );
    await Promise.all(drafts.map((draft) => editor.change('publishArticle', draft)));
    const { tags } = await ask(service, TagsDocument, {});
    expect(tags.nodes.map(({ articleCount }) => articleCount)).toEqual([12, 12, 12, 12]);
  });
});
