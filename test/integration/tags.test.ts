import { TagDocument, TagsDocument } from '../../examples/generated/operations';
import { Role } from '../../src/platform/request';
import { ask, codesOf, recordStatements } from '../support/ask';
import {
  connectionFields,
  type ConnectionPage,
  walkBackward,
  walkForward,
} from '../support/connections';
import { startApp, type TestApp } from '../support/start-app';
import { assignTags, moveArticle, toTagged, writeTagged } from '../support/tags';
import { createToken, withToken } from '../support/tokens';

let service: TestApp;
let editor: ReturnType<typeof withToken>;

beforeEach(async () => {
  service = await startApp();
  editor = withToken(await createToken(service, Role.EDITOR));
});

afterEach(() => service.stop());

interface TagData {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly articleCount: number;
}

const findTag = async (slug: string, options = {}) =>
  (await ask(service, TagDocument, { slug }, options)).tag ?? null;

const listNames = async (variables = {}, options = {}) =>
  (await ask(service, TagsDocument, variables, options)).tags.nodes.map(({ name }) => name);

const tagsOfArticle = async (id: string) => {
  const document = `query ($id: ID!) { article(id: $id) { tags { id name slug } } }`;
  const { article } = await ask<{ article: { tags: TagData[] } }>(service, document, { id });
  return article.tags;
};

const listArticles = async (filter: object, options = {}) => {
  const document = `query ($filter: ArticleFilter) {
    articles(filter: $filter) { nodes { id } totalCount } }`;
  const { articles } = await ask<{ articles: { nodes: { id: string }[]; totalCount: number } }>(
    service,
    document,
    { filter },
    options,
  );
  return { ids: articles.nodes.map(({ id }) => id), totalCount: articles.totalCount };
};

const published = { status: 'PUBLISHED', timelineAt: new Date('2024-06-11T09:00:00Z') } as const;
const draft = { ...published, status: 'DRAFT' } as const;

describe('the tags of an article', () => {
  it('stand in the editor’s order, each once, however they are spelt', async () => {
    const id = await writeTagged(service, ['مصر', 'غزّة', 'غـزة', 'COVID-19', 'covid-19']);
    expect((await tagsOfArticle(id)).map(({ name }) => name)).toEqual(['مصر', 'غزّة', 'COVID-19']);
  });

  it('are called as they were first', async () => {
    await writeTagged(service, ['غزّة']);
    const id = await writeTagged(service, ['غزة']);
    expect(await tagsOfArticle(id)).toMatchObject([{ name: 'غزّة', slug: 'غزة' }]);
  });

  it('have slugs of their own where names come to the same', async () => {
    const id = await writeTagged(service, ['C++', 'C#', 'C']);
    expect((await tagsOfArticle(id)).map(({ slug }) => slug)).toEqual(['c', 'c-2', 'c-3']);
  });

  it('are replaced, and reordered, by another list', async () => {
    const id = await writeTagged(service, ['مصر', 'غزة']);
    const article = toTagged(service, id, published);
    await assignTags(service, article, ['غزة', 'الأردن']);
    expect((await tagsOfArticle(id)).map(({ name }) => name)).toEqual(['غزة', 'الأردن']);
    await assignTags(service, article, []);
    expect(await tagsOfArticle(id)).toEqual([]);
    expect(await findTag('مصر')).toBeNull();
  });

  it('are read once for all articles of a page', async () => {
    for (const name of ['مصر', 'غزة', 'الأردن']) await writeTagged(service, [name, 'العرب']);
    const labels = await recordStatements(service, (options) =>
      ask(service, '{ articles { nodes { tags { name articleCount } } } }', {}, options),
    );
    expect(labels).toEqual([
      ...['article.findPublicationWindow', 'article.listPage'],
      ...['articleTag.listTags', 'tag.countArticles'],
    ]);
  });

  it('cost as many statements for thirty names as for one', async () => {
    const id = await writeTagged(service, []);
    const article = toTagged(service, id, published);
    const count = async (names: readonly string[]) =>
      (await recordStatements(service, () => assignTags(service, article, names))).length;
    const one = await count(['وسم']);
    const names = Array.from({ length: 30 }, (_, index) => `وسم ${index}`);
    expect(await count(names)).toBeLessThanOrEqual(one + 1);
  });
});

