import fc from 'fast-check';
import { normalizeMultilineText, normalizeText } from '../../../../src/lib/text';
import { escapeMarkdown, renderMarkdown } from '../../../../src/lib/text/markdown';
import {
  maxBodyFaults,
  maxBodyLines,
  maxBodyMarkup,
  readBodyMarkdown,
} from '../../../../src/lib/text/read-body-markdown';

const stored = (text: string) => readBodyMarkdown(text).markdown;
const faultsOf = (text: string) => readBodyMarkdown(text).faults;

const pieces = [
  ...[
    '# ',
    '## ',
    '### ',
    '###### ',
    '#',
    ' #',
    '\n',
    '\n\n',
    '\n===\n',
    '\n---\n',
    '  \n',
    '\\\n',
  ],
  ...[
    '> ',
    '- ',
    '1. ',
    '    ',
    '\t',
    '`',
    '```\n',
    '*',
    '**',
    '_',
    '\\',
    '[a]',
    '(https://e.org)',
  ],
  ...['[a]: /u\n', '"t', '"', '&amp;', ' ', 'a', 'غزة', '(', ')', '[', ']', '=', '-', '+ ', '<'],
];
const markdownTexts = fc
  .array(fc.constantFrom(...pieces), { maxLength: 30 })
  .map((parts) => parts.join('').replace(/^(?:[ \t]*\n)+|[ \t\n]+$/gu, ''));

const heading = /<(\/?)h([1-6])>/gu;
const headingWhole = /<h([1-6])>[^]*?<\/h\1>/gu;

/** The HTML that the headings of a text should give: moved down, each on one line. */
function shiftHtml(html: string): string {
  const levels = [...html.matchAll(heading)].map(([, , level]) => Number(level));
  const shift = 3 - Math.min(3, ...levels);
  if (shift === 0) return html;
  return html
    .replace(headingWhole, (whole) => whole.replace(/<br \/>\n|\n/gu, ' '))
    .replace(/(<h[1-6]>) +| +(<\/h[1-6]>)/gu, '$1$2')
    .replace(heading, (_, end: string, level: string) => {
      return `<${end}h${Math.min(6, Number(level) + shift)}>`;
    });
}

