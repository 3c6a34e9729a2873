import fc from 'fast-check';
import type { LineRole } from '../../../../src/features/import/importer';
import { parseTextPage } from '../../../../src/features/import/text/parse-text-page';

interface Line {
  readonly role: LineRole;
  readonly text: string;
}

/** Lines that stand together, without an empty line between. */
type Block = readonly Line[];

interface Language {
  readonly words: readonly string[];
  readonly ends: readonly string[];
  readonly credits: readonly string[];
  readonly heads: readonly (readonly Block[])[];
  readonly tails: readonly Block[];
}

function line(role: LineRole, text: string): Line {
  return { role, text };
}

const arabic: Language = {
  words:
    'قال الوزير إن المدينة شهدت أمس اجتماعا حول المياه والطاقة (أوبك) في مصر، و“العراق” 2024'.split(
      ' ',
    ),
  ends: ['.', '؟.', '!', '…', ' (حماس).', '”.', '.”', '.)', '...'],
  credits: ['(رويترز)', '(الجزيرة نت - أرشيف)', '(الأناضول)', '( الفرنسية )', '(غيتي/رويترز)'],
  heads: [
    [[line('byline', 'فريق التحرير'), line('reading-time', 'كتب فريق التحرير ٧ دقائق للقراءة')]],
    [[line('byline', 'فريق التحرير')], [line('reading-time', 'دقيقتان للقراءة')]],
    [[line('reading-time', 'كتبت هدى صالح دقيقة للقراءة')]],
    [[line('reading-time', '۳ دقائق للقراءة')]],
    [[line('byline', 'بقلم هدى صالح')]],
    [],
  ],
  tails: [
    [line('furniture', 'شارك المقال'), line('furniture', 'اترك تعليقك')],
    [line('furniture', 'اترك تعليقاً')],
    [line('furniture', 'لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *')],
  ],
};

const english: Language = {
  words:
    'The minister said that the city saw talks on water and energy (OPEC) in Egypt, “again” 2024'.split(
      ' ',
    ),
  ends: ['.', '?”.', '!', '…', ' (Hamas).', '.”', '.)', ' (see above.)'],
  credits: ['(Reuters)', '[Mohammed Salem/Reuters]', '(AP Photo/Amr Nabil)', '(File: AFP)'],
  heads: [
    [[line('byline', 'By Jane Doe'), line('reading-time', '5 min read')]],
    [[line('byline', 'Jane Doe'), line('reading-time', 'By Jane Doe 5 minutes read')]],
    [[line('reading-time', 'Reading time: 12 minutes')]],
    [[line('byline', 'Jane Doe')]],
    [],
  ],
  tails: [
    [line('furniture', 'Share'), line('furniture', 'Facebook'), line('furniture', 'Copy link')],
    [line('furniture', 'Leave a Reply')],
    [line('furniture', 'Your email address will not be published. Required fields are marked *')],
  ],
};

function sayings(language: Language, minLength: number, maxLength: number): fc.Arbitrary<string> {
  // Quotes, brackets and numbers stand inside, so that the ends are those that the role has.
  const plain = language.words.filter((word) => /^\p{L}+$/u.test(word));
  const inner = fc.array(fc.constantFrom(...language.words), {
    minLength: minLength - 2,
    maxLength: maxLength - 2,
  });
  return fc
    .tuple(fc.constantFrom(...plain), inner, fc.constantFrom(...plain))
    .map(([first, middle, last]) => [first, ...middle, last].join(' '));
}

