import type { AddCommentInput } from '../../examples/generated/operations';
import type { WrittenArticle } from '../../src/features/revision/article-writer.service';
import type { PageArticle } from '../../src/features/revision/page-article';
import type { TestApp } from './start-app';

let nextNumber = 1;

/** A valid draft; a case overrides what it is about. */
export function buildDraft(overrides: Partial<PageArticle> = {}): PageArticle {
  const number = nextNumber++;
  return {
    slug: `مقال-${number}`,
    isSlugChosen: true,
    sourceKey: null,
    sourceDay: null,
    locale: 'ar',
    title: `مقال رقم ${number}`,
    summary: null,
    byline: 'فريق التحرير',
    statedReadingTimeMinutes: null,
    publishedAt: new Date('2024-06-11T09:00:00.000Z'),
    sections: [
      {
        heading: null,
        body: 'الفقرة الأولى من المقال.\n\nوالفقرة الثانية منه.',
        images: [{ alt: 'ميدان التحرير', caption: 'ميدان التحرير في القاهرة', credit: 'رويترز' }],
      },
      { heading: 'عنوان فرعي', body: 'فقرة تحت العنوان.', images: [] },
    ],
    ...overrides,
  };
}

/** Writes an article through the same service as any importer. */
export function writeArticle(
  { app }: TestApp,
  overrides: Partial<PageArticle> = {},
): Promise<WrittenArticle> {
  return app.features.articles.write(buildDraft(overrides));
}

/** A valid comment's input; a case overrides what it is about. */
export function buildComment(articleId: string, overrides: Partial<AddCommentInput> = {}) {
  return {
    articleId,
    authorName: 'قارئة',
    authorEmail: 'reader@example.org',
    body: 'تعليق على المقال.',
    ...overrides,
  };
}
