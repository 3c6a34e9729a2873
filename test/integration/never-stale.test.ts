import fc from 'fast-check';
import type { Environment } from '../../src/config';
import { ArticleRepository } from '../../src/features/article/article.repository';
import {
  type Database,
  type DatabaseOptions,
  openDatabase,
  type Queryable,
} from '../../src/platform/database';
import { Role } from '../../src/platform/request';
import { ask as askService } from '../support/ask';
import { buildComment, writeArticle } from '../support/builders';
import { createEditor, type Editor } from '../support/editing';
import { get, post } from '../support/http';
import {
  arbitraryVariables,
  type LateValue,
  listReadOperations,
  type ReadOperation,
  type ValuePools,
} from '../support/random-operations';
import { startApp, type TestApp } from '../support/start-app';
import { retagArticle } from '../support/tags';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { waitUntil } from '../support/wait-until';

/** One request, its variables still to be filled in. */
interface Read {
  readonly operation: ReadOperation;
  readonly variables: LateValue;
  readonly isGet: boolean;
  readonly language: string;
}

type Write =
  | { readonly kind: 'comment'; readonly at: number; readonly parent: number | null }
  | {
      readonly kind: 'article';
      readonly slug: number;
      readonly title: number;
      readonly byline: number;
      readonly tags: readonly number[];
      readonly locale: string;
      readonly sectionCount: number;
      readonly delayMs: number;
    }
  | Edit;

/** A change of an article by an editor. */
interface Edit {
  readonly kind: 'edit';
  readonly at: number;
  readonly mutation: (typeof mutations)[number];
  /** What a save says; a slug that is taken is refused. */
  readonly slug: number | null;
  readonly title: number;
  readonly tags: readonly number[];
  /** When it is to happen; null for at once. Units: milliseconds from now. */
  readonly inMs: number | null;
}

const mutations = [
  ...(['updateArticle', 'updateArticle', 'publishArticle', 'publishArticle'] as const),
  ...(['unpublishArticle', 'cancelSchedule', 'discardDraft', 'archiveArticle'] as const),
];

interface Step {
  readonly reads: readonly Read[];
  readonly writes: readonly Write[];
  /** Units: milliseconds that the clock moves on, once the step is done. */
  readonly advanceMs: number;
}

/** Two of them read alike. */
const tagNames = ['غزة', 'غزه', 'مصر'];

/** How many of the latest reads are compared once more after each step. */
const askedAgain = 15;

/** What a run has made so far, and what its reads draw from. */
interface World {
  readonly articleIds: string[];
  readonly commentIds: { readonly id: string; readonly articleId: string }[];
  /** By article: the version that its editor knows. */
  readonly versions: Map<string, number>;
  readonly pools: ValuePools & Record<keyof ValuePools, string[]>;
}

let database: TestDatabase;
let cached: TestApp;
let plain: TestApp;
let editor: Editor;
let runCount = 0;
let hitCount = 0;
let editCount = 0;
let settledCount = 0;

/** Lets turns of the event loop pass around each read, so that commits fall between its parts. */
async function openUnevenly(options: DatabaseOptions): Promise<Database> {
  const opened = await openDatabase(options);
  let turn = 0;
  const pass = async () => {
    turn = (turn * 5 + 3) % 8;
    for (let left = turn; left > 0; left -= 1) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  };
  const uneven = (reads: Queryable): Queryable => ({
    select: async (selection, parameters) => {
      await pass();
      const rows = await reads.select(selection, parameters);
      await pass();
      return rows;
    },
  });
  const { replica } = opened;
  return {
    ...opened,
    replica: {
      ...uneven(replica),
      openForRequest: (signal) => uneven(replica.openForRequest(signal)),
    },
  };
}

const operations = listReadOperations();

function arbitraryRead(): fc.Arbitrary<Read> {
  const { schema } = cached.app;
  return fc.constantFrom(...operations).chain((operation) =>
    fc.record({
      operation: fc.constant(operation),
      variables: arbitraryVariables(schema, operation),
      isGet: fc.boolean(),
      language: fc.constantFrom('ar', 'en'),
    }),
  );
}

const arbitraryComment = fc.record({
  kind: fc.constant('comment' as const),
  at: fc.nat(),
  parent: fc.option(fc.nat(), { nil: null }),
});

const arbitraryArticle = fc.record({
  kind: fc.constant('article' as const),
  slug: fc.nat(3),
  title: fc.nat(2),
  byline: fc.nat(1),
  tags: fc.array(fc.nat(2), { maxLength: 3 }),
  locale: fc.constantFrom('ar', 'en'),
  sectionCount: fc.nat(3),
  delayMs: fc.constantFrom(-1_000, 0, 500, 2_000),
});

