import fc from 'fast-check';
import { MergeTagsDocument, RenameTagDocument } from '../../examples/generated/operations';
import { Role } from '../../src/platform/request';
import { ask } from '../support/ask';
import { writeArticle } from '../support/builders';
import { type RequestOptions, startApp, type TestApp } from '../support/start-app';
import { assignTags, moveArticle, type TestStanding, toTagged } from '../support/tags';
import { createToken, withToken } from '../support/tokens';

const words = ['غزة', 'مصر', 'لبنان', 'سوريا', 'العراق'];

type Move =
  | { readonly kind: 'assign'; readonly article: number; readonly names: readonly number[] }
  | {
      readonly kind: 'move';
      readonly article: number;
      readonly status: TestStanding['status'];
      readonly inMs: number;
      readonly forMs: number | null;
    }
  | { readonly kind: 'rename'; readonly tag: number; readonly name: number }
  | { readonly kind: 'merge'; readonly from: number; readonly into: number }
  | { readonly kind: 'clock'; readonly ms: number };

const place = fc.nat(4);
const moves: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    kind: fc.constant('assign' as const),
    article: fc.nat(3),
    names: fc.array(fc.nat(words.length - 1), { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('move' as const),
    article: fc.nat(3),
    status: fc.constantFrom('DRAFT' as const, 'PUBLISHED' as const, 'ARCHIVED' as const),
    inMs: fc.constantFrom(-1_000, 0, 500, 1_500),
    forMs: fc.constantFrom(null, null, 500, 2_000),
  }),
  fc.record({ kind: fc.constant('rename' as const), tag: place, name: fc.nat(99) }),
  fc.record({ kind: fc.constant('merge' as const), from: place, into: place }),
  fc.record({ kind: fc.constant('clock' as const), ms: fc.constantFrom(1, 499, 1_000) }),
);

interface ModelArticle {
  readonly id: string;
  standing: TestStanding;
  /** The tags that it has. */
  tags: ModelTag[];
}

interface ModelTag {
  name: string;
  /** Everything that it was ever called. */
  readonly names: Set<string>;
}

interface SeenTag {
  readonly id: string;
  readonly name: string;
  readonly articleCount: number;
  readonly articles: { readonly totalCount: number; readonly nodes: readonly { id: string }[] };
}

let service: TestApp;
let editor: RequestOptions;
let run = 0;
let question = 0;

beforeAll(async () => {
  service = await startApp();
  editor = withToken(await createToken(service, Role.EDITOR));
});

afterAll(() => service.stop());

/** What tags and articles ought to be, beside a service that is told the same. */
class Model {
  readonly articles: ModelArticle[] = [];
  tags: ModelTag[] = [];

  async open(): Promise<void> {
    run += 1;
    for (let number = 0; number < 4; number += 1) {
      const { article } = await writeArticle(service);
      const standing = { status: 'PUBLISHED', timelineAt: article.timelineAt } as const;
      this.articles.push({ id: article.id, standing, tags: [] });
    }
  }

  async make(move: Move): Promise<void> {
    switch (move.kind) {
      case 'assign':
        return this.assign(move.article, move.names);
      case 'move':
        return this.move(move);
      case 'rename':
        return this.rename(move.tag, move.name);
      case 'merge':
        return this.merge(move.from, move.into);
      case 'clock':
        service.clock.advance(move.ms);
    }
  }

  isSeen({ standing: { status, timelineAt, unpublishAt = null } }: ModelArticle): boolean {
    const now = service.clock.now();
    return (
      status === 'PUBLISHED' && timelineAt <= now && (unpublishAt === null || unpublishAt > now)
    );
  }

  /** What readers see: the names of tags with the ids of their articles. */
  listSeen(): [string, string[]][] {
    return this.tags
      .map<[string, string[]]>((tag) => [
        tag.name,
        this.articles
          .filter((article) => article.tags.includes(tag) && this.isSeen(article))
          .map(({ id }) => id)
          .sort(),
      ])
      .filter(([, ids]) => ids.length > 0)
      .sort(([one], [other]) => (one < other ? -1 : 1));
  }

  private async assign(index: number, places: readonly number[]): Promise<void> {
    const article = this.articles[index];
    if (article === undefined) return;
    const names = places.map((number) => `${words[number] ?? ''} ${run}`);
    await assignTags(service, toTagged(service, article.id, article.standing), names);
    article.tags = [...new Set(names.map((name) => this.findOrMake(name)))];
  }

  private findOrMake(name: string): ModelTag {
    const known = this.tags.find((tag) => tag.name === name);
    const former = known ?? this.tags.find(({ names }) => names.has(name));
    if (former !== undefined) return former;
    const made = { name, names: new Set([name]) };
    this.tags.push(made);
    return made;
  }

