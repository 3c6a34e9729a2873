import { AddCommentDocument, ArticlePageDocument } from '../../examples/generated/operations';
import { buildComment, writeArticle } from '../support/builders';
import { startApp, type TestApp } from '../support/start-app';

describe('a repeated query', () => {
  let service: TestApp;
  let articleId: string;
  const slug = 'مقال-محفوظ';

  beforeAll(async () => {
    service = await startApp();
    const { article } = await writeArticle(service, { slug });
    articleId = article.id;
  });

  afterAll(() => service.stop());

  const readPage = (headers: Record<string, string> = {}) =>
    service.send(ArticlePageDocument, { slug }, { headers });

  it('is answered without a statement', async () => {
    await readPage();
    service.statements.length = 0;
    const { status, data } = await readPage();
    expect(status).toBe(200);
    expect(data?.article?.slug).toBe(slug);
    expect(service.statements).toEqual([]);
  });

  it('is answered anew once a comment was added', async () => {
    const before = await readPage();
    const input = buildComment(articleId);
    await service.send(AddCommentDocument, { input });
    const after = await readPage();
    const count = before.data?.article?.commentCount ?? 0;
    expect(after.data?.article?.commentCount).toBe(count + 1);
    expect(after.data?.article?.comments.nodes).toHaveLength(count + 1);
  });

  it('is never answered from the cache to whoever sends an Authorization header', async () => {
    await readPage();
    service.statements.length = 0;
    await readPage({ authorization: 'Bearer something' });
    expect(service.statements.length).toBeGreaterThan(0);
  });

  it('is executed once where a hundred arrive together', async () => {
    const { article } = await writeArticle(service);
    service.statements.length = 0;
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => service.send(ArticlePageDocument, { slug: article.slug })),
    );
    expect(answers.every(({ data }) => data?.article?.id === article.id)).toBe(true);
    expect(service.statements.filter((label) => label === 'article.findBySlug')).toHaveLength(1);
  });
});
