import fc from 'fast-check';
import { Article } from '../../../../src/features/article';
import { ArticleRevisionRow } from '../../../../src/features/revision/article-revision.entity';
import { composeAggregate } from '../../../../src/features/revision/compose-article';
import {
  type ArticleContent,
  hashContent,
  type ImageContent,
  parseContent,
  type SectionContent,
  writeContent,
} from '../../../../src/features/revision/content/snapshot';
import type { PageArticle } from '../../../../src/features/revision/page-article';
import { toPageContent } from '../../../../src/features/revision/page-content';

let nextId = 1;

const image = (caption: string, overrides: Partial<ImageContent> = {}): ImageContent => ({
  id: `image_${nextId++}`,
  ...{ alt: null, caption, credit: 'رويترز', fileId: null, url: null, width: null, height: null },
  ...overrides,
});

const section = (overrides: Partial<SectionContent> = {}): SectionContent => ({
  id: `section_${nextId++}`,
  heading: null,
  body: 'فقرة أولى.\n\nفقرة ثانية.',
  images: [],
  ...overrides,
});

const content = (overrides: Partial<ArticleContent> = {}): ArticleContent => ({
  ...{ title: 'عنوان', slug: 'مقال', locale: 'ar', summary: null, byline: 'فريق التحرير' },
  ...{ correction: null, readingTimeMinutes: null, publishedAt: null, tags: [], leadImage: null },
  sections: [section()],
  ...overrides,
});

const compose = (one: ArticleContent) => {
  const article = Object.assign(new Article(), { id: 'article_1', commentsOpen: false });
  const row = Object.assign(new ArticleRevisionRow(), { version: 3, editedAt: new Date(5) });
  return composeAggregate(article, { row, content: one });
};

describe('the rows of a save', () => {
  it('have its version and the time of its edit, and leave the rest of the article as it is', () => {
    const { article } = compose(content());
    expect(article).toMatchObject({ id: 'article_1', version: 3, commentsOpen: false });
    expect(article).toMatchObject({ updatedAt: new Date(5), title: 'عنوان', slugKey: 'مقال' });
  });

  it('place the lead image first, then the images of each section', () => {
    const lead = image('قبل النص');
    const sections = [
      section({ images: [image('أولى'), image('ثانية')] }),
      section({ heading: 'عنوان فرعي' }),
      section({ images: [image('ثالثة')] }),
    ];
    const { images } = compose(content({ leadImage: lead, sections }));
    expect(
      images.map(({ position, sectionId, caption }) => [position, sectionId, caption]),
    ).toEqual([
      [0, null, 'قبل النص'],
      [1, sections[0]?.id, 'أولى'],
      [2, sections[0]?.id, 'ثانية'],
      [3, sections[2]?.id, 'ثالثة'],
    ]);
  });

  it('derive paragraphs and HTML from the body', () => {
    const [first] = compose(
      content({ sections: [section({ body: 'نص **مهم**.\n\nوآخر.' })] }),
    ).sections;
    expect(first).toMatchObject({ position: 0, paragraphs: ['نص مهم.', 'وآخر.'] });
    expect(first?.bodyHtml).toContain('<strong>مهم</strong>');
  });

  it('count the words of the body, headings and captions left out', () => {
    const sections = [
      section({ body: 'واحد اثنان.\n\nثلاثة.', images: [image('أربعة خمسة')] }),
      section({ heading: 'ستة سبعة', body: 'ثمانية.' }),
    ];
    expect(compose(content({ sections })).article.wordCount).toBe(4);
  });

  it('take the reading time that is stated, else compute it from the words', () => {
    expect(compose(content({ readingTimeMinutes: 5 })).article.readingTimeMinutes).toBe(5);
    const body = Array(139).fill('كلمة').join(' ');
    const { article } = compose(content({ sections: [section({ body })] }));
    expect(article).toMatchObject({ readingTimeMinutes: 2, statedReadingTimeMinutes: null });
  });

  it.each([
    ['the alt text where there is one', { alt: 'ميدان' }, 'ميدان'],
    ['the caption where there is none', {}, 'القاهرة'],
    ['nothing where there is neither', { caption: null }, ''],
  ])('show as alt %s', (_, overrides, alt) => {
    const sections = [section({ images: [image('القاهرة', overrides)] })];
    expect(compose(content({ sections })).images.map((each) => each.alt)).toEqual([alt]);
  });
});

describe('the hash of a content', () => {
  it('is the same whatever the order of properties, and after it was stored', () => {
    const one = content({ leadImage: image('أ'), tags: ['غزة'] });
    const reversed = Object.fromEntries(Object.entries(one).reverse()) as unknown as ArticleContent;
    expect(hashContent(reversed)).toBe(hashContent(one));
    expect(hashContent(parseContent(writeContent(one)))).toBe(hashContent(one));
  });

  it.each<[string, Partial<ArticleContent>]>([
    ['title', { title: 'عنوان آخر' }],
    ['byline', { byline: null }],
    ['summary', { summary: 'ملخص' }],
    ['locale', { locale: 'ar-EG' }],
    ['slug', { slug: 'آخر' }],
    ['correction', { correction: 'تصحيح' }],
    ['stated reading time', { readingTimeMinutes: 9 }],
    ['corrected date', { publishedAt: '2024-06-11T09:00:00.000Z' }],
    ['tags', { tags: ['غزة'] }],
    ['lead image', { leadImage: image('أ') }],
    ['sections', { sections: [] }],
  ])('is another where the %s differs', (_, overrides) => {
    const one = content();
    expect(hashContent({ ...one, ...overrides })).not.toBe(hashContent(one));
  });
});

const page = (overrides: Partial<PageArticle> = {}): PageArticle => ({
  ...{ slug: 'مقال', isSlugChosen: true, sourceKey: 'page.txt', sourceDay: null, locale: 'ar' },
  ...{ title: 'عنوان', summary: null, byline: null, statedReadingTimeMinutes: null },
  publishedAt: undefined,
  sections: [],
  ...overrides,
});

const newId = (kind: string) => `${kind}_${nextId++}`;

describe('the content of a page', () => {
  const parts = [
    { heading: null, body: 'نص.', images: [{ alt: null, caption: 'أ', credit: null }] },
    { heading: 'ب', body: 'نص آخر.', images: [] },
  ];

  it('keeps the ids of parts that say the same, wherever they now stand', () => {
    const before = toPageContent(page({ sections: parts }), null, newId);
    const added = { heading: 'ج', body: 'جديد.', images: [] };
    const after = toPageContent(page({ sections: [added, ...parts] }), before, newId);
    expect(after.sections.slice(1)).toEqual(before.sections);
    expect(before.sections.map(({ id }) => id)).not.toContain(after.sections[0]?.id);
  });

  it('leaves what a page does not know as editors have written it', () => {
    const base = content({ tags: ['غزة'], correction: 'تصحيح', leadImage: image('أ') });
    const { tags, correction, leadImage } = toPageContent(page(), base, newId);
    expect({ tags, correction, leadImage }).toEqual({
      ...{ tags: base.tags, correction: base.correction, leadImage: base.leadImage },
    });
  });

  it('is the same for whatever page is taken in twice', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    const pages = fc.record({ title: text, body: text, heading: fc.option(text), caption: text });
    fc.assert(
      fc.property(pages, ({ title, body, heading, caption }) => {
        const images = [{ alt: null, caption, credit: null }];
        const one = page({ title, sections: [{ heading, body, images }] });
        const before = toPageContent(one, null, newId);
        expect(hashContent(toPageContent(one, before, newId))).toBe(hashContent(before));
      }),
    );
  });
});
