import fc from 'fast-check';
import { checkSubmission } from '../../../../src/features/comment/check-submission';

const valid = {
  articleId: 'article_01j03cqd00fgqbrcr42gqh0k5v',
  authorName: 'قارئة',
  authorEmail: 'reader@example.org',
  body: 'تعليق على المقال.',
};

const check = (overrides: object = {}) => checkSubmission({ ...valid, ...overrides });
const faultsOf = (overrides: object) => check(overrides).faults;
const keptOf = (overrides: object) => check(overrides).submission;

/** One character as people count it, of seven code points and eleven code units. */
const family = '👨‍👩‍👧‍👦';

describe('checkSubmission', () => {
  it('finds nothing wrong with a valid comment, and keeps it as it is', () => {
    const { submission, idempotencyKey, faults } = check();
    expect(faults).toEqual([]);
    expect(submission).toMatchObject({ ...valid, parentId: null });
    expect(idempotencyKey).toBeNull();
  });

  it('keeps the parent and the key that were sent', () => {
    const { submission, idempotencyKey } = check({ parentId: 'comment_1', idempotencyKey: 'k-1' });
    expect([submission.parentId, idempotencyKey]).toEqual(['comment_1', 'k-1']);
    expect(check({ parentId: null, idempotencyKey: null }).idempotencyKey).toBeNull();
  });

  it('tells everything that is wrong at once, in the order of the fields', () => {
    expect(faultsOf({ authorName: ' ', authorEmail: 'x', body: '', idempotencyKey: '' })).toEqual([
      'nameMissing',
      'emailInvalid',
      'bodyMissing',
      'keyUnusable',
    ]);
  });

  it('never fails, whatever the texts', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, text, text, text, (authorName, authorEmail, body, idempotencyKey) => {
        expect(() => check({ authorName, authorEmail, body, idempotencyKey })).not.toThrow();
      }),
    );
  });

  it('keeps of a valid comment what it would keep of the kept one', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(text, text, (authorName, body) => {
        const { submission, faults } = check({ authorName, body });
        fc.pre(faults.length === 0);
        expect(check(submission)).toMatchObject({ submission, faults: [] });
      }),
    );
  });
});

