import type { CommentPolicy } from '../../examples/generated/operations';
import { ask } from '../support/ask';
import { writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { startApp, type TestApp } from '../support/start-app';

const arabicNotice = 'لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *';
const englishNotice = 'Your email address will not be published. Required fields are marked *';

let service: TestApp;

const readPolicy = async (slug: string, acceptLanguage = 'en') => {
  const { article } = await ask<{ article: { commentPolicy: CommentPolicy } }>(
    service,
    `query ($slug: String!) { article(slug: $slug) { commentPolicy {
      isOpen closesAt isPremoderated requiredFields maxBodyLength maxAuthorNameLength maxDepth
      editWindowMinutes publishesEmail notice } } }`,
    { slug },
    { headers: { 'accept-language': acceptLanguage } },
  );
  return article.commentPolicy;
};

beforeAll(async () => {
  service = await startApp();
});

afterAll(() => service.stop());

describe('Article.commentPolicy', () => {
  it('is all that a client needs to draw the form', async () => {
    await writeArticle(service, { slug: 'open' });
    expect(await readPolicy('open')).toEqual({
      isOpen: true,
      closesAt: null,
      isPremoderated: false,
      requiredFields: ['AUTHOR_NAME', 'AUTHOR_EMAIL', 'BODY'],
      maxBodyLength: 5_000,
      maxAuthorNameLength: 80,
      maxDepth: 5,
      editWindowMinutes: 15,
      publishesEmail: false,
      notice: arabicNotice,
    });
  });

  it.each([
    ['ar', arabicNotice],
    ['ar-EG', arabicNotice],
    ['en', englishNotice],
    ['en-GB', englishNotice],
    ['fr', englishNotice],
  ])('has a notice in the language of an article in %s', async (locale, notice) => {
    await writeArticle(service, { slug: `in-${locale}`, locale });
    expect((await readPolicy(`in-${locale}`)).notice).toBe(notice);
  });

  it('speaks the article’s language and not the caller’s', async () => {
    await writeArticle(service, { slug: 'english', locale: 'en' });
    expect((await readPolicy('english', 'ar')).notice).toBe(englishNotice);
  });

  it('says that a closed article takes no comments', async () => {
    const { article } = await writeArticle(service, { slug: 'closed' });
    await changeRow(service, article.id, 'comments_open = false');
    expect(await readPolicy('closed')).toMatchObject({ isOpen: false });
  });
});
