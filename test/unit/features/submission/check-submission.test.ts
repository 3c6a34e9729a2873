import fc from 'fast-check';
import { checkSubmission } from '../../../../src/features/submission/check-submission';

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
    ['the isolates that phones copy with a name', '\u2068سارة\u2069', 'سارة'],
    ['isolates and marks of direction around a name', '\u200f\u2067 سارة \u2069\u200f', 'سارة'],
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
    ['a blank Braille pattern', '\u2800\u2800'],
    ['a mark without a letter', '\u0301'],
    ['vowels without a letter', '\u064e\u0651'],
    ['isolates around nothing', '\u2068\u2069'],
    ['120,000 invisible characters', '\u200b'.repeat(120_000)],
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
    ['an isolate around a part', 'Jane \u2066Doe\u2069'],
    ['isolates around an override', '\u2068\u202eenaJ\u202c\u2069'],
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

describe('checkSubmission on marks and code units', () => {
  const pile = (count: number) => `a${'\u0301\u0316'.repeat(count / 2)}`;

  it.each([
    ['marks', pile(32)],
    ['marks between joiners', `a${'\u0301\u200d'.repeat(20)}`],
    ['joiners', `a${'\u200d'.repeat(31)}b`],
    ['marks that composing makes more', `a${'\u0344'.repeat(20)}`],
    ['120,000 marks', pile(120_000)],
  ])('refuses more than thirty in a row: %s', (_, text) => {
    expect(faultsOf({ authorName: text })).toEqual(['nameMarks']);
    expect(faultsOf({ body: `تعليق ${text}` })).toEqual(['bodyMarks']);
  });

  it('takes thirty, and every letter of a fully vocalised text', () => {
    expect(faultsOf({ authorName: pile(30), body: pile(30) })).toEqual([]);
    const verse = 'بِسْمِ ٱللَّهِ ٱلرَّحْمَـٰنِ ٱلرَّحِيمِ ۝١ ';
    expect(faultsOf({ body: verse.repeat(150) })).toEqual([]);
  });

  it('takes flags, families and keycaps', () => {
    const emoji = '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}👨‍👩‍👧‍👦🇪🇬1\uFE0F\u20E3❤️‍🔥';
    expect(faultsOf({ authorName: emoji.repeat(10), body: emoji.repeat(100) })).toEqual([]);
  });

  it.each([
    ['one emoji of 30,000 people', '👩‍'.repeat(30_000)],
    ['one syllable of 70,000 consonants', '\u1100'.repeat(70_000)],
    ['one Indic cluster', 'क्'.repeat(40_000)],
  ])('refuses by code units what is one character to the segmenter: %s', (_, text) => {
    expect(faultsOf({ authorName: text })).toEqual(['nameTooLong']);
    expect(faultsOf({ body: text })).toEqual(['bodyTooLong']);
  });

  it('keeps nothing of a text that it refuses', () => {
    const { submission } = check({ authorName: pile(40), body: 'ق'.repeat(60_001) });
    expect(submission).toMatchObject({ authorName: '', body: '' });
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

  it.each([
    ['reader@example.org\u200f', 'reader@example.org'],
    ['\u202areader@example.org\u202c', 'reader@example.org'],
    ['\u2068reader@example.org\u2069', 'reader@example.org'],
    ['\u200breader@example.org\ufeff', 'reader@example.org'],
    ['reader\u200e@example.org', 'reader@example.org'],
    ['\u00a0reader@example.org\u00a0', 'reader@example.org'],
    ['user@münchen.de', 'user@münchen.de'],
    ['user@MÜNCHEN.de', 'user@münchen.de'],
    ['user@mu\u0308nchen.de', 'user@münchen.de'],
    ['user@xn--mnchen-3ya.de', 'user@xn--mnchen-3ya.de'],
    ['user@مثال.إختبار', 'user@مثال.إختبار'],
    ['أحمد@example.com', 'أحمد@example.com'],
    ['почта@пример.рф', 'почта@пример.рф'],
    ['user@例え。jp', 'user@例え.jp'],
    [`${'x'.repeat(64)}@example.org`, `${'x'.repeat(64)}@example.org`],
  ])('takes %j and keeps %j', (authorEmail, kept) => {
    expect(faultsOf({ authorEmail })).toEqual([]);
    expect(keptOf({ authorEmail }).authorEmail).toBe(kept);
  });

  it.each(['', '   ', '\n', '\u200b', '\u200f\u2068\u2069'])('misses one in %j', (authorEmail) => {
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
    'a..b@example.org',
    '.a@example.org',
    'a.@example.org',
    `${'x'.repeat(65)}@example.org`,
    `${'é'.repeat(33)}@example.org`,
    `a@${'é'.repeat(120)}.org`,
    'reader@example',
    'reader@192.0.2.1',
    'reader@[192.0.2.1]',
    'reader@-example.org',
    'reader@exa_mple.org',
    'reader@exa%6dple.org',
    'reader@example.org/path',
    'rea der@example.org',
    `reader@example.org${' '.repeat(100_000)}x`,
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
