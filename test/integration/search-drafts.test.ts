import { selection } from '../../src/platform/database';
import { Role } from '../../src/platform/request';
import { ask } from '../support/ask';
import { createEditor, type Editor } from '../support/editing';
import { runSql } from '../support/raw-database';
import { type RequestOptions, startApp, type TestApp } from '../support/start-app';

let service: TestApp;
let desk: Editor;

const word = 'زمهرير';

const search = async (options: RequestOptions = {}, filter: object = {}, query = word) => {
  const { searchArticles } = await ask<{
    searchArticles: { totalCount: number; suggestion: string | null; nodes: { id: string }[] };
  }>(
    service,
    `query ($query: String!, $filter: ArticleFilter) {
      searchArticles(query: $query, filter: $filter) { totalCount suggestion nodes { id } } }`,
    { query, filter },
    options,
  );
  return searchArticles.nodes.map(({ id }) => id);
};

const counting = selection(
  'test.listCounted',
  ['d.article_id', 'd.is_counted'],
  (list) => `SELECT ${list} FROM search_document d ORDER BY d.article_id`,
);

const drafts = { status: ['DRAFT', 'PUBLISHED'] };

beforeAll(async () => {
  service = await startApp();
  desk = await createEditor(service, Role.EDITOR);
});

afterAll(() => service.stop());

describe('a word that only one article has', () => {
  it('is found by editors in a draft, and by readers while the article is public', async () => {
    const draft = await desk.create({ title: `خبر ${word}` });
    expect(await search(desk.options, drafts)).toEqual([draft.id]);
    expect(await search()).toEqual([]);
    const published = await desk.change('publishArticle', draft);
    expect(await search()).toEqual([draft.id]);
    const hidden = await desk.change('unpublishArticle', published);
    expect(await search()).toEqual([]);
    expect(await search(desk.options, drafts)).toEqual([hidden.id]);
    await desk.change('publishArticle', hidden);
    expect(await search()).toEqual([draft.id]);
  });

  it('is found from its planned moment on, before any job has seen to it', async () => {
    const planned = await desk.create({ title: 'موعد القشعريرة' });
    const at = new Date(service.clock.now().getTime() + 60_000).toISOString();
    await desk.change('publishArticle', planned, { at });
    const found = () => search({}, {}, 'القشعريرة');
    expect(await found()).not.toContain(planned.id);
    service.clock.advance(60_000);
    expect(await found()).toContain(planned.id);
  });

  it('is not counted where an earlier version counted all articles, once the service has started', async () => {
    await desk.create({ title: 'مسودة لم تُعدّ' });
    // What is saved hidden is taken in with an editor's next search.
    await search(desk.options, drafts);
    const counted = () => service.app.database.primary.select(counting);
    const before = await counted();
    expect(new Set(before.map(([, isCounted]) => Boolean(isCounted)))).toEqual(
      new Set([true, false]),
    );
    await runSql(service.database, 'UPDATE search_document SET is_counted = NOT is_counted');
    await service.app.features.reindex.recount();
    expect(await counted()).toEqual(before);
    expect(await search()).toHaveLength(1);
  });
});