/** The text of each block of HTML, as a reader of the page has it. */
function blocksOfHtml(html: string): string[] {
  const text = html
    .replace(/<br \/>\n/gu, '\u0001')
    .replace(/(<\/?(?:p|h[1-6]|li|[uo]l|blockquote|pre|hr)\b[^>]*>)\n?/gu, '\u0000$1')
    .split('\u0000')
    .map((part) => ({ isCode: part.startsWith('<pre'), text: part.replace(/<[^>]*>/gu, '') }))
    .map(({ isCode, text: part }) => (isCode ? part : part.replaceAll('\n', ' ')))
    .map((part) => part.replaceAll('\u0001', '\n'))
    .map((part) => part.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"'))
    .map((part) => part.replaceAll('&amp;', '&').trim());
  return text.filter((part) => part !== '');
}

describe('readBodyMarkdown on headings', () => {
  it.each([
    ['# A', '### A'],
    ['# A\n\n## B\n\ntext', '### A\n\n#### B\n\ntext'],
    ['## A', '### A'],
    ['### A\n\n#### B', '### A\n\n#### B'],
    ['#### A', '#### A'],
    ['# A\n\n##### B', '### A\n\n###### B'],
    ['# A #', '### A #'],
    ['#\tA', '###\tA'],
    ['#', '###'],
    ['A\n=', '### A'],
    ['A\n---\n\nB', '### A\n\nB'],
    ['A\n===\nB\n---\nc', '### A\n#### B\nc'],
    ['a\nb\n===', '### a b'],
    ['a  \n  b\\\n c\n===', '### a b c'],
    ['`a\\\nb`\n===', '### `a\\ b`'],
    ['_\\\na_\n===', '### _&#32; a_'],
    ['A #\n===', '### A \\#'],
    ['###A\n===', '### ###A'],
    ['#######\n===', '### ######\\#'],
    ['> # A\n> b', '> ### A\n> b'],
    ['> A\n> b\n> ===\n> c', '> ### A b\n> c'],
    ['- # A\n- B\n  ===', '- ### A\n- ### B'],
    ['1. > - ## A', '1. > - ### A'],
    ['-   A\n    ===\n\n    b', '-   ### A\n\n    b'],
    ['    # code\n\n# A', '    # code\n\n### A'],
    ['```\n# code\n```\n# A', '```\n# code\n```\n### A'],
    ['#tag\n\n# A', '#tag\n\n### A'],
  ])('stores %j as %j', (sent, expected) => {
    expect(readBodyMarkdown(sent)).toEqual({ markdown: expected, faults: [] });
  });

  it('renders as the text that was sent, its headings moved', () => {
    fc.assert(
      fc.property(markdownTexts, (text) => {
        const { markdown, faults } = readBodyMarkdown(text);
        fc.pre(faults.length === 0);
        const sent = renderMarkdown(text);
        const kept = renderMarkdown(markdown);
        expect(kept.html.replace(/\s+/gu, ' ')).toBe(shiftHtml(sent.html).replace(/\s+/gu, ' '));
        const oneLine = (paragraph: string) => paragraph.replace(/\s+/gu, ' ').trim();
        expect(kept.paragraphs.map(oneLine)).toEqual(sent.paragraphs.map(oneLine));
      }),
      { numRuns: 5000 },
    );
  });

  it('stores what was stored as it is', () => {
    fc.assert(
      fc.property(markdownTexts, (text) => {
        const once = readBodyMarkdown(text);
        fc.pre(once.faults.length === 0);
        expect(readBodyMarkdown(once.markdown)).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('has the same text in its paragraphs as in its HTML', () => {
    fc.assert(
      fc.property(markdownTexts, (text) => {
        const { markdown, faults } = readBodyMarkdown(text);
        fc.pre(faults.length === 0);
        const { html, paragraphs } = renderMarkdown(markdown);
        const words = (blocks: readonly string[]) =>
          blocks.map((block) => block.trim().replace(/\s+/gu, ' ')).filter((block) => block !== '');
        expect(words(blocksOfHtml(html))).toEqual(words(paragraphs));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('readBodyMarkdown on images and HTML', () => {
  it.each([
    ['a\nb ![x](https://e.org/a.png)', 'image', 2],
    ['![x][y]\n\n[y]: https://e.org/a.png', 'image', 1],
    ['> - a\n>   [![x](https://e.org/a.png)](https://e.org)', 'image', 2],
    ['# ![x](a.png)', 'image', 1],
    ['a\n\n<div>\nb', 'html', 3],
    ['a <b>b', 'html', 1],
    ['a\n`<b>` and\n<b> c', 'html', 3],
    ['<!-- a -->', 'html', 1],
    ['a <!-- b --> c', 'html', 1],
    ['a <?php b ?>', 'html', 1],
    ['a <![CDATA[b]]>', 'html', 1],
    ['- a\n\n  <script>', 'html', 3],
    ['a </b>', 'html', 1],
  ])('refuses %j: %s in line %d', (text, problem, line) => {
    expect(faultsOf(text)).toEqual([{ problem, line }]);
  });

  it.each([
    'a < b and c > d',
    'a <b',
    '&amp; &lt;b&gt; \\<b>',
    '`<b>`',
    '```html\n<b>\n![x](y)\n```',
    '    <b>',
    '<https://e.org> <mailto:a@e.org>',
    '\\![a](https://e.org)',
    '[x](javascript:alert(1))',
  ])('takes %j', (text) => {
    expect(readBodyMarkdown(text)).toEqual({ markdown: text.trimEnd(), faults: [] });
  });

  it('lists all of them, up to a limit', () => {
    expect(faultsOf('<b>a</b>\n![a](b)\n\n<i>').map(({ line }) => line)).toEqual([1, 2, 4]);
    expect(faultsOf('a <b>\n'.repeat(100))).toHaveLength(maxBodyFaults);
  });
});

describe('readBodyMarkdown', () => {
  it('takes what an import writes, and keeps it as it is', () => {
    const plain = fc.string({ unit: 'grapheme', maxLength: 60 }).map(normalizeText);
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const body = paragraphs
          .filter((paragraph) => paragraph !== '')
          .map(escapeMarkdown)
          .join('\n\n');
        expect(readBodyMarkdown(body)).toEqual({ markdown: body, faults: [] });
      }),
    );
  });

  it('takes escaped texts of several lines without a fault', () => {
    const plain = fc.string({ unit: 'grapheme-ascii', maxLength: 60 }).map(normalizeMultilineText);
    fc.assert(
      fc.property(plain, (text) => {
        expect(faultsOf(escapeMarkdown(text))).toEqual([]);
      }),
    );
  });

  it.each([
    ['\n \n\t\na\r\nb\rc\u2028d \n\n', 'a\nb\nc\nd'],
    ['a\u2029b', 'a\n\nb'],
    ['    code\n', '    code'],
    ['e\u0301', '\u00e9'],
    [' \n', ''],
  ])('stores %j as %j', (sent, expected) => {
    expect(stored(sent)).toBe(expected);
  });

  it.each([
    ['lines', 'a\n'.repeat(maxBodyLines) + 'a'],
    ['markup', '['.repeat(maxBodyMarkup + 1)],
    ['linkLength', `[a]: /u "${'t'.repeat(1000)}"\n\n${'[a] '.repeat(400)}`],
  ])('refuses a body that would cost too much: %s', (problem, text) => {
    expect(faultsOf(text)).toEqual([{ problem, line: null }]);
  });

  it('refuses blocks that are nested too deep to be rendered', () => {
    expect(faultsOf(`a\n\n${'> '.repeat(40)}b`)).toEqual([]);
    expect(faultsOf(`a\n\n${'> '.repeat(41)}b`)).toEqual([{ problem: 'nesting', line: 3 }]);
    expect(faultsOf(`${'> '.repeat(150)}b`)).toEqual([{ problem: 'nesting', line: 1 }]);
  });
});
