import { Role } from '../../src/platform/request';
import { createEditor, type EditedArticle, type Editor } from '../support/editing';
import { post } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';

/** What can be sent for a field: nothing, null, what is empty, and a value. */
type Sent = 'absent' | 'null' | 'empty' | 'value';

interface Content {
  readonly title: string;
  readonly summary: string | null;
  readonly tags: readonly string[];
  readonly leadImage: { readonly alt: string; readonly caption: string | null } | null;
  readonly sections: readonly { readonly heading: string | null; readonly body: string }[];
}

interface Field {
  readonly name: keyof Content;
  /** What is sent for `empty` and `value`. */
  readonly empty: unknown;
  readonly value: unknown;
  /** What the article then says. Undefined: it is refused. */
  readonly after: { readonly null?: unknown; readonly empty?: unknown; readonly value: unknown };
}

const before: Content = {
  title: 'قبل',
  summary: 'خلاصة قبل',
  tags: ['قبل'],
  leadImage: { alt: 'بديل قبل', caption: 'تعليق قبل' },
  sections: [{ heading: 'عنوان قبل', body: 'نص قبل.' }],
};

const fields: readonly Field[] = [
  { name: 'title', empty: '', value: 'بعد', after: { value: 'بعد' } },
  { name: 'summary', empty: '', value: 'بعد', after: { null: null, empty: null, value: 'بعد' } },
  { name: 'tags', empty: [], value: ['بعد', 'قبل'], after: { empty: [], value: ['بعد', 'قبل'] } },
  {
    name: 'leadImage',
    empty: {},
    value: { alt: 'بعد' },
    after: { null: null, value: { alt: 'بعد', caption: null } },
  },
  {
    name: 'sections',
    empty: [],
    value: [{ body: 'بعد.' }],
    after: { empty: [], value: [{ heading: null, body: 'بعد.' }] },
  },
];
const kinds: readonly Sent[] = ['absent', 'null', 'empty', 'value'];
/** Requests that are under way at once. */
const batchSize = 16;

let service: TestApp;
let editor: Editor;

beforeAll(async () => {
  service = await startApp();
  editor = await createEditor(service, Role.EDITOR, 'desk');
});

afterAll(() => service.stop());

/** Every way to choose one of the kinds for each field. */
function listChoices(count: number): Sent[][] {
  if (count === 0) return [[]];
  return listChoices(count - 1).flatMap((choice) => kinds.map((kind) => [...choice, kind]));
}

const kindOf = (choice: readonly Sent[], index: number): Sent => choice[index] ?? 'absent';

/** The fields that cannot be as they were sent. */
const listRefused = (choice: readonly Sent[]) =>
  fields.flatMap(({ name, after }, index) => {
    const kind = kindOf(choice, index);
    return kind !== 'absent' && after[kind] === undefined ? [name] : [];
  });

const document = `mutation ($input: UpdateArticleInput!) { updateArticle(input: $input) {
  article { title summary tags { name } leadImage { alt caption } sections { heading body } }
  userErrors { code field }
} }`;

interface Saved {
  readonly article: (Omit<Content, 'tags'> & { readonly tags: { readonly name: string }[] }) | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

async function save(article: EditedArticle, choice: readonly Sent[]): Promise<Saved> {
  const sent = fields.flatMap(({ name, empty, value }, index) => {
    const kind = kindOf(choice, index);
    return kind === 'absent' ? [] : [[name, { null: null, empty, value }[kind]] as const];
  });
  const guard = { id: article.id, version: article.editing?.version };
  const variables = { input: { ...guard, ...Object.fromEntries(sent) } };
  const { headers } = editor.options;
  const { text } = await post(service, { query: document, variables }, headers);
  return (JSON.parse(text) as { data: { updateArticle: Saved } }).data.updateArticle;
}

const toContent = ({ article }: Saved): Content | null =>
  article && { ...article, tags: article.tags.map(({ name }) => name) };

/** What an article that said `before` then says. */
const contentAfter = (choice: readonly Sent[]) =>
  Object.fromEntries(
    fields.map(({ name, after }, index) => {
      const kind = kindOf(choice, index);
      return [name, kind === 'absent' ? before[name] : after[kind]];
    }),
  );

async function inBatches<Item>(
  items: readonly Item[],
  check: (item: Item) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += batchSize) {
    await Promise.all(items.slice(start, start + batchSize).map(check));
  }
}

describe('a save over HTTP', () => {
  const choices = listChoices(fields.length);

  it('keeps what is absent, clears what is null and empties what is empty, in every combination', async () => {
    const sound = choices.filter((choice) => listRefused(choice).length === 0);
    expect(sound).toHaveLength(216);
    await inBatches(sound, async (choice) => {
      const article = await editor.create({ ...before, slug: `قبل-${choice.join('-')}` });
      const saved = await save(article, choice);
      expect({ choice, content: toContent(saved), errors: saved.userErrors }).toEqual({
        ...{ choice, content: contentAfter(choice), errors: [] },
      });
    });
  });

  it('tells of each field that cannot be null or empty, in every combination, and saves nothing', async () => {
    const article = await editor.create(before);
    await inBatches(
      choices.filter((choice) => listRefused(choice).length > 0),
      async (choice) => {
        const { article: saved, userErrors } = await save(article, choice);
        const refused = userErrors.map(({ code, field }) => `${code} ${field.join('.')}`);
        expect({ choice, saved, refused: refused.sort() }).toEqual({
          ...{ choice, saved: null },
          refused: listRefused(choice)
            .map((name) => `REQUIRED input.${name}`)
            .sort(),
        });
      },
    );
    expect(await editor.read(article.id)).toEqual(article);
  });
});
