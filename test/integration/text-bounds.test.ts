import type { AddCommentInput } from '../../examples/generated/operations';
import { sendComment } from '../support/add-comments';
import { ask } from '../support/ask';
import { writeArticle } from '../support/builders';
import { startApp, type TestApp } from '../support/start-app';

/** Marks of two classes in turn: to put them in order takes the square of their number. */
const pile = (count: number) => `a${'\u0301\u0316'.repeat(count / 2)}`;

let service: TestApp;
let articleId: string;

beforeAll(async () => {
  service = await startApp();
  ({
    article: { id: articleId },
  } = await writeArticle(service, { title: 'سوق', slug: 'سوق' }));
});

afterAll(() => service.stop());

const faultsOf = async (overrides: Partial<AddCommentInput>) => {
  const { userErrors } = await sendComment(service, articleId, overrides);
  return userErrors.map(({ code, field }) => [code, field.at(-1)]);
};

const messageFor = async (language: string, overrides: Partial<AddCommentInput>) => {
  const headers = { 'accept-language': language };
  const { userErrors } = await sendComment(service, articleId, overrides, { headers });
  return userErrors[0]?.message;
};

describe('a text with a pile of marks', () => {
  it('is INVALID as a name and as a comment, with its reason in the reader’s language', async () => {
    expect(await faultsOf({ authorName: pile(32) })).toEqual([['INVALID', 'authorName']]);
    expect(await faultsOf({ body: pile(100_000) })).toEqual([['INVALID', 'body']]);
    expect(await messageFor('en', { body: pile(32) })).toContain('30 combining marks');
    expect(await messageFor('ar', { body: pile(32) })).toContain('30');
    expect(await faultsOf({ authorName: pile(30), body: pile(30) })).toEqual([]);
  });

  it('is INVALID as an edit and as a report’s note', async () => {
    const { comment, receipt } = await sendComment(service, articleId);
    const { editComment } = await ask<{ editComment: { userErrors: { code: string }[] } }>(
      service,
      'mutation ($input: EditCommentInput!) { editComment(input: $input) { userErrors { code } } }',
      { input: { receipt, body: pile(50_000) } },
    );
    expect(editComment.userErrors).toEqual([{ code: 'INVALID' }]);
    const { reportComment } = await ask<{ reportComment: { userErrors: { code: string }[] } }>(
      service,
      'mutation ($input: ReportCommentInput!) { reportComment(input: $input) { userErrors { code } } }',
      { input: { commentId: comment?.id, reason: 'SPAM', note: pile(50_000) } },
    );
    expect(reportComment.userErrors).toEqual([{ code: 'INVALID' }]);
  });

  it('finds no article as a slug, and nothing as an e-mail address', async () => {
    const { article } = await ask<{ article: unknown }>(
      service,
      'query ($slug: String!) { article(slug: $slug) { id } }',
      { slug: `سوق${pile(50_000)}` },
    );
    expect(article).toBeNull();
    const codes = await faultsOf({ authorEmail: `${pile(50_000)}@example.org` });
    expect(codes).toEqual([['INVALID', 'authorEmail']]);
  });
});

describe('a text of one character and many code units', () => {
  it.each([
    ['an emoji of 25,000 people', '👩‍'.repeat(25_000)],
    ['a syllable of 70,000 consonants', '\u1100'.repeat(70_000)],
  ])('is TOO_LONG: %s', async (_, text) => {
    expect(await faultsOf({ authorName: text })).toEqual([['TOO_LONG', 'authorName']]);
    expect(await faultsOf({ body: text })).toEqual([['TOO_LONG', 'body']]);
  });
});

describe('a text with nothing to see', () => {
  it.each([
    ['a blank Braille pattern', '\u2800'],
    ['marks without a letter', '\u0301\u064E'],
    ['isolates around a joiner', '\u2068\u200D\u2069'],
  ])('is REQUIRED as a name and as a comment: %s', async (_, text) => {
    expect(await faultsOf({ authorName: text, body: text })).toEqual([
      ['REQUIRED', 'authorName'],
      ['REQUIRED', 'body'],
    ]);
  });
});

describe('an e-mail address as people type and copy it', () => {
  it.each([
    'reader@example.org\u200F',
    '\u202Areader@example.org\u202C',
    'user@münchen.de',
    'user@مثال.إختبار',
    'أحمد@example.com',
  ])('is taken: %s', async (authorEmail) => {
    expect(await faultsOf({ authorEmail })).toEqual([]);
  });

  it.each(['a..b@example.org', '.a@example.org', 'a.@example.org', `${'x'.repeat(65)}@e.org`])(
    'is INVALID, and the answer does not repeat it: %s',
    async (authorEmail) => {
      const { userErrors } = await sendComment(service, articleId, { authorEmail });
      expect(userErrors.map(({ code }) => code)).toEqual(['INVALID']);
      expect(JSON.stringify(userErrors)).not.toContain(authorEmail);
    },
  );

  it('is one with its other spellings: a key with either is the same submission', async () => {
    const [one, other] = [
      { authorEmail: 'user@MÜNCHEN.de' },
      { authorEmail: 'User@xn--mnchen-3ya.de\u200F' },
    ];
    const first = await sendComment(service, articleId, { ...one, idempotencyKey: 'idn' });
    const again = await sendComment(service, articleId, { ...other, idempotencyKey: 'idn' });
    expect([again.comment?.id, again.userErrors]).toEqual([first.comment?.id, []]);
  });
});
