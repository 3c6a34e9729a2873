import { ArticleCommentsDocument, ArticlePageDocument } from '../../examples/generated/operations';
import { sendComment } from '../support/add-comments';
import { writeArticle } from '../support/builders';
import { createHeldStatements } from '../support/held-statements';
import { startApp, type TestApp } from '../support/start-app';

const held = createHeldStatements();
let service: TestApp;
let slug: string;
let articleId: string;

beforeAll(async () => {
  service = await startApp({ parts: { openDatabase: held.openDatabase } });
});

beforeEach(async () => {
  const { article } = await writeArticle(service, { title: 'قبل' });
  ({ slug, id: articleId } = article);
});

afterAll(() => service.stop());

const readPage = () => service.send(ArticlePageDocument, { slug });
const titleOf = ({ data }: Awaited<ReturnType<typeof readPage>>) => data?.article?.title;
const countExecutions = () =>
  service.statements.filter((label) => label === 'article.findBySlug').length;

describe('a read that began before a commit and ends after it', () => {
  it('is never kept: the next one is executed and right', async () => {
    const held1 = held.hold('article.findBySlug');
    const early = readPage();
    await held1.isRead;
    await writeArticle(service, { slug, title: 'بعد' });
    held1.release();
    expect(titleOf(await early)).toBe('قبل');
    expect(titleOf(await readPage())).toBe('بعد');
    expect(titleOf(await readPage())).toBe('بعد');
  });

  it('is not offered to a CDN, whose purge has come and gone', async () => {
    const statement = held.hold('article.findBySlug');
    const early = readPage();
    await statement.isRead;
    await writeArticle(service, { slug, title: 'بعد' });
    statement.release();
    const { headers } = await early;
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('is not what an equal request gets that arrives after the commit', async () => {
    const statement = held.hold('article.findBySlug');
    const early = readPage();
    await statement.isRead;
    await writeArticle(service, { slug, title: 'بعد' });
    const late = readPage();
    statement.release();
    expect([titleOf(await early), titleOf(await late)]).toEqual(['قبل', 'بعد']);
  });

  it('is kept where the commit changed nothing of it', async () => {
    const statement = held.hold('article.findBySlug');
    const early = readPage();
    await statement.isRead;
    const { article: other } = await writeArticle(service);
    await sendComment(service, other.id);
    statement.release();
    await early;
    service.statements.length = 0;
    await readPage();
    expect(service.statements).toEqual([]);
  });

  it('is never kept where one of its lists has changed, whichever was read first', async () => {
    const statement = held.hold('comment.listByArticleIds');
    const early = readPage();
    await statement.isRead;
    await sendComment(service, articleId, { body: 'تعليق جديد' });
    statement.release();
    expect((await early).data?.article?.comments.nodes).toEqual([]);
    const { data } = await readPage();
    expect(data?.article?.comments.nodes.map(({ body }) => body)).toEqual(['تعليق جديد']);
  });

  it('is never kept where its time came meanwhile', async () => {
    const publishedAt = new Date(service.clock.now().getTime() + 60_000);
    await writeArticle(service, { slug, title: 'قبل', publishedAt });
    const statement = held.hold('article.findBySlug');
    const early = readPage();
    await statement.isRead;
    service.clock.advance(60_000);
    const late = readPage();
    statement.release();
    expect([(await early).data?.article, titleOf(await late)]).toEqual([null, 'قبل']);
    expect(titleOf(await readPage())).toBe('قبل');
  });
});

describe('a list whose planned publication comes while it is read', () => {
  it('is not kept beyond it', async () => {
    const document =
      'query ($byline: String) { articles(filter: { byline: $byline }) { totalCount } }';
    const readTotal = async () => {
      const { data } = await service.send<{ articles: { totalCount: number } }, object>(document, {
        byline: slug,
      });
      return data?.articles.totalCount;
    };
    const publishedAt = new Date(service.clock.now().getTime() + 60_000);
    await writeArticle(service, { byline: slug, publishedAt });
    const statement = held.hold('article.listPage');
    const early = readTotal();
    await statement.isRead;
    service.clock.advance(60_000);
    statement.release();
    expect(await early).toBe(0);
    expect(await readTotal()).toBe(1);
  });
});

describe('a hundred equal requests at once', () => {
  const readAtOnce = () => Promise.all(Array.from({ length: 100 }, readPage));

  it('are executed once', async () => {
    service.statements.length = 0;
    const answers = await readAtOnce();
    expect(new Set(answers.map(titleOf))).toEqual(new Set(['قبل']));
    expect(countExecutions()).toBe(1);
  });

  it('are executed once more where the first fails, and only it is told so', async () => {
    service.statements.length = 0;
    const statement = held.hold('article.findBySlug');
    const reading = readAtOnce();
    await statement.isRead;
    statement.fail(new Error('The database is away'));
    const answers = await reading;
    expect(answers.filter(({ errors }) => errors.length > 0)).toHaveLength(1);
    expect(answers.filter((answer) => titleOf(answer) === 'قبل')).toHaveLength(99);
    expect(countExecutions()).toBe(2);
  });

  it('are answered where the client of the first goes away', async () => {
    const leaving = new AbortController();
    const statement = held.hold('article.findBySlug');
    const first = fetch(service.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ article(slug: "${slug}") { title } }` }),
      signal: leaving.signal,
    });
    const gone = expect(first).rejects.toThrow('aborted');
    await statement.isRead;
    const others = Array.from({ length: 99 }, () =>
      service.send<{ article: { title: string } }, object>(
        `{ article(slug: "${slug}") { title } }`,
      ),
    );
    leaving.abort();
    await gone;
    statement.release();
    const answers = await Promise.all(others);
    expect(new Set(answers.map(({ data }) => data?.article.title))).toEqual(new Set(['قبل']));
  });
});

describe('a mutation’s caller who reads after its answer', () => {
  const readComments = () =>
    service.send(ArticleCommentsDocument, { articleId, first: 100, orderBy: 'NEWEST' as const });

  it('sees its own write, also with many clients at once', async () => {
    await readComments();
    const writeAndRead = async (client: number) => {
      for (let round = 0; round < 4; round += 1) {
        const body = `عميل ${client} جولة ${round}`;
        await sendComment(service, articleId, { body });
        const { data } = await readComments();
        const { comments } = data?.node as { comments: { nodes: { body: string }[] } };
        expect(comments.nodes.map((comment) => comment.body)).toContain(body);
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, client) => writeAndRead(client)));
  });
});
