import fc from 'fast-check';
import { redactEmails, redactEmailsInJson } from '../../../../src/lib/redact';

const mark = '[e-mail]';
/** What may stand before and behind an address without being taken for a part of it. */
const edge = fc.constantFrom(
  '',
  ' ',
  '"',
  '<',
  '>',
  '(',
  ')',
  ',',
  ';',
  ':',
  '\n',
  '\t',
  '، ',
  '\\',
);
const word = fc.constantFrom('', 'قالت', 'to', 'نص', '{}', '\u0000', '\u00e9');

describe('redactEmails', () => {
  it.each([
    ['an address alone', 'reader@example.org', mark],
    ['one in a sentence', 'Write to a.b+c@sub.example.org, please.', `Write to ${mark}, please.`],
    ['one in angle brackets', 'Ann <ann@example.org>', `Ann <${mark}>`],
    ['one in quotes', '"ann@example.org"', `"${mark}"`],
    ['two without a gap', 'a@b.co`c@d.co', mark],
    ['several', 'a@b.co b@c.co', `${mark} ${mark}`],
    ['one in an Arabic sentence', 'راسل قارئ@مثال.مصر اليوم', `راسل ${mark} اليوم`],
    ['signs that a local part may hold', "o'hara!#$%&*+-/=?^_`{|}~@example.org", mark],
    ['one without a dot in its domain', 'root@localhost', mark],
    [
      'a password in an address of the web',
      'postgres://maqal:pass@host:5432/db',
      `postgres://maqal:${mark}:5432/db`,
    ],
    ['one behind a backslash', 'DOMAIN\\user@example.org', `DOMAIN\\${mark}`],
  ])('takes out %s', (_, text, redacted) => {
    expect(redactEmails(text)).toBe(redacted);
  });

  it.each([
    'no address at all',
    '@ alone, and an @mention',
    'at Object.<anonymous> (/app/node_modules/@apollo/server/dist/cjs/index.js:1:2)',
    '/app/node_modules/@escape.tech/graphql-armor-max-depth/index.js',
    '/app/node_modules/.pnpm/maqal@1.0.0/node_modules/maqal/dist/main.js',
  ])('leaves %j as it is', (text) => {
    expect(redactEmails(text)).toBe(text);
  });

  it('takes out any address, whatever stands around it, and nothing more', () => {
    fc.assert(
      fc.property(
        word,
        edge,
        fc.emailAddress(),
        fc.constantFrom('', ' ', '"', '>', ')', ', '),
        word,
        (before, left, email, right, after) => {
          const glue = /[^\s"<>():;,\\]$/.test(before + left) ? ' ' : '';
          const behind = right === '' && after !== '' ? ' ' : right;
          expect(redactEmails(before + left + glue + email + behind + after)).toBe(
            before + left + glue + mark + behind + after,
          );
        },
      ),
    );
  });

  it('leaves nothing that would be taken out again', () => {
    const text = fc.array(fc.oneof(fc.emailAddress(), fc.string(), fc.constant('@')));
    fc.assert(
      fc.property(text, (parts) => {
        const once = redactEmails(parts.join(''));
        expect(redactEmails(once)).toBe(once);
      }),
    );
  });

  it('costs no more than a long text is long', () => {
    const long = `${'a'.repeat(250_000)} @ ${'a@'.repeat(100_000)} ${"a@b'".repeat(50_000)}`;
    const startedMs = performance.now();
    redactEmails(long);
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });
});

describe('redactEmailsInJson', () => {
  it('takes addresses out of every text of a line, which stays JSON with all else as it was', () => {
    const text = fc.array(fc.oneof(word, edge, fc.string({ unit: 'grapheme' })), { maxLength: 4 });
    fc.assert(
      fc.property(text, fc.emailAddress(), text, (before, email, after) => {
        const value = `${before.join('')}\n${email}\n${after.join('')}`;
        const line = redactEmailsInJson(JSON.stringify({ msg: value, level: 30 }));
        const read = JSON.parse(line) as { msg: string; level: number };
        expect(read.level).toBe(30);
        expect(read.msg.split('\n')).toContain(mark);
        expect(read.msg).not.toContain(email);
      }),
    );
  });

  it.each([
    ['a line break', 'a\nuser@example.org', `a\n${mark}`],
    ['a backslash', 'DOMAIN\\user@example.org', `DOMAIN\\${mark}`],
    ['a backslash and a line break', 'x\\\nuser@example.org', `x\\\n${mark}`],
    ['a control character', '\u0007user@example.org', `\u0007${mark}`],
    ['a quotation mark', 'say "user@example.org"', `say "${mark}"`],
  ])('takes an address out that stands behind %s', (_, text, redacted) => {
    expect(JSON.parse(redactEmailsInJson(JSON.stringify(text)))).toBe(redacted);
  });

  it('leaves escapes alone that stand before an @ and are no part of an address', () => {
    const line = JSON.stringify({ msg: '\\\n@example.org \u0001@x' });
    expect(JSON.parse(redactEmailsInJson(line))).toEqual(JSON.parse(line));
  });
});
