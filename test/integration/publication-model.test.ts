import fc from 'fast-check';
import { ArticleRepository } from '../../src/features/article/article.repository';
import { Role } from '../../src/platform/request';
import { ask } from '../support/ask';
import { createEditor, type Editor } from '../support/editing';
import {
  carryOut,
  chooseVersion,
  createModel,
  getSave,
  type ModelArticle,
  modelTags,
  modelTitles,
  type Move,
  tick,
  versionForEditors,
} from '../support/publication-model';
import { type RequestOptions, startApp, type TestApp, type TestClock } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { waitUntil } from '../support/wait-until';

/** Articles of one run: each is changed by a sequence of its own, and all live by one clock. */
const laneCount = 50;
const runCount = 40;
/** Articles that one request asks for. */
const batchSize = 25;

interface Command {
  readonly move: Move | null;
  /** Sent with a version that is no longer the present one. */
  readonly isStale: boolean;
}

interface Round {
  readonly commands: readonly Command[];
  readonly advanceMs: number;
  /** Whether the job of planned publications runs, and all is then compared strictly. */
  readonly settles: boolean;
  readonly restarts: boolean;
}

/** An article, what should have become of it, and how. */
interface Lane {
  readonly id: string;
  readonly slug: string;
  readonly sectionId: string;
  model: ModelArticle;
  /** What readers may still see until a replacement that is due is applied; null for nothing else. */
  before: ModelArticle | null;
  readonly history: string[];
}

let database: TestDatabase;
let service: TestApp;
let editor: Editor;
let clock: TestClock;
let nextRun = 1;
const seen = { changed: 0, unchanged: 0, refused: 0, stale: 0, replaced: 0, restarts: 0, hits: 0 };

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startApp({ database });
  ({ clock } = service);
  editor = await createEditor(service, Role.EDITOR, 'desk');
});

afterAll(async () => {
  await service.stop();
  await database.drop();
});

const nowMs = () => clock.now().getTime();
/** Now, or at a moment; one that has passed is refused. */
const arbitraryMoment = fc.constantFrom(null, null, 0, 1, 500, 1_000, 3_000);

const save = {
  kind: fc.constant('save' as const),
  title: fc.nat(modelTitles.length - 1),
  tag: fc.nat(modelTags.length - 1),
};

const arbitraryMove: fc.Arbitrary<Move | null> = fc.oneof(
  { arbitrary: fc.constant(null), weight: 4 },
  { arbitrary: fc.record(save), weight: 4 },
  { arbitrary: fc.record({ ...save, dateMs: fc.constantFrom(-1_000, 0, 1) }), weight: 2 },
  {
    arbitrary: fc.record({ kind: fc.constant('publish' as const), inMs: arbitraryMoment }),
    weight: 6,
  },
  {
    arbitrary: fc.record({ kind: fc.constant('unpublish' as const), inMs: arbitraryMoment }),
    weight: 3,
  },
  {
    arbitrary: fc.constantFrom<Move>({ kind: 'cancel' }, { kind: 'discard' }, { kind: 'archive' }),
    weight: 3,
  },
  { arbitrary: fc.record({ kind: fc.constant('restore' as const), at: fc.nat(9) }), weight: 1 },
);

/** A date that is wrong is told before a version that is: a stale save has none. */
const undated = (move: Move | null): Move | null =>
  move?.kind === 'save' ? { kind: 'save', title: move.title, tag: move.tag } : move;

const arbitraryCommand: fc.Arbitrary<Command> = fc.oneof(
  { arbitrary: arbitraryMove.map((move) => ({ move, isStale: false })), weight: 19 },
  { arbitrary: arbitraryMove.map((move) => ({ move: undated(move), isStale: true })), weight: 1 },
);

const arbitraryRounds = fc.array(
  fc
    .record<Round>({
      commands: fc.array(arbitraryCommand, { minLength: laneCount, maxLength: laneCount }),
      advanceMs: fc.constantFrom(0, 1, 499, 500, 1_000, 3_000),
      settles: fc.boolean(),
      restarts: fc.nat(19).map((number) => number === 0),
    })
    // Where an article is not as the model says, its own history says more than a run of fifty.
    .map((round) => ({ ...round, [fc.toStringMethod]: () => 'a round' })),
  { minLength: 4, maxLength: 6 },
);

async function openLanes(tag: string): Promise<Lane[]> {
  const content = { title: modelTitles[0] ?? '', tag: modelTags[0] ?? '', date: null };
  return Promise.all(
    Array.from({ length: laneCount }, async (_, index) => {
      const slug = `${tag}-${index}`;
      const sections = [{ body: content.title }];
      const article = await editor.create({ ...{ slug, sections }, ...toInput(content, tag) });
      const sectionId = article.sections[0]?.id ?? '';
      const { id } = article;
      return { id, slug, sectionId, model: createModel(content), before: null, history: [] };
    }),
  );
}

const toInput = ({ title, tag }: { title: string; tag: string }, runTag: string) => ({
  title,
  tags: [runTag, tag],
});

