import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ImportResult, ImportedPage } from '../../../../src/features/import/importer';
import { parseTextPage } from '../../../../src/features/import/text/parse-text-page';
import { countWords, normalizeText } from '../../../../src/lib/text';

const seed = readFileSync(join(__dirname, '../../../../seeds/000_19c48d52f7a295b8.txt'), 'utf8');

function pageOf(source: string): ImportedPage {
  const parsed = parseTextPage(source);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.page;
}

function linesOfRole(parsed: ImportResult, role: string): readonly number[] {
  return parsed.lines.filter((line) => line.role === role).map(({ line }) => line);
}

/** All text of a page, in the order in which it is read. */
function textsOf(page: ImportedPage): readonly string[] {
  const sections = page.sections.flatMap(({ heading, paragraphs, images }) => [
    heading ?? '',
    ...paragraphs,
    ...images.flatMap(({ alt, caption, credit }) => [alt ?? '', caption ?? '', credit ?? '']),
  ]);
  return [page.title, page.byline ?? '', ...sections].filter((text) => text !== '');
}

function wordsOf(text: string): readonly string[] {
  return normalizeText(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

describe('parseTextPage on the source article', () => {
  const parsed = parseTextPage(seed);
  const page = pageOf(seed);

  it('finds the headline, the byline and the stated minutes', () => {
    expect(page.title).toBe(
      'بلينكن يلتقي نتنياهو وواشنطن تدرس التفاوض مع حماس لإطلاق محتجزين أميركيين',
    );
    expect(page.byline).toBe('فريق التحرير');
    expect(page.statedReadingTimeMinutes).toBe(5);
  });

  it('finds three sections of 5, 7 and 5 paragraphs', () => {
    expect(page.sections.map(({ heading, paragraphs }) => [heading, paragraphs.length])).toEqual([
      [null, 5],
      ['زيارة القاهرة', 7],
      ['جهود أميركية', 5],
    ]);
  });

  it('finds each image in its section, with its caption, credit and alt line', () => {
    expect(page.sections.map(({ images }) => images)).toEqual([
      [
        {
          alt: null,
          caption: 'بلينكن التقى في القاهرة الرئيس المصري عبد الفتاح السيسي',
          credit: 'الأناضول',
        },
      ],
      [
        {
          alt: 'تسليم كتائب القسام الدفعة الرابعة من الأسرى الإسرائيليين في غزة صور خاصة بالجزيرة',
          caption:
            'جانب من تسليم كتائب القسام دفعة من الأسرى الإسرائيليين في غزة خلال صفقة أبرمت أثناء هدنة مؤقتة سابقة',
          credit: 'الجزيرة',
        },
      ],
      [],
    ]);
  });

  it('gives every line that is not empty its role', () => {
    const filled = seed.split('\n').flatMap((text, index) => (text.trim() ? [index + 1] : []));
    expect(parsed.lines.map(({ line }) => line)).toEqual(filled);
    expect(linesOfRole(parsed, 'title')).toEqual([1]);
    expect(linesOfRole(parsed, 'byline')).toEqual([3]);
    expect(linesOfRole(parsed, 'reading-time')).toEqual([4]);
    expect(linesOfRole(parsed, 'heading')).toEqual([18, 37]);
    expect(linesOfRole(parsed, 'alt')).toEqual([34]);
    expect(linesOfRole(parsed, 'caption')).toEqual([16, 35]);
    expect(linesOfRole(parsed, 'furniture')).toEqual([49, 50, 52, 54]);
    expect(linesOfRole(parsed, 'paragraph')).toHaveLength(17);
  });

  it('keeps each line of the article as it is but for its white space', () => {
    const lines = seed.split('\n').map(normalizeText);
    const kept = linesOfRole(parsed, 'paragraph').map((line) => lines[line - 1]);
    expect(page.sections.flatMap(({ paragraphs }) => paragraphs)).toEqual(kept);
    expect(kept[0]).toContain('الإسرائيلي بنيامين');
  });

  it('has the 579 words from which its reading time comes', () => {
    const paragraphs = page.sections.flatMap((section) => section.paragraphs);
    expect(countWords(paragraphs.join('\n'))).toBe(579);
  });

  it.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['old Macintosh line ends', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte-order mark', (text: string) => `\uFEFF${text}`],
    ['no-break spaces', (text: string) => text.replaceAll(' ', '\u00A0')],
    ['doubled spaces', (text: string) => text.replaceAll(' ', '  ')],
    ['trailing white space', (text: string) => text.replaceAll('\n', ' \t\u00A0\n')],
    ['indented lines', (text: string) => text.replaceAll('\n', '\n\t  ')],
    ['many empty lines', (text: string) => text.replaceAll('\n\n', '\n\n\n\n\n')],
    ['every line end doubled', (text: string) => text.replaceAll('\n', '\n\n')],
    ['no empty lines', (text: string) => text.replaceAll(/\n+/gu, '\n')],
    ['decomposed letters', (text: string) => text.normalize('NFD')],
    ['no line end at the end', (text: string) => text.trimEnd()],
  ])('reads the same page with %s', (_, change) => {
    expect(pageOf(change(seed))).toEqual(page);
  });

  it('reads the same article without its byline, its reading time, or both', () => {
    const lines = seed.split('\n');
    const without = (...left: number[]): ImportedPage =>
      pageOf(lines.filter((_, index) => !left.includes(index + 1)).join('\n'));
    expect(without(3)).toEqual(page);
    expect(without(4)).toEqual({ ...page, statedReadingTimeMinutes: null });
    expect(without(3, 4)).toEqual({ ...page, byline: null, statedReadingTimeMinutes: null });
  });
});

describe('parseTextPage on what is no page', () => {
  const lines = seed.split('\n');

  it.each([
    ['an empty file', '', 1],
    ['white space', ' \r\n\u00A0\n', 1],
    ['furniture alone', lines.slice(48).join('\n'), 1],
    ['a page that begins with its byline', lines.slice(2).join('\n'), 1],
    ['a page that begins with its reading time', `\n${lines.slice(3).join('\n')}`, 2],
    ['a page that begins with a paragraph', lines.slice(5).join('\n'), 1],
    ['a page that begins with ‘By’', 'By Jane Doe\n\nThe talks went on.\n', 1],
  ])('refuses %s for want of a title', (_, source, line) => {
    const parsed = parseTextPage(source);
    expect(parsed).toMatchObject({ ok: false, code: 'NO_TITLE', line });
  });

  it.each([
    ['a title alone', 'عنوان المقال\n', 1],
    ['a head alone', lines.slice(0, 4).join('\n'), 4],
    ['a head and furniture', [...lines.slice(0, 5), ...lines.slice(48)].join('\n'), 11],
    ['captions alone', 'عنوان\n\nبلينكن في القاهرة (رويترز)\n', 3],
  ])('refuses %s for want of a paragraph', (_, source, line) => {
    const parsed = parseTextPage(source);
    expect(parsed).toMatchObject({ ok: false, code: 'NO_PARAGRAPH', line });
  });

  it('refuses a file with a NUL character', () => {
    const parsed = parseTextPage('Title\n\nA paragraph.\0\n');
    expect(parsed).toMatchObject({ ok: false, code: 'NOT_TEXT', line: 3 });
  });

  it('names the line and the reason, and still gives each line its role', () => {
    expect(parseTextPage(lines.slice(2, 6).join('\n'))).toEqual({
      ok: false,
      code: 'NO_TITLE',
      line: 1,
      reason: 'The first line of the article, line 1, is no title: it names the writer.',
      lines: [
        { line: 1, role: 'byline' },
        { line: 2, role: 'reading-time' },
        { line: 4, role: 'paragraph' },
      ],
      uncertain: [],
      confidence: 1,
    });
  });
});

describe('parseTextPage on any text', () => {
  const fragments = fc.constantFrom(
    ...seed.split('\n').slice(0, 20),
    ...['By Jane Doe', '5 min read', 'دقيقة', 'دقيقتان للقراءة', 'Share', 'Leave a comment', '***'],
    ...['A short line', 'What now?', 'One sentence.', 'A ship at sea (Reuters)', '(AP)', '- item'],
    ...['11 June 2024', '\u200F', '"', ')', '(', ':', 'x\0', '\uFEFF', 'Email *', 'كتب', 'by'],
  );
  const lineEnds = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\n \n', '\r\n\r\n\r\n');
  const mixedPages = fc
    .array(fc.tuple(fragments, lineEnds), { maxLength: 30 })
    .map((pairs) => pairs.map(([text, end]) => text + end).join(''));
  const anyText = fc.oneof(
    mixedPages,
    fc.string({ unit: 'binary' }),
    fc.lorem({ mode: 'sentences' }),
  );

  it('gives each line that is not empty exactly one role, and never throws', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const filled = source
          .split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/u)
          .flatMap((text, index) => (text.trim() === '' ? [] : [index + 1]));
        expect(parseTextPage(source).lines.map(({ line }) => line)).toEqual(filled);
      }),
      { numRuns: 1000 },
    );
  });

  it('loses no word of the lines that are the article’s', () => {
    fc.assert(
      fc.property(mixedPages, (source) => {
        const parsed = parseTextPage(source);
        if (!parsed.ok) return;
        const lines = source.split(/\r\n|[\n\r]/u);
        const words = parsed.lines
          .filter(({ role }) => !['furniture', 'reading-time', 'byline', 'title'].includes(role))
          .flatMap(({ line }) => wordsOf(lines[line - 1] ?? ''));
        const [, ...texts] = textsOf({ ...parsed.page, byline: null });
        expect(texts.flatMap(wordsOf).sort()).toEqual([...words].sort());
      }),
      { numRuns: 1000 },
    );
  });
});