const arbitraryEdit = fc.record<Edit>({
  kind: fc.constant('edit'),
  at: fc.nat(),
  mutation: fc.constantFrom(...mutations),
  slug: fc.option(fc.nat(3), { nil: null }),
  title: fc.nat(2),
  tags: fc.array(fc.nat(2), { maxLength: 3 }),
  inMs: fc.constantFrom(null, null, 1, 500, 1_500),
});

const arbitraryWrite: fc.Arbitrary<Write> = fc.oneof(
  { arbitrary: arbitraryComment, weight: 2 },
  { arbitrary: arbitraryArticle, weight: 2 },
  { arbitrary: arbitraryEdit, weight: 4 },
);

const arbitrarySteps = () =>
  fc.array(
    fc.record<Step>({
      reads: fc.array(arbitraryRead(), { minLength: 1, maxLength: 5 }),
      writes: fc.array(arbitraryWrite, { maxLength: 5 }),
      advanceMs: fc.constantFrom(0, 0, 1, 499, 500, 1_500),
    }),
    { minLength: 4, maxLength: 12 },
  );

interface AddedId {
  readonly addComment: { readonly comment: { readonly id: string } | null };
}

const adding = `mutation ($input: AddCommentInput!) {
  addComment(input: $input) { comment { id } }
}`;

function createWorld(): World {
  runCount += 1;
  const slugs = [...[0, 1, 2, 3].map((number) => `مقال-${runCount}-${number}`), ...tagNames];
  const bylines = ['فريق التحرير', `كاتب ${runCount}`];
  const ids = ['article_01j03cqd00fgqbrcr42gqh0k5v', 'nothing'];
  const instants = [cached.clock.now().toISOString()];
  return {
    articleIds: [],
    commentIds: [],
    versions: new Map(),
    pools: { ids, slugs, bylines, instants, cursors: [] },
  };
}

async function write(world: World, move: Write): Promise<void> {
  if (move.kind === 'comment') await addComment(world, move);
  else if (move.kind === 'article') await importArticle(world, move);
  else await edit(world, move);
}

async function addComment(
  { articleIds, commentIds, pools }: World,
  { at, parent }: Extract<Write, { kind: 'comment' }>,
): Promise<void> {
  const under = parent === null ? undefined : commentIds[parent % Math.max(1, commentIds.length)];
  const articleId = under?.articleId ?? articleIds[at % Math.max(1, articleIds.length)];
  if (articleId === undefined) return;
  const input = buildComment(articleId, {
    body: `تعليق ${commentIds.length} في ${runCount}`,
    ...(under === undefined ? {} : { parentId: under.id }),
  });
  // Its article is not asked for: another client may be taking it off the site at this moment.
  const { addComment: added } = await askService<AddedId, object>(cached, adding, { input });
  const { comment } = added;
  if (comment === null) return;
  commentIds.push({ id: comment.id, articleId });
  pools.ids.push(comment.id);
}

/** Changes an article as an editor does, who tries once more where another was faster. */
async function edit(world: World, move: Edit): Promise<void> {
  const { articleIds, versions, pools } = world;
  const id = articleIds[move.at % Math.max(1, articleIds.length)];
  if (id === undefined) return;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const input = { id, version: versions.get(id) ?? 1, ...toInput(world, move) };
    const { article, conflict } = await editor.send(move.mutation, input);
    const version = article?.editing?.version ?? conflict?.version;
    if (version !== undefined) versions.set(id, version);
    if (article !== null) editCount += 1;
    if (article?.publishedAt) pools.instants.push(article.publishedAt);
    if (conflict === null || conflict === undefined) return;
  }
}

function toInput({ pools }: World, { mutation, slug, title, tags, inMs }: Edit): object {
  if (mutation === 'updateArticle') {
    return {
      title: `عنوان ${title}`,
      tags: [...new Set(tags)].map((number) => tagNames[number]),
      sections: [{ body: `فقرة ${title}.` }],
      ...(slug === null ? {} : { slug: pools.slugs[slug] }),
    };
  }
  const isPlannable = mutation === 'publishArticle' || mutation === 'unpublishArticle';
  if (!isPlannable || inMs === null) return {};
  return { at: new Date(cached.clock.now().getTime() + inMs).toISOString() };
}

/**
 * Lets the job write down what is due, amid reads. Returns whether there was anything.
 * Shape: no other write is under way, so the job's look after its last change ends it.
 */
async function settle(world: World, reads: readonly Read[]): Promise<boolean> {
  const articles = new ArticleRepository(plain.app.database.dialect);
  const isAnyDue = async () =>
    (await articles.listDueIds(plain.app.database.primary, cached.clock.now(), [])).length > 0;
  if (!(await isAnyDue())) return false;
  const { statements, timer } = cached;
  statements.length = 0;
  const isDone = async () => {
    timer.fire();
    if (await isAnyDue()) return false;
    return statements.lastIndexOf('article.listDueIds') > statements.lastIndexOf('article.update');
  };
  await Promise.all([waitUntil(isDone), ...reads.map((read) => ask(cached, read, world))]);
  settledCount += 1;
  return true;
}

