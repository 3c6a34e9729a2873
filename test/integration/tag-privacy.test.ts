import fc from 'fast-check';
import { Role } from '../../src/platform/request';
import { ask } from '../support/ask';
import { createEditor } from '../support/editing';
import { arbitrarySelection, type QueryPools } from '../support/random-queries';
import { type RequestOptions, startApp, type TestApp } from '../support/start-app';

/** What only hidden articles have, and what nothing has: of the same length, and as likely a word. */
const hiddenWord = 'خفاياالسر';
const absentWord = 'غياباالسر';
const absentId = `tag_${'0'.repeat(26)}`;

let service: TestApp;
let editor: RequestOptions;
let hiddenId: string;
let pools: QueryPools;

beforeAll(async () => {
  service = await startApp();
  const desk = await createEditor(service, Role.EDITOR);
  editor = desk.options;
  const tags = ['ظاهر', hiddenWord];
  await desk.create({ tags });
  const at = new Date(service.clock.now().getTime() + 86_400_000).toISOString();
  await desk.change('publishArticle', await desk.create({ tags }), { at });
  for (const mutation of ['archiveArticle', 'unpublishArticle']) {
    const published = await desk.change('publishArticle', await desk.create({ tags }));
    await desk.change(mutation, published);
  }
  const shown = await desk.change('publishArticle', await desk.create({ tags: ['ظاهر'] }));
  const { tag } = await ask<{ tag: { id: string } }>(
    service,
    'query ($slug: String!) { tag(slug: $slug) { id } }',
    { slug: hiddenWord },
    editor,
  );
  hiddenId = tag.id;
  pools = { ids: [hiddenId, shown.id], texts: [hiddenWord, hiddenWord.slice(0, 3), 'ظاهر'] };
});

afterAll(() => service.stop());

/** The same question about what is not there at all. */
const askForAbsent = (document: string) =>
  document
    .replaceAll(hiddenId, absentId)
    .replaceAll(hiddenWord, absentWord)
    .replaceAll(hiddenWord.slice(0, 3), absentWord.slice(0, 3));

const query = async (document: string, options: RequestOptions = {}) => {
  const { status, data, errors } = await service.send(document, {}, options);
  return { status, data, errors: errors.map(({ message, path }) => ({ message, path })) };
};

describe('a reader’s storm of random queries', () => {
  it('tells a tag that only hidden articles have from none at all by no answer', async () => {
    const root = service.app.schema.getQueryType();
    if (root === null || root === undefined) throw new Error('The schema has no queries');
    await fc.assert(
      fc.asyncProperty(
        arbitrarySelection(service.app.schema, root, pools, 5),
        async (selection) => {
          const hidden = await query(`query ${selection}`);
          const absent = await query(askForAbsent(`query ${selection}`));
          expect(askForAbsent(JSON.stringify(hidden))).toBe(JSON.stringify(absent));
          expect(JSON.stringify(hidden.data ?? null)).not.toContain(hiddenWord);
        },
      ),
      { numRuns: 250 },
    );
  }, 120_000);

  it('would have found it, if an editor had sent it', async () => {
    const seen = await query(
      `{ tags(startsWith: "${hiddenWord}") { nodes { name articleCount } totalCount } }`,
      editor,
    );
    expect(seen.data).toEqual({
      tags: { nodes: [{ name: hiddenWord, articleCount: 0 }], totalCount: 1 },
    });
  });
});
