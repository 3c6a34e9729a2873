import { ArticleChanged } from '../../src/features/article/article.errors';
import { ArticleRepository } from '../../src/features/article/article.repository';
import { addComment } from '../support/add-comments';
import { writeArticle } from '../support/builders';
import { startApp, type TestApp } from '../support/start-app';

let service: TestApp;

beforeAll(async () => {
  service = await startApp();
});

afterAll(() => service.stop());

describe('publishing and archiving', () => {
  it('shows and hides an article with its comments, in answers that were cached before', async () => {
    const { article } = await writeArticle(service);
    const commentId = await addComment(service, article.id);
    const document = `query ($slug: String!, $id: ID!) {
      article(slug: $slug) { commentCount } node(id: $id) { id } articles { totalCount }
    }`;
    const read = async () => {
      const { data } = await service.send(document, { slug: article.slug, id: commentId });
      return data as { article: unknown; node: unknown; articles: { totalCount: number } };
    };
    const before = await read();
    expect([before.article, before.node]).toEqual([{ commentCount: 1 }, { id: commentId }]);
    const { publisher } = service.app.features;
    await publisher.archive(article.id);
    expect(await read()).toEqual({
      article: null,
      node: null,
      articles: { totalCount: before.articles.totalCount - 1 },
    });
    await publisher.publish(article.id, null);
    expect(await read()).toEqual(before);
  });

  it('raises the version by one for each of many changes at once', async () => {
    const { article } = await writeArticle(service);
    const { publisher } = service.app.features;
    const changes = await Promise.all(
      Array.from({ length: 4 }, (_, turn) =>
        turn % 2 === 0 ? publisher.archive(article.id) : publisher.unpublish(article.id),
      ),
    );
    const changedCount = changes.filter((change) => change?.isChanged === true).length;
    const now = await publisher.find(article.id);
    expect(now?.version).toBe(article.version + changedCount);
  });

  it('writes nothing over a version that another writer has replaced', async () => {
    const { article } = await writeArticle(service);
    const { database } = service.app;
    const articles = new ArticleRepository(database.dialect);
    const find = async () => (await articles.listWholeByIds(database.primary, [article.id]))[0];
    const stale = await find();
    if (stale === undefined) throw new Error('The article is gone');
    await service.app.features.publisher.archive(article.id);
    stale.title = 'قديم';
    const overwriting = database.transaction((transaction) =>
      articles.replace(transaction, stale, article.version),
    );
    await expect(overwriting).rejects.toThrow(ArticleChanged);
    expect((await find())?.title).toBe(article.title);
  });
});