async function importArticle(
  { articleIds, pools }: World,
  { slug, title, byline, tags, locale, sectionCount, delayMs }: Extract<Write, { kind: 'article' }>,
): Promise<void> {
  const publishedAt = new Date(cached.clock.now().getTime() + delayMs);
  pools.instants.push(publishedAt.toISOString());
  const section = { heading: null, body: `فقرة ${title}.`, images: [] };
  const image = { alt: null, caption: `صورة ${title}`, credit: null };
  const { article } = await writeArticle(cached, {
    slug: pools.slugs[slug] ?? '',
    title: `عنوان ${title}`,
    byline: pools.bylines[byline] ?? null,
    ...{ locale, publishedAt },
    sections: Array.from({ length: sectionCount }, () => ({ ...section, images: [image] })),
  });
  await retagArticle(
    cached,
    article.id,
    tags.map((number) => tagNames[number] ?? ''),
  );
  if (articleIds.includes(article.id)) return;
  articleIds.push(article.id);
  pools.ids.push(article.id);
}

/** What a service answers, as bytes; whatever it names can be asked for from then on. */
async function ask(service: TestApp, read: Read, { pools }: World): Promise<string> {
  const variables = read.variables(pools);
  const headers = { 'accept-language': read.language };
  const { name, document } = read.operation;
  const { status, text } = read.isGet
    ? await get(service, { documentId: name, variables }, headers)
    : await post(service, { query: document, variables }, headers);
  return `${status} ${text}`;
}

function learn({ pools }: World, answer: string): void {
  for (const [, id = ''] of answer.matchAll(/"id":"((?:section|image|tag)_\w{26})"/g)) {
    if (!pools.ids.includes(id)) pools.ids.push(id);
  }
  for (const [, cursor = ''] of answer.matchAll(/"endCursor":"([\w-]+)"/g)) {
    if (!pools.cursors.includes(cursor)) pools.cursors.push(cursor);
  }
}

async function compare(world: World, reads: readonly Read[]): Promise<void> {
  for (const read of reads) {
    const wanted = await ask(plain, read, world);
    cached.statements.length = 0;
    const seen = await ask(cached, read, world);
    if (cached.statements.length === 0) hitCount += 1;
    const { name } = read.operation;
    expect({ name, seen }).toEqual({ name, seen: wanted });
    learn(world, wanted);
  }
}

/** Hears of the other service's commits when that does: what it knows of the schedule is no cache's. */
async function openBesideCached(options: DatabaseOptions): Promise<Database> {
  const opened = await openDatabase(options);
  return {
    ...opened,
    onCommit: (listener) => {
      opened.onCommit(listener);
      cached.app.database.onCommit(listener);
    },
  };
}

/** What the service keeps whose answers are looked at; the other keeps nothing. */
const settings: readonly (readonly [name: string, environment: Environment])[] = [
  ['answers and rows are kept', {}],
  ['rows alone are kept', { RESPONSE_CACHE: 'off' }],
];

describe.each(settings)('every answer where %s', (_, environment) => {
  beforeAll(async () => {
    [hitCount, editCount, settledCount] = [0, 0, 0];
    database = await createTestDatabase();
    cached = await startApp({ database, environment, parts: { openDatabase: openUnevenly } });
    plain = await startApp({
      database,
      environment: { RESPONSE_CACHE: 'off', ROW_CACHE: 'off' },
      parts: { clock: cached.clock, openDatabase: openBesideCached },
    });
    editor = await createEditor(cached, Role.EDITOR);
  });

  afterAll(async () => {
    await cached.stop();
    await plain.stop();
    await database.drop();
  });

  it('equals that of a service without a cache, whatever is written and whenever', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps(), async (steps) => {
        const world = createWorld();
        const asked: Read[] = [];
        for (const { reads, writes, advanceMs } of steps) {
          // Twice each, so that equal requests meet; what they answer amid the writes may be either.
          await Promise.all([
            ...[...reads, ...reads].map((read) => ask(cached, read, world)),
            ...writes.map((move) => write(world, move)),
          ]);
          asked.push(...reads);
          await compare(world, asked.slice(-askedAgain));
          cached.clock.advance(advanceMs);
          await compare(world, reads);
          if (await settle(world, reads)) await compare(world, reads);
        }
      }),
      // What a run has written is not undone, so a smaller one would say nothing.
      { numRuns: 20, endOnFailure: true },
    );
    expect(hitCount).toBeGreaterThan(200);
    expect(editCount).toBeGreaterThan(50);
    expect(settledCount).toBeGreaterThan(10);
  }, 240_000);
});