const toInstant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** The mutation of a move, and its input beside the guard. */
function toMutation(lane: Lane, move: Move, tag: string): [name: string, input: object] {
  switch (move.kind) {
    case 'save': {
      const title = modelTitles[move.title] ?? '';
      const publishedAt =
        move.dateMs === undefined ? {} : { publishedAt: toInstant(nowMs() + move.dateMs) };
      const sections = [{ id: lane.sectionId, body: title }];
      const input = toInput({ title, tag: modelTags[move.tag] ?? '' }, tag);
      return ['updateArticle', { ...input, sections, ...publishedAt }];
    }
    case 'publish':
    case 'unpublish':
      return [
        `${move.kind}Article`,
        move.inMs === null ? {} : { at: toInstant(nowMs() + move.inMs) },
      ];
    case 'restore':
      return ['restoreRevision', { revision: chooseVersion(lane.model, move.at) }];
    case 'cancel':
      return ['cancelSchedule', {}];
    case 'discard':
      return ['discardDraft', {}];
    case 'archive':
      return ['archiveArticle', {}];
  }
}

/** An article as its editors read it. */
const editedOf = (model: ModelArticle) => {
  const { status, newest, approved, unpublishAt, editingVersion } = model;
  const version = versionForEditors(model);
  const { title } = getSave(model, version);
  const isDraft = status !== 'PUBLISHED' || version !== newest;
  return {
    ...{ title, status, version, body: title },
    publishedAt: toInstant(status === 'SCHEDULED' ? (approved?.at ?? null) : model.publishedAt),
    firstPublishedAt: toInstant(model.firstPublishedAt),
    editing: {
      version: editingVersion,
      scheduledAt: toInstant(approved?.at ?? null),
      unpublishAt: toInstant(unpublishAt),
      draft: isDraft ? { version: newest, title: getSave(model, newest).title } : null,
    },
  };
};

/** The part of it that a mutation is asked for. */
const answeredOf = (model: ModelArticle) => {
  const { body: _, editing, ...rest } = editedOf(model);
  const { version, scheduledAt, unpublishAt } = editing;
  return { ...rest, editing: { version, scheduledAt, unpublishAt } };
};

/** An article as any reader is to see it; null where it is hidden. */
const readOf = (model: ModelArticle, tag: string) => {
  if (model.live === null) return null;
  const content = getSave(model, model.live);
  return {
    ...{ title: content.title, version: model.live, body: content.title },
    publishedAt: toInstant(model.publishedAt),
    firstPublishedAt: toInstant(model.firstPublishedAt),
    tags: [{ name: tag }, { name: content.tag }],
  };
};

/** Sends a command and compares what it answers with what the model makes of it. */
async function send(lane: Lane, { move, isStale }: Command, tag: string): Promise<void> {
  if (move === null) return;
  const { id, model, history } = lane;
  const [mutation, input] = toMutation(lane, move, tag);
  history.push(`${nowMs()} ${JSON.stringify(move)}${isStale ? ' stale' : ''}`);
  const version = model.editingVersion - (isStale ? 1 : 0);
  const { article, userErrors } = await sendMutation(mutation, { id, version, ...input });
  const codes = userErrors.map(({ code, field }) => `${code} ${field.join('.')}`);
  const outcome = isStale ? { fault: 'version' } : carryOut(model, move, nowMs());
  if ('fault' in outcome) {
    seen[isStale ? 'stale' : 'refused'] += 1;
    const code = isStale ? 'CONFLICT' : 'INVALID';
    expect({ history, codes }).toEqual({ history, codes: [`${code} input.${outcome.fault}`] });
    return;
  }
  lane.model = outcome.article;
  seen[outcome.isChanged ? 'changed' : 'unchanged'] += 1;
  // What is written is written with what the clock has done; what changes nothing is not.
  if (outcome.isChanged) lane.before = null;
  const wanted = outcome.isChanged ? answeredOf(lane.model) : article;
  expect({ history, codes, article }).toEqual({ history, codes: [], article: wanted });
}

interface MutationAnswer {
  readonly payload: {
    readonly article: object | null;
    readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
  };
}

