import { sendComment } from '../support/add-comments';
import { writeArticle } from '../support/builders';
import { startApp, type TestApp } from '../support/start-app';

const arabic = 'نص التعليق مطلوب: من حرف واحد إلى 5000 حرف.';
const english = 'The comment’s text is required: 1 to 5000 characters.';

let service: TestApp;
let articleId: string;

const refuse = async (headers: Record<string, string>) => {
  const { userErrors } = await sendComment(service, articleId, { body: '' }, { headers });
  return userErrors.map(({ message }) => message);
};

beforeAll(async () => {
  service = await startApp();
  ({
    article: { id: articleId },
  } = await writeArticle(service));
});

afterAll(() => service.stop());

describe('userErrors, message', () => {
  it.each([
    ['ar', arabic],
    ['en', english],
    ['ar-EG', arabic],
    ['AR', arabic],
    ['en-GB,en;q=0.9,ar;q=0.1', english],
    ['en;q=0.1, ar;q=0.9', arabic],
    ['fr, ar;q=0.2', arabic],
    ['ar;q=0, en', english],
    ['fr', english],
    ['*', english],
    ['', english],
    ['not a language;;;q=x', english],
  ])('speaks after the header Accept-Language: %s', async (header, message) => {
    expect(await refuse({ 'accept-language': header })).toEqual([message]);
  });

  it('speaks Arabic and English for every fault, and never the same words', async () => {
    const input = {
      ...{ authorName: '', authorEmail: '?', body: 'ا'.repeat(5_001), idempotencyKey: '' },
      parentId: 'comment_01hzzzzzzzzzzzzzzzzzzzzzzz',
    };
    const speak = async (language: string) => {
      const headers = { 'accept-language': language };
      const { userErrors } = await sendComment(service, articleId, input, { headers });
      return userErrors;
    };
    const [inArabic, inEnglish] = [await speak('ar'), await speak('en')];
    expect(inArabic.map(({ code }) => code)).toEqual(inEnglish.map(({ code }) => code));
    expect(inArabic).toHaveLength(5);
    for (const { message } of inArabic) expect(message).toMatch(/^\p{Script=Arabic}/u);
    for (const { message } of inEnglish) expect(message).not.toMatch(/\p{Script=Arabic}/u);
  });
});
