import fc from 'fast-check';
import { normalizeMultilineText, normalizeText } from '../../../../src/lib/text';
import { escapeMarkdown, renderMarkdown } from '../../../../src/lib/text/markdown';

const controls = /(?!\n)\p{Cc}/gu;
const markup = '\\`*_[]<>~|&#+-=.)!(;:/"\'  \n123aب';

const plainTexts = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...Array.from(markup)), maxLength: 40 }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
  )
  .map((text) => text.replace(controls, ''));

/** The text that a browser shows, from HTML of which `br`, `p` are the only tags. */
function textOfHtml(html: string): string {
  return html
    .replace(/<\/?p>|<br \/>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

describe('escapeMarkdown', () => {
  it.each([
    '1. ليس بندا في قائمة',
    '# not a heading',
    '- ليس بندا -خلال لقاء-',
    '    not code',
    'AT&T, &amp; and &copy;',
    '2 * 3 * 4 _x_ `y` [z](http://example.org) <b>',
    'C:\\path\\',
    '~~~',
    'a\n===',
    'a\n\nb',
  ])('writes %j as one paragraph that says just this', (plain) => {
    const { html, paragraphs } = renderMarkdown(escapeMarkdown(plain));
    expect(paragraphs).toEqual([plain]);
    expect(textOfHtml(html)).toBe(plain);
  });

  it('leaves ordinary prose as it is', () => {
    const prose = 'قال: “نعم”، في 7 أكتوبر/تشرين الأول 2023 (حماس) -بحسب AT&T- 3.5% + 1.';
    expect(escapeMarkdown(prose)).toBe(prose);
  });

  it('renders any line back to exactly itself', () => {
    fc.assert(
      fc.property(plainTexts.map(normalizeText), (plain) => {
        const { html, paragraphs } = renderMarkdown(escapeMarkdown(plain));
        expect(paragraphs.join()).toBe(plain);
        expect(textOfHtml(html)).toBe(plain);
      }),
      { numRuns: 2000 },
    );
  });

  it('renders any text of several lines back to exactly itself', () => {
    fc.assert(
      fc.property(plainTexts.map(normalizeMultilineText), (plain) => {
        const { html, paragraphs } = renderMarkdown(escapeMarkdown(plain));
        expect(paragraphs.join()).toBe(plain);
        expect(textOfHtml(html)).toBe(plain);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('renderMarkdown', () => {
  it('gives the plain text of each block in reading order', () => {
    const { paragraphs } = renderMarkdown(
      [
        '## عنوان *مائل*\n\nفقرة **أولى** مع [رابط](https://example.org)\nوتتمة.',
        '> اقتباس `code`\n\n- بند\n  - فرعي\n\n1. أول\n\nسطر\\\nثان',
        '```js\nlet a = 1;\n```\n\n![صورة القاهرة](https://example.org/a.png)\n\n---\n',
      ].join('\n\n'),
    );
    expect(paragraphs).toEqual([
      'عنوان مائل',
      'فقرة أولى مع رابط وتتمة.',
      'اقتباس code',
      'بند',
      'فرعي',
      'أول',
      'سطر\nثان',
      'let a = 1;',
      'صورة القاهرة',
    ]);
  });

  it('keeps the elements of CommonMark', () => {
    const { html } = renderMarkdown(
      '# a\n\n*b* **c** `d`\n\n> e\n\n3. f\n\n- g\n\n---\n\n```js\nh\n```\n\n![i](https://example.org/j.png "k")',
    );
    for (const element of [
      '<h1>a</h1>',
      '<em>b</em> <strong>c</strong> <code>d</code>',
      '<blockquote>',
      '<ol start="3">',
      '<li>g</li>',
      '<hr />',
      '<pre><code class="language-js">h\n</code></pre>',
      '<img src="https://example.org/j.png" alt="i" title="k" />',
    ])
      expect(html).toContain(element);
  });

  it('keeps links to the web and to mail, and cuts them off from the page', () => {
    const { html } = renderMarkdown('[a](https://example.org/?q=1&r=2 "t") <mailto:a@example.org>');
    expect(html).toBe(
      '<p><a title="t" href="https://example.org/?q=1&amp;r=2" rel="noopener">a</a> ' +
        '<a href="mailto:a@example.org" rel="noopener">mailto:a@example.org</a></p>',
    );
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](java\nscript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:msgbox(1))',
    '[x](//evil.example)',
    '[x](file:///etc/hosts)',
    '[x](ftp://evil.example)',
    '[x][y]\n\n[y]: javascript:alert(1)',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
    '![x](/a.png)',
    '![x](//evil.example/a.png)',
    '[x](/a/path)',
    '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  ])('makes no link and loads nothing for %j', (markdown) => {
    expect(renderMarkdown(markdown).html).not.toMatch(/\s(?:href|src)=/u);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<a href="https://example.org" onclick="alert(1)">x</a>',
    '<iframe src="https://evil.example"></iframe>',
    '<p style="position:fixed">x</p>',
    'a <!-- <img src=x onerror=alert(1)> --> b',
    '[x](https://example.org "\\" onmouseover=\\"alert(1)")',
    '![" onerror="alert(1)](https://example.org/a.png)',
    '```"><script>alert(1)</script>\nx\n```',
  ])('shows the markup of %j as text', (markdown) => {
    const { html } = renderMarkdown(markdown);
    const tags = html.match(/<[^>]*>/gu) ?? [];
    expect(tags.join('')).not.toMatch(/script|iframe|svg|style=/u);
    const names = tags.join('').replace(/"[^"]*"/gu, '""');
    expect(names).not.toMatch(/\son\w+=/u);
  });

  it('loses no text of deeply nested blocks', () => {
    expect(renderMarkdown(`${'> '.repeat(40)}عميق`).paragraphs).toEqual(['عميق']);
  });

  it('gives nothing for nothing', () => {
    expect(renderMarkdown(' \n\n')).toEqual({ html: '', paragraphs: [] });
  });

  it('lets no element or attribute out that is not on its list, whatever comes in', () => {
    const piece = fc.constantFrom(
      ...['<', '>', '"', "'", '=', '/', '[', ']', '(', ')', '!', '`', '\n', ' ', '&#106;', 'a'],
      ...['script', 'onerror', 'javascript:', 'https://e.org', 'img', 'src', 'data:', '- ', '> '],
    );
    const allowed =
      /^<\/?(?:h[1-6]|p|blockquote|pre|[uo]l|li|hr|a|br|code|em|img|strong)(?: (?:href|title|rel|src|alt|start|class)="[^"<>]*")*(?: \/)?>$/u;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { html } = renderMarkdown(pieces.join(''));
        for (const [tag] of html.matchAll(/<[^>]*>/gu)) {
          expect(tag).toMatch(allowed);
          expect(tag).not.toMatch(/ (?:href|src)="(?!https?:|mailto:)/u);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
