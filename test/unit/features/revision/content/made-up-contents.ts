import fc from 'fast-check';
import type {
  ArticleContent,
  ImageContent,
  SectionContent,
} from '../../../../../src/features/revision/content/snapshot';

/** An image that says its own name. */
export function imageOf(id: string, fields: Partial<ImageContent> = {}): ImageContent {
  const none = { credit: null, fileId: null, url: null, width: null, height: null };
  return { id, alt: `alt of ${id}`, caption: `caption of ${id}`, ...none, ...fields };
}

/** A section that says its own name. */
export function sectionOf(id: string, fields: Partial<SectionContent> = {}): SectionContent {
  return { id, heading: `heading of ${id}`, body: `body of ${id}`, images: [], ...fields };
}

/** A small article with a lead image and three sections, of which two have images. */
export function contentOf(fields: Partial<ArticleContent> = {}): ArticleContent {
  return {
    ...{ title: 'Storm', slug: 'storm', locale: 'en', summary: 'A summary', byline: 'Desk' },
    ...{ correction: null, readingTimeMinutes: null, publishedAt: null, tags: ['Weather'] },
    leadImage: imageOf('image_lead'),
    sections: [
      sectionOf('section_a', { heading: null, images: [imageOf('image_a1'), imageOf('image_a2')] }),
      sectionOf('section_b', { images: [imageOf('image_b1')] }),
      sectionOf('section_c'),
    ],
    ...fields,
  };
}

/** Makes ids that are each used once, such as `section_new1`. */
export function idMaker(word = 'new'): (prefix: string) => string {
  let count = 0;
  return (prefix) => `${prefix}_${word}${(count += 1)}`;
}

/** The inputs of an article that would leave it as it is, with or without ids. */
export function editOf(content: ArticleContent, { withIds }: { withIds: boolean }) {
  const withoutId = <Part extends { readonly id: string }>({ id, ...rest }: Part) =>
    withIds ? { ...rest, id } : rest;
  return {
    leadImage: content.leadImage && withoutId(content.leadImage),
    sections: content.sections.map((section) => ({
      ...withoutId(section),
      images: section.images.map(withoutId),
    })),
  };
}

/** Articles of up to six sections with up to three images each. */
export const contents: fc.Arbitrary<ArticleContent> = fc
  .array(fc.nat({ max: 3 }), { maxLength: 6 })
  .map((imageCounts) =>
    contentOf({
      sections: imageCounts.map((count, index) =>
        sectionOf(`section_${index}`, {
          images: Array.from({ length: count }, (_, place) => imageOf(`image_${index}_${place}`)),
        }),
      ),
    }),
  );
