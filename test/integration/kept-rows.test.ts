import {
  AddCommentDocument,
  ArticlePageDocument,
  FrontPageDocument,
} from '../../examples/generated/operations';
import { Role } from '../../src/platform/request';
import { sendComment } from '../support/add-comments';
import { recordStatements } from '../support/ask';
import { buildComment, writeArticle } from '../support/builders';
import { createHeldStatements } from '../support/held-statements';
import { startApp, type TestApp } from '../support/start-app';
import { createToken } from '../support/tokens';

const held = createHeldStatements();
let service: TestApp;
let slug: string;
let articleId: string;

beforeAll(async () => {
  const environment = { RESPONSE_CACHE: 'off' };
  service = await startApp({ environment, parts: { openDatabase: held.openDatabase } });
});

beforeEach(async () => {
  const { article } = await writeArticle(service, { title: 'قبل' });
  ({ slug, id: articleId } = article);
});

afterAll(() => service.stop());

/** Rows are kept from the second time on that they are read. */
const readTwice = async (read: () => Promise<unknown>) => {
  await read();
  await read();
};

const readPage = async (headers: Readonly<Record<string, string>> = {}) => {
  const { data } = await service.send(ArticlePageDocument, { slug }, { headers });
  return data?.article;
};

describe('an article page that is executed again', () => {
  it('reads nothing where nothing has changed', async () => {
    const first = await readPage();
    await readPage();
    expect(await recordStatements(service, () => readPage())).toEqual([]);
    expect(await readPage()).toEqual(first);
  });

  it('reads its comments after a comment, and not its text', async () => {
    await readTwice(readPage);
    await sendComment(service, articleId, { body: 'تعليق جديد' });
    const statements = await recordStatements(service, async () => {
      const article = await readPage();
      expect(article?.commentCount).toBe(1);
      expect(article?.comments.nodes.map(({ body }) => body)).toEqual(['تعليق جديد']);
    });
    expect(statements).toEqual(['comment.listByArticleIds', 'commentTally.findByArticleIds']);
  });

  it('reads all of its text after an edit, and not its comments', async () => {
    await readTwice(readPage);
    await writeArticle(service, { slug, title: 'بعد' });
    const statements = await recordStatements(service, async () => {
      expect((await readPage())?.title).toBe('بعد');
    });
    expect(statements).toEqual([
      'article.findBySlug',
      'image.listByArticleIds',
      'section.listByArticleIds',
    ]);
  });

  it('is read anew for whoever shows a token', async () => {
    const token = await createToken(service, Role.READER);
    await readTwice(readPage);
    const statements = await recordStatements(service, () =>
      readPage({ authorization: `Bearer ${token}` }),
    );
    expect(statements).toContain('article.findBySlug');
    expect(statements).toContain('comment.listByArticleIds');
  });
});

describe('sections with their bodies and images', () => {
  const document = `query ($slug: String!) { article(slug: $slug) { sections { ...Whole } } }
    fragment Whole on Section { ... on Section { body(format: HTML) images { id } } }`;
  const read = () => service.send(document, { slug });

  it('are read from memory when they are read again', async () => {
    await readTwice(read);
    expect(await recordStatements(service, read)).toEqual([]);
  });

  it('are read by statements that do not wait for each other', async () => {
    const sections = held.hold('section.listWholeByArticleIds');
    const images = held.hold('image.listByArticleIds');
    const answer = read();
    await Promise.all([sections.isRead, images.isRead]);
    sections.release();
    images.release();
    expect((await answer).errors).toEqual([]);
  });

  it('are asked for by a skipped field without harm', async () => {
    const skipping = `query ($slug: String!) { article(slug: $slug) {
      sections { heading images @skip(if: true) { id } } } }`;
    const images = held.hold('image.listByArticleIds');
    const answer = service.send(skipping, { slug });
    await images.isRead;
    images.fail(new Error('The disk is gone'));
    expect((await answer).errors).toEqual([]);
  });
});

describe('a front page that is executed again', () => {
  const readFrontPage = async () => {
    const { data } = await service.send(FrontPageDocument, { first: 5 });
    return data?.articles.nodes ?? [];
  };

  it('reads nothing where nothing has changed', async () => {
    await readTwice(readFrontPage);
    expect(await recordStatements(service, readFrontPage)).toEqual([]);
  });

  it('reads one counter after a comment on one of its articles', async () => {
    await readTwice(readFrontPage);
    await sendComment(service, articleId);
    const statements = await recordStatements(service, async () => {
      const found = (await readFrontPage()).find(({ id }) => id === articleId);
      expect(found?.commentCount).toBe(1);
    });
    expect(statements).toEqual(['commentTally.findByArticleIds']);
  });

  it('holds an article from the moment on that it is planned for', async () => {
    const publishedAt = new Date(service.clock.now().getTime() + 60_000);
    const { article } = await writeArticle(service, { publishedAt });
    const isThere = async () => (await readFrontPage()).some(({ id }) => id === article.id);
    expect(await isThere()).toBe(false);
    service.clock.advance(59_999);
    expect(await isThere()).toBe(false);
    service.clock.advance(1);
    expect(await isThere()).toBe(true);
  });
});

describe('what is not there', () => {
  it('is not looked for again, and found once it is written', async () => {
    slug = `${slug}-لاحق`;
    expect(await readPage()).toBeNull();
    expect(await readPage()).toBeNull();
    expect(await recordStatements(service, () => readPage())).toEqual([]);
    await writeArticle(service, { slug, title: 'أخيرًا' });
    expect((await readPage())?.title).toBe('أخيرًا');
  });
});

describe('rows that were read before a commit', () => {
  it('are not kept where they come in after it', async () => {
    await readPage();
    const statement = held.hold('article.findBySlug');
    const early = readPage();
    await statement.isRead;
    await writeArticle(service, { slug, title: 'بعد' });
    statement.release();
    expect((await early)?.title).toBe('قبل');
    expect((await readPage())?.title).toBe('بعد');
  });
});

describe('a mutation', () => {
  it('answers with what it wrote', async () => {
    await readTwice(readPage);
    const { data } = await service.send(AddCommentDocument, { input: buildComment(articleId) });
    expect(data?.addComment.comment?.article.commentCount).toBe(1);
    await readPage();
    const again = await service.send(AddCommentDocument, { input: buildComment(articleId) });
    expect(again.data?.addComment.comment?.article.commentCount).toBe(2);
  });
});