function blocks(language: Language): fc.Arbitrary<Block> {
  const paragraph = fc
    .tuple(sayings(language, 14, 60), fc.constantFrom(...language.ends))
    .map(([text, end]) => [line('paragraph', text + end)]);
  const caption = fc
    .tuple(sayings(language, 4, 25), fc.constantFrom(...language.credits))
    .map(([text, credit]) => line('caption', `${text} ${credit}`));
  const alt = sayings(language, 3, 20).map((text) => line('alt', text));
  const section = fc
    .tuple(sayings(language, 2, 8), paragraph)
    .map(([heading, below]) => [line('heading', heading), ...below]);
  return fc.oneof(
    { weight: 4, arbitrary: paragraph },
    { weight: 1, arbitrary: caption.map((found) => [found]) },
    { weight: 1, arbitrary: fc.tuple(alt, caption).map((pair) => [...pair]) },
    { weight: 1, arbitrary: section },
  );
}

/** The blocks of a page; a heading stands in a block of its own, as captions with their alt do not. */
function pages(language: Language): fc.Arbitrary<readonly Block[]> {
  const opening = fc
    .tuple(sayings(language, 14, 40), fc.constantFrom(...language.ends))
    .map(([text, end]) => [line('paragraph', text + end)]);
  return fc
    .record({
      title: sayings(language, 3, 12),
      head: fc.constantFrom(...language.heads),
      opening,
      body: fc.array(blocks(language), { maxLength: 12 }),
      tail: fc.subarray([...language.tails]),
    })
    .map(({ title, head, opening: first, body, tail }) => [
      [line('title', title)],
      ...head,
      first,
      ...body.flatMap((block) =>
        block[0]?.role === 'heading' ? block.map((single) => [single]) : [block],
      ),
      ...tail,
    ]);
}

const languages = fc.constantFrom(arabic, english);
const generated = languages.chain(pages);
const gaps = fc.constantFrom('\n\n', '\n\n\n', '\n \n', '\n\t\n\n\u00A0\n');

function write(page: readonly Block[], gap: string): string {
  return page.map((block) => block.map(({ text }) => text).join('\n')).join(gap);
}

function rolesIn(page: readonly Block[]): readonly LineRole[] {
  return page.flat().map(({ role }) => role);
}

describe('parseTextPage on generated pages', () => {
  it('finds the role that each line was written with', () => {
    fc.assert(
      fc.property(generated, gaps, (page, gap) => {
        const parsed = parseTextPage(write(page, gap));
        expect(parsed.lines.map(({ role }) => role)).toEqual(rolesIn(page));
        expect(parsed.ok).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('reads the same page whatever the line ends and the white space', () => {
    fc.assert(
      fc.property(generated, (page) => {
        const source = write(page, '\n\n');
        const plain = parseTextPage(source);
        const variants = [
          source.replaceAll('\n', '\r\n'),
          source.replaceAll('\n', '\r'),
          `\uFEFF${source}`,
          source.replaceAll(' ', '\u00A0'),
          source.replaceAll(' ', '  ').replaceAll('\n', ' \n'),
        ];
        for (const variant of variants) expect(parseTextPage(variant)).toEqual(plain);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps every paragraph, heading and caption whole and in order', () => {
    fc.assert(
      fc.property(generated, (page) => {
        const parsed = parseTextPage(write(page, '\n\n'));
        if (!parsed.ok) throw new Error(parsed.reason);
        const { sections } = parsed.page;
        const written = (role: LineRole): readonly string[] =>
          page.flat().flatMap((found) => (found.role === role ? [found.text] : []));
        expect(sections.flatMap(({ paragraphs }) => paragraphs)).toEqual(written('paragraph'));
        expect(sections.flatMap(({ heading }) => heading ?? [])).toEqual(written('heading'));
        const images = sections.flatMap((section) => section.images);
        expect(images.flatMap(({ alt }) => alt ?? [])).toEqual(written('alt'));
        images.forEach(({ caption, credit }, index) => {
          const text = written('caption')[index] ?? '';
          expect(text.startsWith(caption ?? '?')).toBe(true);
          expect(text.slice((caption ?? '').length + 2, -1).trim()).toBe(credit);
        });
      }),
      { numRuns: 100 },
    );
  });
});
