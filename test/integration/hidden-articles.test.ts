import fc from 'fast-check';
import { createRandom } from '../../bench/data/random';
import { createIdMaker } from '../../src/platform/ids';
import { Role } from '../../src/platform/request';
import { sendComment } from '../support/add-comments';
import { ask } from '../support/ask';
import { createEditor, type EditedArticle, type Editor } from '../support/editing';
import { type HttpAnswer, post } from '../support/http';
import { drawPicture, takeFile } from '../support/pictures';
import { arbitrarySelection } from '../support/random-queries';
import { startApp, type TestApp } from '../support/start-app';
import { createToken, withToken } from '../support/tokens';

/** Two services that hold the same but for hidden articles, which one alone has. */
let full: TestApp;
let bare: TestApp;
let hiddenIds: string[];
let visibleIds: string[];

const hiddenWord = 'خفاياالسر';
const hiddenSlugs = ['مسودة', 'مجدول', 'مؤرشف', 'مسحوب'].map((word) => `${word}-${hiddenWord}`);
/** Soon, and sooner than what is planned for the hidden article: both lists end then anyway. */
const [visibleEndMs, hiddenStartMs] = [20_000, 40_000];

const plan = ({ clock }: TestApp, inMs: number) =>
  new Date(clock.now().getTime() + inMs).toISOString();

/** Sent with a token, so that no address spends points on it. */
const addComment = async (
  service: TestApp,
  { options }: Editor,
  articleId: string,
  overrides: Parameters<typeof sendComment>[2] = {},
) => (await sendComment(service, articleId, overrides, options)).comment?.id ?? '';

/** The same ids in both services, as far as they hold the same. */
const startAlike = () => {
  const random = createRandom(7);
  return startApp({
    environment: {
      ...{ RATE_LIMIT: '1000000000', MAX_COST: '1000000' },
      ...{ MAX_ALIASES: '1000', MAX_TOKENS: '100000' },
    },
    parts: { ids: createIdMaker({ nextUint32: () => random.between(0, 2 ** 32 - 1) }) },
  });
};

async function writeVisible(service: TestApp, desk: Editor): Promise<string[]> {
  const leadImage = { url: 'https://pictures.example/ظاهر.jpg', alt: 'ميدان' };
  const tags = ['ظاهر', 'مشترك'];
  const first = await desk.create({ slug: 'ظاهر-أول', title: 'خبر ظاهر', tags, leadImage });
  const shown = await desk.change('publishArticle', first);
  await desk.change('updateArticle', shown, { title: 'مسودة الظاهر' });
  const second = await desk.create({ slug: 'ظاهر-ثان', title: 'خبر ثان ظاهر', tags });
  const published = await desk.change('publishArticle', second);
  await desk.change('unpublishArticle', published, { at: plan(service, visibleEndMs) });
  const commentId = await addComment(service, desk, first.id);
  return [first.id, second.id, commentId, first.sections[0]?.id ?? '', first.images[0]?.id ?? ''];
}

/** One article of each kind that no reader sees, with all that can hang on one; what they are named by. */
async function writeHidden(service: TestApp, desk: Editor): Promise<string[]> {
  const { id: fileId } = await takeFile(service, await drawPicture().jpeg().toBuffer());
  const create = (slug = '') =>
    desk.create({
      ...{ slug, title: `${hiddenWord} خبر`, summary: hiddenWord, byline: hiddenWord },
      tags: ['مشترك', `وسم ${hiddenWord}`],
      leadImage: { fileId, alt: hiddenWord, caption: hiddenWord },
      sections: [{ heading: hiddenWord, body: `نص ${hiddenWord} ظاهر.`, images: [{ alt: 'ب' }] }],
    });
  const [draft, scheduled, archived, unpublished] = await Promise.all(hiddenSlugs.map(create));
  if (!draft || !scheduled || !archived || !unpublished) throw new Error('Four are needed');
  await desk.change('publishArticle', scheduled, { at: plan(service, hiddenStartMs) });
  const commentIds: string[] = [];
  const hide = async (article: EditedArticle, mutation: string) => {
    const published = await desk.change('publishArticle', article);
    const commentId = await addComment(service, desk, article.id, { body: hiddenWord });
    commentIds.push(commentId);
    commentIds.push(await addComment(service, desk, article.id, { parentId: commentId }));
    return desk.change(mutation, published);
  };
  await hide(archived, 'archiveArticle');
  await hide(unpublished, 'unpublishArticle');
  const articles = [draft, scheduled, archived, unpublished];
  const { tag } = await ask<{ tag: { id: string } }>(
    service,
    'query ($slug: String!) { tag(slug: $slug) { id } }',
    { slug: `وسم-${hiddenWord}` },
    desk.options,
  );
  const parts = articles.flatMap(({ sections, images }) => [...sections, ...images]);
  return [...[...articles, ...parts].map(({ id }) => id), ...commentIds, tag.id, fileId];
}

beforeAll(async () => {
  [full, bare] = [await startAlike(), await startAlike()];
  const [desk, other] = [
    await createEditor(full, Role.EDITOR, 'desk'),
    await createEditor(bare, Role.EDITOR, 'desk'),
  ];
  visibleIds = await writeVisible(full, desk);
  expect(await writeVisible(bare, other)).toEqual(visibleIds);
  hiddenIds = await writeHidden(full, desk);
});