describe('checkSubmission on the name', () => {
  it.each([
    ['white space at the ends', '  قارئة \n', 'قارئة'],
    ['doubled white space', 'Jane \u00a0  Doe', 'Jane Doe'],
    ['letters and marks apart', 'Ame\u0301lie', 'Amélie'],
    ['vowel marks and tatweel', 'قَارِئـة', 'قَارِئـة'],
    ['quotes, digits and dots', `O'Neill 2.`, `O'Neill 2.`],
    ['a joiner, which Persian writes with', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['a mark of direction, which acts on nothing else', 'Ali\u200f', 'Ali\u200f'],
  ])('normalizes %s', (_, sent, kept) => {
    expect(faultsOf({ authorName: sent })).toEqual([]);
    expect(keptOf({ authorName: sent }).authorName).toBe(kept);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \t\u00a0\u3000'],
    ['characters of no width', '\u200b\u200d\ufeff'],
    ['marks of direction', '\u200e\u200f\u061c'],
    ['a letter that shows nothing', '\u3164\u115f'],
    ['a soft hyphen', '\u00ad'],
  ])('misses a name in %s', (_, authorName) => {
    expect(faultsOf({ authorName })).toEqual(['nameMissing']);
  });

  it.each([
    ['a line break', 'Jane\nDoe'],
    ['a tab', 'Jane\tDoe'],
    ['a NUL', 'Jane\u0000'],
    ['an escape', '\u001b[31mJane'],
    ['a C1 control', 'Jane\u0090'],
    ['an override', 'Jane \u202eeoD'],
    ['an embedding', '\u202bJane\u202c'],
    ['an isolate', '\u2066Jane\u2069'],
    ['an end without a beginning', 'Jane\u2069'],
  ])('refuses %s', (_, authorName) => {
    expect(faultsOf({ authorName })).toEqual(['nameUnprintable']);
  });

  it.each([
    ['Arabic letters', 'ق'],
    ['letters with marks', 'ب\u064e\u0651'],
    ['emoji of several code points', family],
  ])('counts characters as people do: 80 %s are few enough, 81 too many', (_, character) => {
    expect(faultsOf({ authorName: character.repeat(80) })).toEqual([]);
    expect(faultsOf({ authorName: character.repeat(81) })).toEqual(['nameTooLong']);
  });

  it('counts what is kept, not the white space around it', () => {
    expect(faultsOf({ authorName: ` ${'ق'.repeat(80)}${' '.repeat(50)}` })).toEqual([]);
  });
});

describe('checkSubmission on the e-mail address', () => {
  it.each([
    'reader@example.org',
    'first.last+tag@sub.example.co',
    "o'neill@example.org",
    'x@y.zz',
    ' reader@example.org ',
  ])('takes %j', (authorEmail) => {
    expect(faultsOf({ authorEmail })).toEqual([]);
    expect(keptOf({ authorEmail }).authorEmail).toBe(authorEmail.trim());
  });

  it.each(['', '   ', '\n'])('misses one in %j', (authorEmail) => {
    expect(faultsOf({ authorEmail })).toEqual(['emailMissing']);
  });

  it.each([
    'reader',
    '@example.org',
    'reader@',
    'reader@@example.org',
    'reader@exam ple.org',
    'reader@example..org',
    'Reader <reader@example.org>',
    'reader@example.org, other@example.org',
    'reader@example.org\u0000',
    'reader@example.org\r\nBcc: other@example.org',
    `${'x'.repeat(250)}@example.org`,
  ])('refuses %j', (authorEmail) => {
    expect(faultsOf({ authorEmail })).toEqual(['emailInvalid']);
  });
});

describe('checkSubmission on the body', () => {
  it.each([
    ['line breaks of every kind', 'one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour'],
    ['more than one blank line', 'one\n\n\n\ntwo', 'one\n\ntwo'],
    ['white space at the ends of lines', '  one  \n\ttwo ', 'one\ntwo'],
    ['tabs between words', 'one\ttwo', 'one two'],
    ['letters and marks apart', 'cafe\u0301', 'café'],
    ['what looks like HTML: it is text', '<b>one</b> & two', '<b>one</b> & two'],
  ])('normalizes %s', (_, sent, kept) => {
    expect(faultsOf({ body: sent })).toEqual([]);
    expect(keptOf({ body: sent }).body).toBe(kept);
  });

  it('isolates an override, so that it reorders nothing outside the comment', () => {
    const { submission, faults } = check({ body: 'one \u202eowt' });
    expect(faults).toEqual([]);
    expect(submission.body).toBe('one \u2068\u202eowt\u202c\u2069');
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\u00a0\n'],
    ['characters of no width', '\u200b\n\u2060'],
    ['directions alone', '\u202e\u202c'],
  ])('misses a text in %s', (_, body) => {
    expect(faultsOf({ body })).toEqual(['bodyMissing']);
  });

  it.each([
    ['a NUL', 'one\u0000two'],
    ['an escape', 'one \u001b[2J'],
    ['a backspace', 'one\btwo'],
    ['a delete', 'one\u007f'],
    ['a C1 control', 'one\u009b31m'],
  ])('refuses %s', (_, body) => {
    expect(faultsOf({ body })).toEqual(['bodyUnprintable']);
  });

  it.each([
    ['Arabic letters', 'ق'],
    ['emoji of several code points', family],
  ])('counts characters as people do: 5,000 %s are few enough, 5,001 too many', (_, character) => {
    expect(faultsOf({ body: character.repeat(5_000) })).toEqual([]);
    expect(faultsOf({ body: character.repeat(5_001) })).toEqual(['bodyTooLong']);
  });
});

describe('checkSubmission on the idempotency key', () => {
  it.each(['k', 'مفتاح', '3f2c-11ee', ' spaced ', 'x'.repeat(200)])('takes %j', (key) => {
    expect(check({ idempotencyKey: key })).toMatchObject({ idempotencyKey: key, faults: [] });
  });

  it.each(['', 'x'.repeat(201), 'a\nb', '\u0000'])('refuses %j', (idempotencyKey) => {
    expect(faultsOf({ idempotencyKey })).toEqual(['keyUnusable']);
  });
});
