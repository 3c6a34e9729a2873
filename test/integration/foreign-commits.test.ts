import { ArticlePageDocument, FrontPageDocument } from '../../examples/generated/operations';
import { sendComment } from '../support/add-comments';
import { ask } from '../support/ask';
import { writeArticle } from '../support/builders';
import { startApp, type TestApp } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { waitUntil } from '../support/wait-until';

let database: TestDatabase;
let first: TestApp;
let second: TestApp;

beforeEach(async () => {
  database = await createTestDatabase();
  first = await startApp({ database });
  second = await startApp({ database });
});

afterEach(async () => {
  await first.stop();
  await second.stop();
  await database.drop();
});

describe('a commit by another service on the same database', () => {
  it('purges an absence', async () => {
    const readSlugs = async () =>
      (await ask(first, FrontPageDocument, {})).articles.nodes.map(({ slug }) => slug);
    expect([await readSlugs(), await readSlugs()]).toEqual([[], []]);
    await writeArticle(second, { slug: 'من-الآخر' });
    await waitUntil(async () => (await readSlugs()).includes('من-الآخر'));
  });

  it('purges a page, both ways', async () => {
    const { article } = await writeArticle(first);
    const countAt = async (service: TestApp) =>
      (await ask(service, ArticlePageDocument, { slug: article.slug })).article?.commentCount;
    await waitUntil(async () => (await countAt(second)) === 0);
    expect(await countAt(first)).toBe(0);
    await sendComment(second, article.id);
    await waitUntil(async () => (await countAt(first)) === 1);
    await sendComment(first, article.id);
    await waitUntil(async () => (await countAt(second)) === 2);
  });

  it('purges what knew when the next article is published', async () => {
    const readSlugs = async () =>
      (await ask(first, FrontPageDocument, {})).articles.nodes.map(({ slug }) => slug);
    expect(await readSlugs()).toEqual([]);
    const publishedAt = new Date('2024-06-12T10:00:00.000Z');
    await writeArticle(second, { slug: 'مجدول', publishedAt });
    await waitUntil(async () => {
      first.statements.length = 0;
      await readSlugs();
      return first.statements.includes('article.findPublicationWindow');
    });
    first.clock.set('2024-06-12T10:00:00.000Z');
    expect(await readSlugs()).toEqual(['مجدول']);
  });
});