afterAll(async () => {
  await full.stop();
  await bare.stop();
});

/**
 * What is refused to readers whatever there is, and contradicts what else is sent. And searches:
 * each service encrypts its cursors with a key of its own, so all else of them is compared below.
 */
const omitted = {
  omittedFields: [
    ...['moderationQueue', 'replayModeration', 'imageFile', 'imageFiles', 'searchArticles'],
  ],
  omittedArguments: ['after', 'before', 'last', 'status', 'id'],
};

/** An answer with every header but those that are another each time. */
const describeAnswer = ({ status, headers, text }: HttpAnswer) => {
  const own = new Set(['date', 'x-request-id']);
  const shown = [...headers].filter(([name]) => !own.has(name));
  return { status, headers: shown.map(sortKeys), text: hideId(text) };
};

/** They stand in the order in which statements were answered, which is another each time. */
const sortKeys = ([name, value]: [string, string]) =>
  name === 'surrogate-key' ? [name, ...value.split(' ').sort()] : [name, value];

/** An internal error would name its request. */
const hideId = (text: string) => text.replaceAll(/request [0-9a-f-]{36}/g, 'request');

const callers = [
  ['nobody', () => Promise.resolve({})],
  [
    'a token of a reader',
    async (service: TestApp) =>
      withToken(await createToken(service, Role.READER, { name: 'reader' })).headers ?? {},
  ],
] as const;

describe.each(callers)('%s', (_, identify) => {
  let headers: readonly Readonly<Record<string, string>>[];

  beforeAll(async () => {
    headers = [await identify(full), await identify(bare)];
  });

  const compare = async (query: string, variables: object = {}) => {
    const send = async (service: TestApp, own: Readonly<Record<string, string>> = {}) =>
      describeAnswer(await post(service, { query, variables }, own));
    const seen = await send(full, headers[0]);
    expect({ query, ...seen }).toEqual({ query, ...(await send(bare, headers[1])) });
    return seen;
  };

  it('is told of a hidden article, and of all that hangs on it, what is told of none', async () => {
    const { schema } = full.app;
    const root = schema.getQueryType();
    if (root === null || root === undefined) throw new Error('The schema has no queries');
    const pools = {
      ids: [...hiddenIds, ...visibleIds],
      ...omitted,
      texts: [...hiddenSlugs, hiddenWord, `وسم-${hiddenWord}`, 'ظاهر', 'مشترك', 'ظاهر-أول'],
    };
    let shownCount = 0;
    await fc.assert(
      fc.asyncProperty(arbitrarySelection(schema, root, pools, 5), async (selection) => {
        const { text } = await compare(`query ${selection}`);
        if (/"[a-z]+_[0-9a-z]{26}"/.test(text)) shownCount += 1;
      }),
      { numRuns: 300, endOnFailure: true },
    );
    // Answers that hold something at all, so that equal ones mean something.
    expect(shownCount).toBeGreaterThan(20);
  }, 120_000);

  it('learns nothing by asking for each thing by its id or its name', async () => {
    for (const id of hiddenIds) {
      await compare('query ($id: ID!) { node(id: $id) { __typename id } }', { id });
      await compare('query ($id: ID!) { article(id: $id) { id editing { version } } }', { id });
      await compare('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: [id, visibleIds[0]],
      });
    }
    for (const slug of hiddenSlugs) {
      await compare('query ($slug: String!) { article(slug: $slug) { id } }', { slug });
      await compare(
        'query ($t: String!) { searchArticles(query: $t) { totalCount nodes { id } } tag(slug: $t) { id } }',
        { t: slug },
      );
    }
  });

  it('learns nothing by searching: neither what is found, how well it fits, nor what was meant', async () => {
    const misspelt = `${hiddenWord.slice(0, -1)}ز`;
    const words = [hiddenWord, misspelt, hiddenWord.slice(0, 4), 'خبر', 'ظاهر', 'ظاهز', 'ثان'];
    for (const word of words) {
      const { text } = await compare(
        `query ($t: String!) { searchArticles(query: $t) {
          totalCount suggestion pageInfo { hasNextPage }
          edges { score node { id } highlights { field text } } } }`,
        { t: word },
      );
      if (word === 'خبر') expect(text).toContain('"score":');
    }
  });

  it('learns nothing by writing to it', async () => {
    for (const id of hiddenIds) {
      const fields = { authorName: 'قارئ', authorEmail: 'reader@example.org', body: 'تعليق.' };
      const writes = [
        ['addComment', 'AddCommentInput', { articleId: id, ...fields }],
        ['addComment', 'AddCommentInput', { articleId: visibleIds[0], parentId: id, ...fields }],
        ['reportComment', 'ReportCommentInput', { commentId: id, reason: 'SPAM' }],
        ['publishArticle', 'PublishArticleInput', { id, version: 2 }],
        ['createPreviewLink', 'CreatePreviewLinkInput', { articleId: id }],
        ['deleteImageFile', 'DeleteImageFileInput', { id }],
      ] as const;
      for (const [name, type, input] of writes) {
        await compare(
          `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code field message } } }`,
          { input },
        );
      }
    }
  });
});
