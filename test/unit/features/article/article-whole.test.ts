import fc from 'fast-check';
import { Article } from '../../../../src/features/article';
import type { ArticleDraft, SectionDraft } from '../../../../src/features/article/article-draft';
import {
  type ArticleWhole,
  composeArticle,
  isSameContent,
} from '../../../../src/features/article/article-whole';
import { createIdMaker } from '../../../../src/platform/ids';

const now = new Date('2024-06-12T09:00:00.000Z');
const later = new Date('2024-06-13T09:00:00.000Z');
const ids = createIdMaker();

const section = (overrides: Partial<SectionDraft> = {}): SectionDraft => ({
  heading: null,
  body: 'فقرة أولى.\n\nفقرة ثانية.',
  images: [],
  ...overrides,
});

const draft = (overrides: Partial<ArticleDraft> = {}): ArticleDraft => ({
  slug: 'مقال',
  isSlugChosen: true,
  sourceKey: 'page.txt',
  sourceDay: null,
  locale: 'ar',
  title: 'عنوان',
  summary: null,
  byline: 'فريق التحرير',
  statedReadingTimeMinutes: null,
  publishedAt: new Date('2024-06-11T09:00:00.000Z'),
  sections: [section()],
  ...overrides,
});

const image = (caption: string) => ({ alt: null, caption, credit: 'رويترز' });

const compose = (one: ArticleDraft, previous: ArticleWhole | null = null, at = now) =>
  composeArticle(one, previous, { ids, now: at });

describe('composeArticle for a new article', () => {
  it('begins at version 1, created and edited now, open to comments', () => {
    expect(compose(draft()).article).toMatchObject({
      version: 1,
      createdAt: now,
      updatedAt: now,
      commentsOpen: true,
      sourceKey: 'page.txt',
      title: 'عنوان',
    });
  });

  it('is published when the draft says, and now where it does not say', () => {
    const said = compose(draft()).article;
    expect([said.publishedAt, said.timelineAt]).toEqual([
      new Date('2024-06-11T09:00:00.000Z'),
      new Date('2024-06-11T09:00:00.000Z'),
    ]);
    const unsaid = compose(draft({ publishedAt: undefined })).article;
    expect([unsaid.publishedAt, unsaid.timelineAt]).toEqual([now, now]);
  });

  it('places sections and images from 0, each image in its section', () => {
    const { article, sections, images } = compose(
      draft({
        sections: [
          section({ images: [image('أولى'), image('ثانية')] }),
          section({ heading: 'عنوان فرعي' }),
          section({ images: [image('ثالثة')] }),
        ],
      }),
    );
    expect(sections.map(({ position, heading }) => [position, heading])).toEqual([
      [0, null],
      [1, 'عنوان فرعي'],
      [2, null],
    ]);
    const [first, , last] = sections.map(({ id }) => id);
    expect(
      images.map(({ position, sectionId, caption }) => [position, sectionId, caption]),
    ).toEqual([
      [0, first, 'أولى'],
      [1, first, 'ثانية'],
      [2, last, 'ثالثة'],
    ]);
    expect([...sections, ...images].every(({ articleId }) => articleId === article.id)).toBe(true);
  });

  it('derives paragraphs and HTML from the body', () => {
    const [first] = compose(
      draft({ sections: [section({ body: 'نص **مهم**.\n\nوآخر.' })] }),
    ).sections;
    expect(first).toMatchObject({
      body: 'نص **مهم**.\n\nوآخر.',
      paragraphs: ['نص مهم.', 'وآخر.'],
      bodyHtml: expect.stringContaining('<strong>مهم</strong>') as string,
    });
  });

  it('counts the words of the body, headings and captions left out', () => {
    const sections = [
      section({ body: 'واحد اثنان.\n\nثلاثة.', images: [image('أربعة خمسة')] }),
      section({ heading: 'ستة سبعة', body: 'ثمانية.' }),
    ];
    expect(compose(draft({ sections })).article.wordCount).toBe(4);
  });

  it('takes the reading time that is stated, else computes it from the words', () => {
    expect(compose(draft({ statedReadingTimeMinutes: 5 })).article.readingTimeMinutes).toBe(5);
    const body = Array(139).fill('كلمة').join(' ');
    const computed = compose(draft({ sections: [section({ body })] })).article;
    expect(computed).toMatchObject({ readingTimeMinutes: 2, statedReadingTimeMinutes: null });
  });

  it.each([
    [
      'the alt text where there is one',
      { alt: 'ميدان', caption: 'القاهرة', credit: null },
      'ميدان',
    ],
    ['the caption where there is none', { alt: null, caption: 'القاهرة', credit: null }, 'القاهرة'],
    ['nothing where there is neither', { alt: null, caption: null, credit: 'رويترز' }, ''],
  ])('shows as alt %s', (_, one, alt) => {
    const { images } = compose(draft({ sections: [section({ images: [one] })] }));
    expect(images.map((each) => each.alt)).toEqual([alt]);
  });

  it('makes ids that say their type, no two alike', () => {
    const { article, sections, images } = compose(
      draft({ sections: [section({ images: [image('أ'), image('ب')] }), section()] }),
    );
    const made = [article, ...sections, ...images].map(({ id }) => id);
    expect(made.map((id) => id.split('_')[0])).toEqual([
      ...['article', 'section', 'section', 'image', 'image'],
    ]);
    expect(new Set(made).size).toBe(made.length);
  });
});

