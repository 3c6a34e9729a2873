import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile } from '../../src/features/import';
import { Role } from '../../src/platform/request';
import { ask } from '../support/ask';
import { createEditor, type Editor } from '../support/editing';
import { drawPicture } from '../support/pictures';
import { startApp, type TestApp } from '../support/start-app';

let service: TestApp;
let editor: Editor;
let folder: string;

beforeAll(async () => {
  service = await startApp();
  editor = await createEditor(service, Role.EDITOR);
  folder = await mkdtemp(join(tmpdir(), 'maqal-pictures-'));
  await writeFile(join(folder, 'port.jpg'), await drawPicture(400, 300).jpeg().toBuffer());
  await writeFile(join(folder, 'notes.jpg'), 'no picture');
});

afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

const page = `عنوان الصفحة المصورة

بقلم سارة علي

هذه الفقرة الأولى من النص، وهي جملة تامة.

ميدان التحرير في القاهرة (رويترز)

وهذه فقرة ثانية بعد الصورة الأولى، وهي تامة أيضا.

ميناء غزة عند الفجر (الأناضول)
`;

const importPage = async (name: string, facts: object, isDryRun = false) => {
  const file = join(folder, `${name}.txt`);
  await writeFile(file, page);
  await writeFile(join(folder, `${name}.json`), JSON.stringify({ slug: name, ...facts }));
  return importFile(service.app.features.imports, file, { format: 'text', facts: {}, isDryRun });
};

const readImages = async (id: string | null) => {
  const { article } = await ask<{ article: { images: unknown[] } }>(
    service,
    'query ($id: ID!) { article(id: $id) { images { alt caption credit width } } }',
    { id },
  );
  return article.images;
};

const countFiles = async () => {
  const { imageFiles } = await ask<{ imageFiles: { totalCount: number } }>(
    service,
    '{ imageFiles { totalCount } }',
    {},
    editor.options,
  );
  return imageFiles.totalCount;
};

describe('the pictures of a facts file', () => {
  it('are shown at the captions of the page, in their order', async () => {
    const pictures = [null, { file: 'port.jpg', alt: 'قوارب راسية' }];
    const first = await importPage('shown', { pictures });
    expect(await readImages(first.articleId)).toEqual([
      {
        alt: 'ميدان التحرير في القاهرة',
        caption: 'ميدان التحرير في القاهرة',
        credit: 'رويترز',
        width: null,
      },
      { alt: 'قوارب راسية', caption: 'ميناء غزة عند الفجر', credit: 'الأناضول', width: 400 },
    ]);
    expect((await importPage('shown', { pictures })).outcome).toBe('unchanged');
  });

  it('are taken in by no dry run', async () => {
    await writeFile(join(folder, 'new.png'), await drawPicture(40, 30).png().toBuffer());
    const before = await countFiles();
    const planned = await importPage('planned', { pictures: [{ file: 'new.png' }] }, true);
    expect([planned.outcome, await countFiles()]).toEqual(['created', before]);
    const done = await importPage('planned', { pictures: [{ file: 'new.png' }] });
    expect([done.outcome, await countFiles()]).toEqual(['created', before + 1]);
  });

  it('stay where the page is imported again without them', async () => {
    const { articleId } = await importPage('kept', { pictures: [{ file: 'port.jpg' }] });
    expect((await importPage('kept', {})).articleId).toBe(articleId);
    expect(await readImages(articleId)).toMatchObject([{ width: 400 }, { width: null }]);
  });

  it.each([
    ['more than the page tells of', [null, null, null], 'The facts name 3 pictures, but the page'],
    ['a file that is not there', [{ file: 'gone.jpg' }], 'gone.jpg cannot be taken in: ENOENT'],
    ['a file that is none', [{ file: 'notes.jpg' }], 'This is no picture that is known'],
    ['a file elsewhere', [{ file: '../port.jpg' }], 'wanted a file in the folder of the page'],
    ['a path from the root', [{ file: '/etc/hosts' }], 'wanted a file in the folder of the page'],
  ])('are refused with the page for %s', async (_, pictures, reason) => {
    const report = await importPage('refused', { pictures });
    expect(report).toMatchObject({ outcome: 'refused', articleId: null });
    expect(report.reason).toContain(reason);
    const { article } = await ask<{ article: unknown }>(
      service,
      '{ article(slug: "refused") { id } }',
    );
    expect(article).toBeNull();
  });
});
