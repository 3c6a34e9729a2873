import { AddCommentDocument } from '../../examples/generated/operations';
import { Role } from '../../src/platform/request';
import { addComment } from '../support/add-comments';
import { ask } from '../support/ask';
import { buildComment, writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { get, type HttpAnswer, preflightHeaders } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';
import { createToken, withToken } from '../support/tokens';

let service: TestApp;
let slug: string;
let articleId: string;

beforeEach(async () => {
  service = await startApp();
  ({
    article: { id: articleId, slug },
  } = await writeArticle(service, { title: 'ميناء', byline: 'سارة' }));
});

afterEach(() => service.stop());

/** Plans a moment of the article's. Units: milliseconds from now. */
const plan = (column: 'unpublish_at' | 'scheduled_at', inMs: number) =>
  changeRow(service, articleId, `${column} = ${service.clock.now().getTime() + inMs}`, [
    'articles',
  ]);

/** Every way by which a reader comes upon an article, in a document of its own. */
const ways: Readonly<Record<string, string>> = {
  'by its slug': 'query ($slug: String!) { it: article(slug: $slug) { title } }',
  'by its id': 'query ($id: ID!) { it: node(id: $id) { id } }',
  'in a list': '{ it: articles(first: 5) { nodes { title } } }',
  'in a count': '{ it: articles { totalCount } }',
  'in a count of its kind':
    '{ it: articles(filter: { byline: "سارة", publishedAfter: "2024-01-01T00:00:00Z" }) { totalCount } }',
  'in a search': '{ it: searchArticles(query: "ميناء") { totalCount nodes { title } } }',
  'by its comment': 'query ($commentId: ID!) { it: node(id: $commentId) { id } }',
};
let commentId: string;

const send = (document: string, headers: Readonly<Record<string, string>> = {}) => {
  const all: Record<string, string> = { slug, id: articleId, commentId };
  const names = [...document.matchAll(/\$(\w+)/g)].map(([, name = '']) => name);
  const variables = Object.fromEntries(names.map((name) => [name, all[name]]));
  return get(service, { query: document, variables }, { ...preflightHeaders, ...headers });
};
const itOf = ({ text }: HttpAnswer) => (JSON.parse(text) as { data: { it: unknown } }).data.it;
const lifetimeOf = ({ headers }: HttpAnswer) => headers.get('cache-control');
const nothing: Readonly<Record<string, unknown>> = {
  'by its slug': null,
  'by its id': null,
  'in a list': { nodes: [] },
  'in a count': { totalCount: 0 },
  'in a count of its kind': { totalCount: 0 },
  'in a search': { totalCount: 0, nodes: [] },
  'by its comment': null,
};

describe('a planned unpublication', () => {
  beforeEach(async () => {
    commentId = await addComment(service, articleId);
  });

  it.each(Object.entries(ways))(
    'ends what is kept of an article that was found %s, to the millisecond',
    async (way, document) => {
      await plan('unpublish_at', 10_000);
      const before = await send(document);
      expect(itOf(before)).not.toEqual(nothing[way]);
      expect(lifetimeOf(before)).toMatch(/^public, max-age=(10|5), stale-while-revalidate=[05]$/);
      service.clock.advance(9_999);
      service.statements.length = 0;
      const last = await send(document);
      expect([last.text, service.statements]).toEqual([before.text, []]);
      expect(lifetimeOf(last)).toBe('public, max-age=0, stale-while-revalidate=0');
      service.clock.advance(1);
      const etag = before.headers.get('etag') ?? '';
      const after = await send(document, { 'if-none-match': etag });
      expect([after.status, itOf(after)]).toEqual([200, nothing[way]]);
    },
  );

  it('takes an article from lists that were read before it was planned', async () => {
    const document = '{ it: articles(first: 5) { nodes { title } } }';
    await send(document);
    await send(document);
    await plan('unpublish_at', 1);
    service.clock.advance(1);
    expect(itOf(await send(document))).toEqual({ nodes: [] });
  });

  it('lets editors see the article as a draft', async () => {
    await plan('unpublish_at', 1);
    service.clock.advance(1);
    const document = 'query ($slug: String!) { article(slug: $slug) { status } }';
    const editor = withToken(await createToken(service, Role.EDITOR));
    expect(await ask(service, document, { slug }, editor)).toEqual({
      article: { status: 'DRAFT' },
    });
  });

  it('refuses comments as on an article that is not there', async () => {
    await plan('unpublish_at', 1);
    service.clock.advance(1);
    const add = async (id: string) => {
      const { addComment: added } = await ask(service, AddCommentDocument, {
        input: buildComment(id),
      });
      return added.userErrors.map(({ message }) => message);
    };
    const messages = await add(articleId);
    expect(messages).toHaveLength(1);
    expect(messages).toEqual(await add(`${articleId.slice(0, -4)}0000`));
  });

  it('takes an article from a search that is read on from before, and from its count', async () => {
    const others = Array.from({ length: 2 }, () => writeArticle(service, { title: 'ميناء' }));
    await Promise.all(others);
    const document = `query ($after: String) { it: searchArticles(query: "ميناء", first: 1, after: $after) {
      totalCount nodes { id } pageInfo { endCursor } } }`;
    interface Found {
      readonly it: {
        readonly totalCount: number;
        readonly nodes: readonly { readonly id: string }[];
        readonly pageInfo: { readonly endCursor: string };
      };
    }
    const first = await ask<Found>(service, document, { after: null });
    await plan('unpublish_at', 1);
    service.clock.advance(1);
    const { it: next } = await ask<Found>(service, document, {
      after: first.it.pageInfo.endCursor,
    });
    expect([first.it.totalCount, next.totalCount]).toEqual([3, 2]);
    expect(next.nodes.map(({ id }) => id)).not.toContain(articleId);
  });
});

describe('a planned replacement', () => {
  const bySlug = 'query ($slug: String!) { it: article(slug: $slug) { title } }';
  const listed = '{ it: articles(first: 5) { nodes { title } } }';

  it.each([bySlug, listed])(
    'ends what is kept of the article at its moment: %s',
    async (document) => {
      await plan('scheduled_at', 10_000);
      expect(lifetimeOf(await send(document))).toBe('public, max-age=10, stale-while-revalidate=0');
      service.clock.advance(9_999);
      service.statements.length = 0;
      await send(document);
      expect(service.statements).toEqual([]);
    },
  );

  it.each([bySlug, listed])(
    'lets nobody keep an answer from its moment on until it was applied: %s',
    async (document) => {
      await plan('scheduled_at', 1);
      service.clock.advance(1);
      for (let time = 0; time < 3; time += 1) {
        service.clock.advance(100);
        service.statements.length = 0;
        const due = await send(document);
        expect(lifetimeOf(due)).toBe('public, max-age=0, stale-while-revalidate=0');
        expect(due.text).toContain('ميناء');
      }
      await changeRow(service, articleId, `scheduled_at = NULL, title = 'مرفأ'`, [
        'articles',
        `slug:${slug}`,
      ]);
      const applied = await send(document);
      expect(applied.text).toContain('مرفأ');
      expect(lifetimeOf(applied)).toBe('public, max-age=60, stale-while-revalidate=60');
    },
  );
});

describe('several planned moments', () => {
  it('end an answer one after the other, whatever their kind', async () => {
    await plan('unpublish_at', 30_000);
    await plan('scheduled_at', 20_000);
    const publishedAt = new Date(service.clock.now().getTime() + 10_000);
    await writeArticle(service, { publishedAt });
    const document = '{ it: articles { totalCount } }';
    const seen: unknown[] = [];
    for (let moment = 0; moment < 4; moment += 1) {
      const answer = await send(document);
      seen.push([/max-age=(\d+)/.exec(lifetimeOf(answer) ?? '')?.[1], itOf(answer)]);
      service.clock.advance(10_000);
      // As the job does.
      const nowMs = service.clock.now().getTime();
      const later = `CASE WHEN scheduled_at > ${nowMs} THEN scheduled_at END`;
      await changeRow(service, articleId, `scheduled_at = ${later}`);
    }
    expect(seen).toEqual([
      ['10', { totalCount: 1 }],
      ['10', { totalCount: 2 }],
      ['10', { totalCount: 2 }],
      ['60', { totalCount: 1 }],
    ]);
  });
});