describe('composeArticle over an article that is there', () => {
  const previous = compose(
    draft({ sections: [section({ images: [image('أ')] }), section({ heading: 'ب' })] }),
  );

  it('keeps the ids place by place, and makes new ones for what is new', () => {
    const next = compose(
      draft({
        sections: [
          section({ body: 'نص آخر.', images: [image('ج'), image('د')] }),
          section(),
          section({ heading: 'ه' }),
        ],
      }),
      previous,
      later,
    );
    expect(next.article.id).toBe(previous.article.id);
    expect(next.sections.slice(0, 2).map(({ id }) => id)).toEqual(
      previous.sections.map(({ id }) => id),
    );
    expect(next.images[0]?.id).toBe(previous.images[0]?.id);
    const known = [...previous.sections, ...previous.images].map(({ id }) => id);
    expect(known).not.toContain(next.sections[2]?.id);
    expect(known).not.toContain(next.images[1]?.id);
  });

  it('raises the version by one, edited now, created as it was', () => {
    expect(compose(draft(), previous, later).article).toMatchObject({
      version: 2,
      createdAt: now,
      updatedAt: later,
    });
  });

  it('stays published as it was where the draft does not say', () => {
    const next = compose(draft({ publishedAt: undefined }), previous, later);
    expect(next.article.publishedAt).toEqual(previous.article.publishedAt);
  });

  it('stays closed to comments where it was closed', () => {
    const closed = {
      ...previous,
      article: Object.assign(new Article(), previous.article, { commentsOpen: false }),
    };
    expect(compose(draft(), closed, later).article.commentsOpen).toBe(false);
  });
});

describe('isSameContent', () => {
  const whole = draft({ sections: [section({ images: [image('أ')] }), section({ heading: 'ب' })] });
  const first = compose(whole);

  it('holds for the same draft composed again, at another time and from another file', () => {
    expect(isSameContent(first, compose(whole, first, later))).toBe(true);
    expect(isSameContent(first, compose({ ...whole, sourceKey: 'other.txt' }, null, later))).toBe(
      true,
    );
  });

  it.each<[string, Partial<ArticleDraft>]>([
    ['title', { title: 'عنوان آخر' }],
    ['byline', { byline: null }],
    ['summary', { summary: 'ملخص' }],
    ['locale', { locale: 'ar-EG' }],
    ['slug', { slug: 'آخر' }],
    ['date', { publishedAt: later }],
    ['stated reading time', { statedReadingTimeMinutes: 9 }],
    ['text', { sections: [section({ body: 'نص.' }), section({ heading: 'ب' })] }],
    ['heading', { sections: [section({ images: [image('أ')] }), section({ heading: 'ج' })] }],
    ['caption', { sections: [section({ images: [image('ج')] }), section({ heading: 'ب' })] }],
    ['image’s section', { sections: [section(), section({ heading: 'ب', images: [image('أ')] })] }],
    ['number of sections', { sections: [section({ images: [image('أ')] })] }],
  ])('does not hold where the %s differs', (_, overrides) => {
    expect(isSameContent(first, compose({ ...whole, ...overrides }, first, later))).toBe(false);
  });

  it('holds for whatever draft is composed twice', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    const drafts = fc.record({ title: text, body: text, heading: fc.option(text), caption: text });
    fc.assert(
      fc.property(drafts, ({ title, body, heading, caption }) => {
        const one = draft({
          title,
          sections: [section({ body, heading, images: [image(caption)] })],
        });
        const before = compose(one);
        expect(isSameContent(before, compose(one, before, later))).toBe(true);
      }),
    );
  });
});
