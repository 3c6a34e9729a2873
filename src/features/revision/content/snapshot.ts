import { createHash } from 'node:crypto';

/** A picture within a save. */
export interface ImageContent {
  /** image_… */
  readonly id: string;
  /** Null: the caption stands in. */
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly fileId: string | null;
  /** A picture that is kept elsewhere. */
  readonly url: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** A section within a save. */
export interface SectionContent {
  /** section_… */
  readonly id: string;
  readonly heading: string | null;
  readonly body: string;
  readonly images: readonly ImageContent[];
}

/** The content of one save: all that an editor can change. */
export interface ArticleContent {
  readonly title: string;
  readonly slug: string;
  readonly locale: string;
  readonly summary: string | null;
  readonly byline: string | null;
  readonly correction: string | null;
  /** Stated; null: computed from the words. */
  readonly readingTimeMinutes: number | null;
  /** A corrected date of publication, ISO; null: not corrected. */
  readonly publishedAt: string | null;
  /** Names in the editor's order. */
  readonly tags: readonly string[];
  /** Stands before the text. */
  readonly leadImage: ImageContent | null;
  readonly sections: readonly SectionContent[];
}

/**
 * Writes a content as JSON.
 * Shape: keys in one fixed order, so that equal contents are equal texts.
 */
export function writeContent(content: ArticleContent): string {
  const { title, slug, locale, summary, byline, correction } = content;
  const { readingTimeMinutes, publishedAt, tags, leadImage, sections } = content;
  return JSON.stringify({
    ...{ title, slug, locale, summary, byline, correction },
    ...{ readingTimeMinutes, publishedAt, tags },
    leadImage: leadImage === null ? null : orderImage(leadImage),
    sections: sections.map(orderSection),
  });
}

/** Reads what {@link writeContent} wrote. Errors: SyntaxError for a text that is no JSON. */
export function parseContent(json: string): ArticleContent {
  return JSON.parse(json) as ArticleContent;
}

/** The SHA-256 of a content in hexadecimal digits: the same on each database. */
export function hashContent(content: ArticleContent): string {
  return createHash('sha256').update(writeContent(content)).digest('hex');
}

/** Whether two images are the same in each field, their id included. */
export function isSameImage(one: ImageContent | null, other: ImageContent | null): boolean {
  if (one === null || other === null) return one === other;
  return JSON.stringify(orderImage(one)) === JSON.stringify(orderImage(other));
}

/** Whether two sections are the same in each field, their ids and images included. */
export function isSameSection(one: SectionContent, other: SectionContent): boolean {
  return JSON.stringify(orderSection(one)) === JSON.stringify(orderSection(other));
}

/** All images of a content, in reading order. */
export function listImages({ leadImage, sections }: ArticleContent): ImageContent[] {
  const inSections = sections.flatMap(({ images }) => images);
  return leadImage === null ? inSections : [leadImage, ...inSections];
}

function orderSection({ id, heading, body, images }: SectionContent): SectionContent {
  return { id, heading, body, images: images.map(orderImage) };
}

function orderImage(image: ImageContent): ImageContent {
  const { id, alt, caption, credit, fileId, url, width, height } = image;
  return { id, alt, caption, credit, fileId, url, width, height };
}
