import type { AddCommentInput, Comment } from '../../examples/generated/operations';
import { sendComment } from '../support/add-comments';
import { ask } from '../support/ask';
import { writeArticle } from '../support/builders';
import { startApp, type TestApp } from '../support/start-app';

/** One character to a person, many to a computer. */
const family = '👨‍👩‍👧‍👦';
const vocalized = 'بَّ';
const rlo = '\u202E';
const rli = '\u2067';
const fsi = '\u2068';
const pdf = '\u202C';
const pdi = '\u2069';

let service: TestApp;
let articleId: string;

/** What is kept of a comment, which the next reader sees as it was answered, if at all. */
const keep = async (overrides: Partial<AddCommentInput>) => {
  const { comment, userErrors } = await sendComment(service, articleId, overrides);
  expect(userErrors).toEqual([]);
  const { node } = await ask<{ node: Comment | null }>(
    service,
    'query ($id: ID!) { node(id: $id) { ... on Comment { authorName body } } }',
    { id: comment?.id },
  );
  const kept = { authorName: comment?.authorName, body: comment?.body };
  expect(node).toEqual(comment?.status === 'APPROVED' ? kept : null);
  return kept;
};

const codesFor = async (overrides: Partial<AddCommentInput>) =>
  (await sendComment(service, articleId, overrides)).userErrors.map(({ code }) => code);

beforeAll(async () => {
  service = await startApp();
  ({
    article: { id: articleId },
  } = await writeArticle(service));
});

afterAll(() => service.stop());

describe('addComment, authorName', () => {
  it.each([
    [
      'takes white space off the ends and keeps one space between words',
      ' \u00A0زيد \u3000  بن علي\u2003',
      'زيد بن علي',
    ],
    ['composes letters and their marks', 'أحمد'.normalize('NFD'), 'أحمد'],
    ['leaves vowel signs, tatweel and case as they are', 'مُحَمَّد الـسعيد McX', 'مُحَمَّد الـسعيد McX'],
    ['leaves signs that join and part letters', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['leaves markup as text', '<b>O’Neil & Co</b>', '<b>O’Neil & Co</b>'],
  ])('%s', async (_, sent, kept) => {
    expect((await keep({ authorName: sent })).authorName).toBe(kept);
  });

  it.each([
    ['emoji of several code points', family],
    ['letters with their marks', vocalized],
    ['letters beyond the first plane', '𐎠'],
  ])('is counted as people count it: 80 %s are taken, 81 are too long', async (_, character) => {
    expect(await codesFor({ authorName: character.repeat(80) })).toEqual([]);
    expect(await codesFor({ authorName: character.repeat(81) })).toEqual(['TOO_LONG']);
  });

  it.each([
    ['an override of the direction', `a${rlo}b`],
    ['an isolate', `a${rli}b${pdi}`],
    ['the end of an embedding', `a${pdf}b`],
    ['a null character', 'a\u0000b'],
    ['a tab', 'a\tb'],
    ['a line break', 'a\nb'],
    ['a C1 control', 'a\u0085b'],
    ['half an emoji', 'a\ud83d'],
  ])('is INVALID with %s', async (_, authorName) => {
    expect(await codesFor({ authorName })).toEqual(['INVALID']);
  });

  it.each([
    ['spaces of any kind', ' \u00A0\u2003\u3000'],
    ['nothing that is seen', '\u200B\u2060\uFEFF\u00AD\u3164'],
  ])('is REQUIRED where it holds %s', async (_, authorName) => {
    expect(await codesFor({ authorName })).toEqual(['REQUIRED']);
  });
});

describe('addComment, body', () => {
  it.each([
    [
      'keeps lines, with one empty line between paragraphs at most',
      '\r\n أول \r\n\r\n\r\n\r\nثانٍ\rثالث\n',
      'أول\n\nثانٍ\nثالث',
    ],
    ['makes a line break of every kind of it', 'a\u2028b\u2029c', 'a\nb\n\nc'],
    ['keeps one space between words', 'كلمة\u00A0 \t كلمة', 'كلمة كلمة'],
    ['composes letters and their marks', 'مؤتمر'.normalize('NFD'), 'مؤتمر'],
    ['keeps Arabic presentation forms as they were sent', 'ﷺ ﻻ', 'ﷺ ﻻ'],
    [
      'encloses an override, so that it turns nothing outside it',
      `قبل ${rlo}abc`,
      `قبل ${fsi}${rlo}abc${pdf}${pdi}`,
    ],
    ['closes an isolate that was left open, line by line', `${rli}أ\nب`, `${rli}أ${pdi}\nب`],
    ['leaves out an end without a beginning', `أ${pdi}ب${pdf}`, 'أب'],
    ['leaves marks of direction as they are', 'a\u200Fب\u200E', 'a\u200Fب\u200E'],
  ])('%s', async (_, sent, kept) => {
    expect((await keep({ body: sent })).body).toBe(kept);
  });

  it.each([
    '<script>alert(document.cookie)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    'javascript:alert(1)',
    '{{constructor.constructor("alert(1)")()}}',
    "'; DROP TABLE comment; --",
    '%3Cscript%3E $1 \\u003c {"__proto__":{}}',
  ])('is plain text, whatever it looks like: %s', async (body) => {
    expect((await keep({ body })).body).toBe(body);
  });

  it.each([
    ['emoji of several code points', '🏳️‍🌈'],
    ['letters with their marks', vocalized],
  ])(
    'is counted as people count it: 5000 %s are taken, 5001 are too long',
    async (_, character) => {
      expect(await codesFor({ body: character.repeat(5_000) })).toEqual([]);
      expect(await codesFor({ body: character.repeat(5_001) })).toEqual(['TOO_LONG']);
    },
  );

  it('is counted without the white space around it', async () => {
    expect(await codesFor({ body: ` ${'ا'.repeat(5_000)}\n\n` })).toEqual([]);
  });

  it.each([
    ['a null character', 'a\u0000b'],
    ['half an emoji', 'a\ud83d'],
    ['the other half', '\ude00b'],
    ['a bell', 'a\u0007b'],
    ['an escape', '\u001B[31mred'],
  ])('is INVALID with %s', async (_, body) => {
    expect(await codesFor({ body })).toEqual(['INVALID']);
  });

  it('is REQUIRED where nothing of it is seen', async () => {
    expect(await codesFor({ body: '\u200B\n\u2060 \u200F' })).toEqual(['REQUIRED']);
  });
});

describe('addComment, authorEmail', () => {
  it.each([
    'reader@example.org',
    ' spaced@example.org ',
    'first.last+tag@sub.example.co',
    'o’hara_99@example.museum'.replace('’', "'"),
    'UPPER@EXAMPLE.ORG',
  ])('takes %s', async (authorEmail) => {
    expect(await codesFor({ authorEmail })).toEqual([]);
  });

  it.each([
    'reader',
    '@example.org',
    'reader@',
    'a b@example.org',
    'a@b@example.org',
    'reader@example.org\r\nBcc: all@example.org',
    `${'a'.repeat(250)}@example.org`,
  ])('is INVALID as %j', async (authorEmail) => {
    expect(await codesFor({ authorEmail })).toEqual(['INVALID']);
  });
});

describe('addComment’s answer', () => {
  it('is announced as JSON, so that no browser reads it as a page', async () => {
    const { headers } = await service.send('{ __typename }');
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
