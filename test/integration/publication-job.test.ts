import { selection } from '../../src/platform/database';
import { Role } from '../../src/platform/request';
import { ask } from '../support/ask';
import { askAs } from '../support/ask-as';
import { writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { runSql } from '../support/raw-database';
import { startApp, type TestApp } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { waitUntil } from '../support/wait-until';

const notedPublication = selection(
  'test.readFirstPublication',
  ['first_published_at'],
  (list) => `SELECT ${list} FROM article WHERE is_public`,
);

let database: TestDatabase;
let service: TestApp;

beforeEach(async () => {
  database = await createTestDatabase();
  service = await startApp({ database });
});

afterEach(async () => {
  await service.stop();
  await database.drop();
});

const inMs = (milliseconds: number) => service.clock.now().getTime() + milliseconds;

/** An article that readers see, whose next save replaces it in a second. */
async function planReplacement() {
  const { article } = await writeArticle(service, { title: 'قديم' });
  const { id, slug } = article;
  await runSql(
    database,
    `INSERT INTO article_revision (id, article_id, version, content, content_hash, edited_at)
       SELECT '${id}-2', article_id, 2, replace(content, 'قديم', 'جديد'), 'hash', edited_at
       FROM article_revision WHERE article_id = '${id}'`,
  );
  const plan = `newest_version = 2, scheduled_version = 2, scheduled_at = ${inMs(1_000)}`;
  await changeRow(service, id, plan, ['articles']);
  return { id, slug };
}

interface Title {
  readonly title: string;
  readonly version: number;
}
const readTitle = async (from: TestApp, slug: string) => {
  const document = 'query ($slug: String!) { article(slug: $slug) { title version } }';
  return (await ask<{ article: Title | null }>(from, document, { slug })).article;
};
/** Lets the job's timer run first. */
const isReplaced = async (at: TestApp, slug: string) => {
  at.timer.fire();
  return (await readTitle(at, slug))?.version === 2;
};
const old = { title: 'قديم', version: 1 };
const replaced = { title: 'جديد', version: 2 };

describe('a planned replacement', () => {
  it('is applied once its moment has come, and kept answers go with it', async () => {
    const { slug } = await planReplacement();
    service.clock.advance(999);
    service.timer.fire();
    expect(await readTitle(service, slug)).toEqual(old);
    service.clock.advance(1);
    expect(await readTitle(service, slug)).toEqual(old);
    await waitUntil(() => isReplaced(service, slug));
    expect(await readTitle(service, slug)).toEqual(replaced);
  });

  it('is applied at the start of a service, where it was missed, before the first answer', async () => {
    const { slug } = await planReplacement();
    await service.stop();
    service = await startApp({ database, now: '2024-06-13T09:00:00.000Z' });
    expect(await readTitle(service, slug)).toEqual(replaced);
  });

  it('is applied once by two services that look at once', async () => {
    const { slug } = await planReplacement();
    const other = await startApp({ database });
    const both = [service, other];
    for (const each of both) {
      each.statements.length = 0;
      each.clock.advance(1_000);
    }
    await waitUntil(async () => {
      const areReplaced = await Promise.all(both.map((each) => isReplaced(each, slug)));
      const haveLooked = both.map(({ statements }) => statements.includes('article.listDueIds'));
      return ![...areReplaced, ...haveLooked].includes(false);
    });
    for (const { app } of both) await app.features.publications.stop();
    const sent = both.flatMap(({ statements }) => statements);
    expect(sent.filter((label) => label === 'article.update')).toHaveLength(1);
    for (const each of both) expect(await readTitle(each, slug)).toEqual(replaced);
    await other.stop();
  });
});

describe('a planned unpublication', () => {
  it('makes the article a draft for editors too', async () => {
    const { article } = await writeArticle(service);
    await changeRow(service, article.id, `unpublish_at = ${inMs(1)}`, ['articles']);
    service.clock.advance(1);
    const count = async () =>
      (
        await askAs<{ articles: { totalCount: number } }>(
          service,
          Role.EDITOR,
          '{ articles(filter: { status: [DRAFT] }) { totalCount } }',
        )
      ).articles.totalCount;
    expect(await count()).toBe(0);
    await waitUntil(async () => {
      service.timer.fire();
      return (await count()) === 1;
    });
    expect(await readTitle(service, article.slug)).toBeNull();
  });
});

describe('a planned publication', () => {
  it('is written down after it has happened by the clock, and changes no answer', async () => {
    const at = new Date(inMs(1));
    const { article } = await writeArticle(service, { publishedAt: at });
    service.clock.advance(1);
    const document = 'query ($slug: String!) { article(slug: $slug) { firstPublishedAt version } }';
    const read = () => ask<unknown>(service, document, { slug: article.slug });
    const before = await read();
    expect(before).toEqual({ article: { firstPublishedAt: at.toISOString(), version: 1 } });
    await waitUntil(async () => {
      service.timer.fire();
      const [row] = await service.app.database.primary.select(notedPublication);
      return Number(row?.[0]) === at.getTime();
    });
    expect(await read()).toEqual(before);
  });
});