async function sendMutation(name: string, input: object): Promise<MutationAnswer['payload']> {
  const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { payload: ${name}(input: $input) {
    article { title status version publishedAt firstPublishedAt
      editing { version scheduledAt unpublishAt } }
    userErrors { code field }
  } }`;
  return (await ask<MutationAnswer>(service, document, { input }, editor.options)).payload;
}

/** Whether two answers to the same document are the same. */
const isAlike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

type Asked = Readonly<Record<string, unknown>>;

/** Articles by their aliases: some by slug, the others by id. */
async function askBatch(
  lanes: readonly Lane[],
  fields: string,
  options: RequestOptions = {},
): Promise<unknown[]> {
  const asked = lanes.map(({ slug, id }, index) =>
    index % 2 === 0
      ? `a${index}: article(slug: "${slug}") { ${fields} }`
      : `a${index}: article(id: "${id}") { ${fields} }`,
  );
  service.statements.length = 0;
  const answer = await ask<Asked>(service, `{ ${asked.join(' ')} }`, {}, options);
  if (service.statements.length === 0) seen.hits += 1;
  return lanes.map((_, index) => answer[`a${index}`]);
}

const listBatches = (lanes: readonly Lane[]) =>
  Array.from({ length: Math.ceil(lanes.length / batchSize) }, (_, index) =>
    lanes.slice(index * batchSize, (index + 1) * batchSize),
  );

const readerFields = 'title version body publishedAt firstPublishedAt tags { name }';
const editorFields = `${readerFields} status
  editing { version scheduledAt unpublishAt draft { version title tags } }`;

/** What readers see of each article, alone and in a list; one of two where a replacement is due. */
async function compareReaders(lanes: readonly Lane[], tag: string): Promise<void> {
  for (const batch of listBatches(lanes)) {
    const answers = await askBatch(batch, readerFields);
    for (const [index, { history, model, before }] of batch.entries()) {
      const shown = answers[index];
      const old = before === null ? undefined : readOf(before, tag);
      const wanted = isAlike(shown, old) ? old : readOf(model, tag);
      expect({ now: nowMs(), history, shown }).toEqual({ now: nowMs(), history, shown: wanted });
    }
  }
  const list = `query ($tag: String!) {
    articles(first: 100, filter: { tag: $tag }) { totalCount nodes { id } }
    tag(slug: $tag) { articleCount }
  }`;
  const ids = lanes.flatMap(({ model, id }) => (model.live === null ? [] : [id]));
  const { articles, tag: shown } = await ask<ListAnswer>(service, list, { tag });
  expect(articles.nodes.map(({ id }) => id).sort()).toEqual(ids.sort());
  expect([articles.totalCount, shown?.articleCount ?? 0]).toEqual([ids.length, ids.length]);
}

interface ListAnswer {
  readonly articles: { readonly totalCount: number; readonly nodes: { readonly id: string }[] };
  readonly tag: { readonly articleCount: number } | null;
}

async function compareEditors(lanes: readonly Lane[], tag: string): Promise<void> {
  for (const batch of listBatches(lanes)) {
    const answers = await askBatch(batch, editorFields, editor.options);
    for (const [index, { history, model }] of batch.entries()) {
      const { tag: own } = getSave(model, versionForEditors(model));
      const { editing, ...rest } = editedOf(model);
      const { draft } = editing;
      const tags = [tag, getSave(model, model.newest).tag];
      const wanted = {
        ...rest,
        tags: [{ name: tag }, { name: own }],
        editing: { ...editing, draft: draft === null ? null : { ...draft, tags } },
      };
      const shown = answers[index];
      expect({ now: nowMs(), history, shown }).toEqual({ now: nowMs(), history, shown: wanted });
    }
  }
}

function advance(lanes: readonly Lane[], milliseconds: number): void {
  clock.advance(milliseconds);
  for (const lane of lanes) {
    const { model } = lane;
    lane.model = tick(model, nowMs());
    if (model.live !== null && lane.model.live !== model.live) {
      seen.replaced += 1;
      lane.before ??= model;
    }
    if (lane.model.live === null) lane.before = null;
  }
}

/** Lets the job write down all that is due, and waits until readers see it. */
async function settle(lanes: readonly Lane[], tag: string): Promise<void> {
  const articles = new ArticleRepository(service.app.database.dialect);
  await waitUntil(async () => {
    service.timer.fire();
    const due = await articles.listDueIds(service.app.database.primary, clock.now(), []);
    return due.length === 0;
  });
  for (const lane of lanes.filter(({ before }) => before !== null)) {
    await waitUntil(async () => {
      const [shown] = await askBatch([lane], readerFields);
      return isAlike(shown, readOf(lane.model, tag));
    });
    lane.before = null;
  }
}

async function restart(lanes: readonly Lane[]): Promise<void> {
  seen.restarts += 1;
  await service.stop();
  service = await startApp({ database, parts: { clock } });
  editor = await createEditor(service, Role.EDITOR, 'desk');
  for (const lane of lanes) lane.before = null;
}

describe('articles that are edited, planned and taken back in any order', () => {
  it('are what a simple model says, to readers and to editors, at each moment', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRounds, async (rounds) => {
        const tag = `جولة-${nextRun++}`;
        const lanes = await openLanes(tag);
        for (const { commands, advanceMs, settles, restarts } of rounds) {
          const none = { move: null, isStale: false };
          await Promise.all(lanes.map((lane, index) => send(lane, commands[index] ?? none, tag)));
          await compareReaders(lanes, tag);
          advance(lanes, advanceMs);
          if (restarts) await restart(lanes);
          await compareReaders(lanes, tag);
          if (!settles) continue;
          await settle(lanes, tag);
          await compareReaders(lanes, tag);
          await compareEditors(lanes, tag);
        }
      }),
      { numRuns: runCount, endOnFailure: true },
    );
    // Each kind of outcome was met often enough to mean something.
    const { changed, unchanged, refused, stale, replaced, restarts, hits } = seen;
    for (const count of [changed, unchanged, refused]) expect(count).toBeGreaterThan(500);
    for (const count of [stale, replaced, hits]) expect(count).toBeGreaterThan(50);
    expect(restarts).toBeGreaterThan(2);
  }, 600_000);
});