  private async move({ article: index, status, inMs, forMs }: Extract<Move, { kind: 'move' }>) {
    const article = this.articles[index];
    if (article === undefined) return;
    const timelineAt = new Date(service.clock.now().getTime() + inMs);
    const unpublishAt = forMs === null ? null : new Date(timelineAt.getTime() + forMs);
    article.standing = { status, timelineAt, unpublishAt };
    await moveArticle(service, article.id, article.standing);
  }

  private async rename(index: number, number: number): Promise<void> {
    const tag = this.tags[index % Math.max(1, this.tags.length)];
    if (tag === undefined) return;
    const name = `وسم ${number} ${run}`;
    const input = { id: await findId(tag.name), name };
    const { renameTag } = await ask(service, RenameTagDocument, { input }, editor);
    const isTaken = this.tags.some((other) => other !== tag && other.name === name);
    expect(renameTag.userErrors.map(({ code }) => code)).toEqual(isTaken ? ['DUPLICATE'] : []);
    if (isTaken) return;
    for (const other of this.tags) other.names.delete(name);
    tag.names.add(name);
    tag.name = name;
  }

  private async merge(fromIndex: number, intoIndex: number): Promise<void> {
    const count = Math.max(1, this.tags.length);
    const [from, into] = [this.tags[fromIndex % count], this.tags[intoIndex % count]];
    if (from === undefined || into === undefined || from === into) return;
    const input = { from: [await findId(from.name)], into: await findId(into.name) };
    const { mergeTags } = await ask(service, MergeTagsDocument, { input }, editor);
    expect(mergeTags.userErrors).toEqual([]);
    for (const name of from.names) into.names.add(name);
    for (const article of this.articles) {
      article.tags = [...new Set(article.tags.map((tag) => (tag === from ? into : tag)))];
    }
    this.tags = this.tags.filter((tag) => tag !== from);
  }
}

async function findId(name: string): Promise<string> {
  const { tags } = await ask<{ tags: { nodes: SeenTag[] } }>(
    service,
    'query ($name: String!) { tags(startsWith: $name) { nodes { id name } } }',
    { name },
    editor,
  );
  return tags.nodes.find((tag) => tag.name === name)?.id ?? '';
}

/** What a reader is told, past every kept answer. */
async function askTags(): Promise<readonly SeenTag[]> {
  question += 1;
  const { tags } = await ask<{ tags: { nodes: SeenTag[] } }>(
    service,
    `{ tags(first: 100) { nodes { id name articleCount articles { totalCount nodes { id } } } } }`,
    {},
    { headers: { accept: `application/json, test/${question};q=0` } },
  );
  return tags.nodes.filter(({ name }) => name.endsWith(` ${run}`));
}

describe('the articles of a tag', () => {
  it('are counted as they are listed, whatever is assigned, moved, renamed or merged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moves, { maxLength: 15 }), async (path) => {
        const model = new Model();
        await model.open();
        for (const move of path) {
          await model.make(move);
          const wanted = new Map(model.listSeen());
          for (const { name, articleCount, articles } of await askTags()) {
            const ids = articles.nodes.map(({ id }) => id).sort();
            expect([name, articleCount, ids]).toEqual([name, ids.length, wanted.get(name)]);
            expect(articles.totalCount).toBe(articleCount);
          }
        }
        // Settled, as the job does within a second, every tag is listed too.
        for (const { id, standing } of model.articles) await moveArticle(service, id, standing);
        const listed = (await askTags()).map(({ name, articles: { nodes } }) => [
          name,
          nodes.map(({ id }) => id).sort(),
        ]);
        listed.sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
        expect(listed).toEqual(model.listSeen());
      }),
      { numRuns: 25 },
    );
  }, 240_000);

  it('are counted right where many write, rename and merge at once', async () => {
    run += 1;
    const names = words.map((word) => `${word} معا ${run}`);
    const articles = await Promise.all(
      names.map(async () => (await writeArticle(service)).article),
    );
    const standing = { status: 'PUBLISHED', timelineAt: service.clock.now() } as const;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, async (_, index) => {
        const article = articles[index % articles.length];
        if (article === undefined) return;
        const own = names.filter((_name, at) => (index + at) % 3 !== 0);
        const order = index % 2 === 0 ? own : own.toReversed();
        await assignTags(service, toTagged(service, article.id, standing), order);
        if (index % 10 !== 9) return;
        const [first = '', second = ''] = order;
        const [from, into] = [await findId(first), await findId(second)];
        await service.send(MergeTagsDocument, { input: { from: [from], into } }, editor);
      }),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    for (const { articleCount, articles: list } of await askTags()) {
      expect(list.nodes).toHaveLength(articleCount);
    }
  }, 60_000);
});