describe('the query tag', () => {
  it('finds a tag by its slug, however it is spelt', async () => {
    await writeTagged(service, ['كأس العالم', 'غزة']);
    for (const slug of ['كأس-العالم', 'كَأس-العالم', 'كـأس-العالم', 'كاس-العالم']) {
      expect(await findTag(slug)).toMatchObject({ name: 'كأس العالم', articleCount: 1 });
    }
    expect(await findTag('غزه')).toMatchObject({ name: 'غزة' });
    expect(await findTag('غ')).toBeNull();
    expect(await findTag('غ'.repeat(10_000))).toBeNull();
    expect(await findTag('غ\u0000')).toBeNull();
  });

  it('finds the most used of tags whose slugs read alike, unless one is spelt so', async () => {
    await writeTagged(service, ['على']);
    await writeTagged(service, ['علي']);
    await writeTagged(service, ['علي']);
    expect(await findTag('على')).toMatchObject({ name: 'على' });
    expect(await findTag('علی')).toMatchObject({ name: 'علي' });
  });

  it('has its articles, the newest first, in pages', async () => {
    const ids: string[] = [];
    for (const hour of [10, 12, 11, 14, 13]) {
      const publishedAt = new Date(`2024-06-11T${hour}:00:00Z`);
      ids[hour - 10] = await writeTagged(service, ['غزة'], { publishedAt });
    }
    const read = async (page: object) => {
      const document = `query ($first: Int, $after: String, $last: Int, $before: String) {
        tag(slug: "غزة") { articles(first: $first, after: $after, last: $last, before: $before) {
          ${connectionFields} } } }`;
      const { tag } = await ask<{ tag: { articles: ConnectionPage } }>(service, document, page);
      return tag.articles;
    };
    const newest = ids.toReversed();
    expect(await walkForward(read, 2)).toEqual(newest);
    expect(await walkBackward(read, 2)).toEqual(newest);
    expect((await read({ first: 1 })).totalCount).toBe(5);
  });

  it('reads the articles of many tags by one statement', async () => {
    for (const name of ['مصر', 'غزة', 'الأردن']) await writeTagged(service, [name]);
    const document = `{ tags { nodes { name articles(first: 2) { nodes { id } totalCount } } } }`;
    const labels = await recordStatements(service, (options) =>
      ask(service, document, {}, options),
    );
    expect(labels).toEqual([
      ...['article.findPublicationWindow', 'article.listByTagIds'],
      ...['tag.countArticles', 'tag.listPage'],
    ]);
  });

  it('answers to node by its id', async () => {
    await writeTagged(service, ['غزة']);
    const { id } = (await findTag('غزة')) ?? { id: '' };
    const { node } = await ask<{ node: unknown }>(
      service,
      `query ($id: ID!) { node(id: $id) { id ... on Tag { name } } }`,
      { id },
    );
    expect(node).toEqual({ id, name: 'غزة' });
  });
});

