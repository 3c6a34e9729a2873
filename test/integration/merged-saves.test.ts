import { Role } from '../../src/platform/request';
import { type Editor, createEditor } from '../support/editing';
import { startApp, type TestApp } from '../support/start-app';

let service: TestApp;
let editor: Editor;
let other: Editor;

beforeAll(async () => {
  service = await startApp();
  editor = await createEditor(service, Role.EDITOR, 'desk');
  other = await createEditor(service, Role.EDITOR, 'night desk');
});

afterAll(() => service.stop());

describe('two saves that are merged', () => {
  it('hold once what both have added, and what a save added that is sent again', async () => {
    const article = await editor.create();
    const sections = article.sections.map(({ id, body }) => ({ id, body }));
    const added = [...sections, { heading: 'جديد', body: 'كتبته مرة.' }];
    const retried = { onConflict: 'MERGE', sections: added };
    await other.change('updateArticle', article, { title: 'عنوان الآخر' });
    const once = await editor.change('updateArticle', article, retried);
    const twice = await editor.change('updateArticle', article, retried);
    expect(once.sections.map(({ body }) => body)).toEqual(added.map(({ body }) => body));
    expect(twice).toEqual(once);
    const both = await other.change('updateArticle', article, {
      ...{ onConflict: 'MERGE', sections: [...added, { body: 'كتبها الآخر.' }] },
    });
    expect(both.sections.map(({ body }) => body)).toEqual([
      ...added.map(({ body }) => body),
      'كتبها الآخر.',
    ]);
  });
});