describe('the query tags', () => {
  const names = ['أخبار', 'احمد', 'Zebra', 'بيروت', 'آسيا', '2024'];

  beforeEach(async () => {
    for (const [index, name] of names.entries()) {
      for (let article = 0; article <= index % 3; article += 1) await writeTagged(service, [name]);
    }
  });

  it('lists the most used first', async () => {
    const { tags } = await ask(service, TagsDocument, {});
    expect(tags.nodes.map(({ articleCount }) => articleCount)).toEqual([3, 3, 2, 2, 1, 1]);
    expect(tags.totalCount).toBe(6);
  });

  it('lists them by name, where hamzas and case do not count', async () => {
    expect(await listNames({ orderBy: 'NAME_ASC' })).toEqual([
      ...['2024', 'Zebra', 'احمد', 'أخبار', 'آسيا', 'بيروت'],
    ]);
  });

  it('lists those that begin so, in either order', async () => {
    for (const orderBy of ['NAME_ASC', 'ARTICLES_DESC']) {
      const { tags } = await ask<{ tags: { nodes: TagData[]; totalCount: number } }, object>(
        service,
        `query ($startsWith: String, $orderBy: TagOrder!) {
          tags(startsWith: $startsWith, orderBy: $orderBy) { nodes { name } totalCount } }`,
        { startsWith: 'إ', orderBy },
      );
      expect(tags.nodes.map(({ name }) => name).sort()).toEqual(['آسيا', 'أخبار', 'احمد'].sort());
      expect(tags.totalCount).toBe(3);
    }
    expect(await listNames({ startsWith: 'ZE' })).toEqual(['Zebra']);
    expect(await listNames({ startsWith: '%' })).toEqual([]);
    expect(await listNames({ startsWith: '' })).toHaveLength(6);
  });

  it.each(['NAME_ASC', 'ARTICLES_DESC'])(
    'can be read on in both directions: %s',
    async (orderBy) => {
      const read = async (page: object) => {
        const document = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: TagOrder!) {
        tags(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
          ${connectionFields} } }`;
        const { tags } = await ask<{ tags: ConnectionPage }>(service, document, {
          ...page,
          orderBy,
        });
        return tags;
      };
      const whole = (await read({ first: 100 })).nodes.map(({ id }) => id);
      expect(whole).toHaveLength(6);
      expect(await walkForward(read, 2)).toEqual(whole);
      expect(await walkBackward(read, 2)).toEqual(whole);
    },
  );

  it('refuses a beginning that is too long, and cursors of another order', async () => {
    const long = await service.send(TagsDocument, { startsWith: 'ا'.repeat(101) });
    expect(codesOf(long)).toEqual(['BAD_USER_INPUT']);
    const { tags } = await ask(service, TagsDocument, { first: 1 });
    const after = tags.pageInfo.endCursor ?? '';
    const other = await service.send(TagsDocument, { after, orderBy: 'NAME_ASC' as never });
    expect(codesOf(other)).toEqual(['BAD_USER_INPUT']);
    const made = Buffer.from(`tag_${'0'.repeat(26)}.tags, ARTICLES_DESC.غزة`).toString('base64url');
    expect(codesOf(await service.send(TagsDocument, { after: made }))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a filter by tag', () => {
  it('takes any spelling of the slug, and goes with the other filters', async () => {
    const english = await writeTagged(service, ['غزة'], { locale: 'en', byline: 'Staff' });
    const arabic = await writeTagged(service, ['غزة', 'مصر'], { byline: 'Staff' });
    const late = await writeTagged(service, ['غزة'], { publishedAt: new Date('2024-06-12Z') });
    await writeTagged(service, ['مصر']);
    const all = [late, arabic, english];
    expect(await listArticles({ tag: 'غزه' })).toEqual({ ids: all, totalCount: 3 });
    const cases: readonly [object, string[]][] = [
      [{ locale: 'en' }, [english]],
      [{ byline: 'Staff' }, [arabic, english]],
      [{ byline: 'Staff', locale: 'ar' }, [arabic]],
      [{ publishedAfter: '2024-06-12T00:00:00Z' }, [late]],
      [{ publishedBefore: '2024-06-12T00:00:00Z' }, [arabic, english]],
    ];
    for (const [filter, ids] of cases) {
      const found = await listArticles({ tag: 'غزة', ...filter });
      expect(found).toEqual({ ids, totalCount: ids.length });
    }
  });

  it('of no tag finds nothing', async () => {
    await writeTagged(service, ['غزة']);
    expect(await listArticles({ tag: 'سيناء' })).toEqual({ ids: [], totalCount: 0 });
    expect(await listArticles({ tag: '' })).toEqual({ ids: [], totalCount: 0 });
    expect(await listArticles({ tag: 'غزة', status: [] })).toEqual({ ids: [], totalCount: 0 });
  });

  it('finds drafts and archived articles for editors', async () => {
    const shown = await writeTagged(service, ['غزة']);
    const hidden = await writeTagged(service, ['غزة']);
    await moveArticle(service, hidden, draft);
    const planned = await writeTagged(service, ['غزة'], { publishedAt: new Date('2030-01-01Z') });
    const find = (status: string[]) => listArticles({ tag: 'غزة', status }, editor);
    expect(await find(['DRAFT'])).toEqual({ ids: [hidden], totalCount: 1 });
    expect(await find(['SCHEDULED'])).toEqual({ ids: [planned], totalCount: 1 });
    expect((await find(['DRAFT', 'PUBLISHED', 'SCHEDULED'])).ids.sort()).toEqual(
      [shown, hidden, planned].sort(),
    );
    expect((await find(['DRAFT', 'PUBLISHED', 'SCHEDULED'])).totalCount).toBe(3);
  });

  it('narrows a search', async () => {
    const id = await writeTagged(service, ['غزة'], { title: 'معبر رفح' });
    await writeTagged(service, ['مصر'], { title: 'معبر رفح' });
    const search = async (tag: string) => {
      const document = `query ($tag: String) { searchArticles(query: "معبر", filter: { tag: $tag }) {
        nodes { id } totalCount } }`;
      const { searchArticles } = await ask<{
        searchArticles: { nodes: { id: string }[]; totalCount: number };
      }>(service, document, { tag });
      return searchArticles;
    };
    expect(await search('غزه')).toEqual({ nodes: [{ id }], totalCount: 1 });
    expect(await search('سيناء')).toEqual({ nodes: [], totalCount: 0 });
  });
});

describe('a tag without a public article', () => {
  const unseen = ['draft', 'scheduled', 'archived', 'unpublished'] as const;

  const hide = async (id: string, kind: (typeof unseen)[number]) => {
    const timelineAt = published.timelineAt;
    if (kind === 'draft') await moveArticle(service, id, draft);
    if (kind === 'archived') await moveArticle(service, id, { status: 'ARCHIVED', timelineAt });
    if (kind === 'scheduled') {
      await moveArticle(service, id, { status: 'PUBLISHED', timelineAt: new Date('2030-01-01Z') });
    }
    if (kind === 'unpublished') {
      const unpublishAt = new Date(service.clock.now().getTime() - 1);
      await moveArticle(service, id, { ...published, unpublishAt });
    }
  };

  /** Everything that a reader can ask about a tag, by its slug and id. */
  const askAll = async (slug: string, id: string) => {
    const document = `query ($slug: String!, $id: ID!) {
      tag(slug: $slug) { id }
      node(id: $id) { id }
      nodes(ids: [$id]) { id }
      byUse: tags { nodes { name articleCount } totalCount pageInfo { endCursor hasNextPage } }
      byName: tags(orderBy: NAME_ASC) { nodes { name } totalCount pageInfo { endCursor hasNextPage } }
      beginning: tags(startsWith: "خف") { nodes { name } totalCount }
      articles(filter: { tag: $slug }) { nodes { id } totalCount pageInfo { endCursor } }
      searchArticles(query: "مقال", filter: { tag: $slug }) { totalCount }
    }`;
    return service.send(document, { slug, id });
  };

  it.each(unseen)('is nothing to a reader: %s', async (kind) => {
    await writeTagged(service, ['ظاهر']);
    const absent = await askAll('خفي', `tag_${'0'.repeat(26)}`);
    const article = await writeTagged(service, ['خفي']);
    const { id } = (await findTag('خفي')) ?? { id: '' };
    await hide(article, kind);
    const hidden = await askAll('خفي', id);
    expect(hidden.errors).toEqual([]);
    expect(hidden.data).toEqual(absent.data);
    expect(await findTag('خفي', editor)).toMatchObject({ id, articleCount: 0 });
    expect(await listNames({ startsWith: 'خف' }, editor)).toEqual(['خفي']);
  });

  it('stands in no other tag’s way', async () => {
    const hidden = await writeTagged(service, ['غزه']);
    await writeTagged(service, ['غزة']);
    await moveArticle(service, hidden, draft);
    expect(await findTag('غزه')).toMatchObject({ name: 'غزة' });
    expect(await findTag('غزه', editor)).toMatchObject({ name: 'غزه' });
  });

  it('comes to be seen once an article of it is published, by hand or by the clock', async () => {
    const id = await writeTagged(service, ['خفي']);
    await moveArticle(service, id, draft);
    expect(await findTag('خفي')).toBeNull();
    await moveArticle(service, id, published);
    expect(await findTag('خفي')).toMatchObject({ articleCount: 1 });
    const timelineAt = new Date(service.clock.now().getTime() + 1_000);
    await moveArticle(service, id, { status: 'PUBLISHED', timelineAt });
    expect(await findTag('خفي')).toBeNull();
    service.clock.advance(999);
    expect(await findTag('خفي')).toBeNull();
    service.clock.advance(1);
    expect(await findTag('خفي')).toMatchObject({ articleCount: 1, articles: { nodes: [{ id }] } });
  });

  it('is gone from the moment on that its last article is unpublished by the clock', async () => {
    const id = await writeTagged(service, ['خفي']);
    const unpublishAt = new Date(service.clock.now().getTime() + 1_000);
    await moveArticle(service, id, { ...published, unpublishAt });
    const other = { headers: { accept: 'application/json, test/again;q=0' } };
    expect(await findTag('خفي')).toMatchObject({ articleCount: 1 });
    service.clock.advance(1_000);
    expect(await findTag('خفي', other)).toBeNull();
    expect(await listNames({}, other)).toEqual([]);
    expect((await ask(service, TagsDocument, {}, other)).tags.totalCount).toBe(0);
  });
});
