import { createHash } from 'node:crypto';

/** A picture within a save. */
export interface ImageContent {
  readonly id: string;
  /** Null where nobody gave one: the caption stands in. */
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly fileId: string | null;
  /** The address of a picture that is kept elsewhere. */
  readonly url: string | null;
  /** Units: pixels. */
  readonly width: number | null;
  readonly height: number | null;
}

/** A section within a save. */
export interface SectionContent {
  readonly id: string;
  readonly heading: string | null;
  /** CommonMark. */
  readonly body: string;
  readonly images: readonly ImageContent[];
}

/** All that an editor writes of an article: what one save holds. */
export interface ArticleContent {
  readonly title: string;
  readonly slug: string;
  readonly locale: string;
  readonly summary: string | null;
  readonly byline: string | null;
  readonly correction: string | null;
  /** Null where it is computed from the words. */
  readonly readingTimeMinutes: number | null;
  /** A corrected date of publication, as ISO text; null where it is not corrected. */
  readonly publishedAt: string | null;
  /** Names in the editor's order. */
  readonly tags: readonly string[];
  /** Stands before the text. */
  readonly leadImage: ImageContent | null;
  readonly sections: readonly SectionContent[];
}

/** The content as JSON text; equal contents make equal texts, whatever the order of their properties. */
export function writeContent(content: ArticleContent): string {
  return JSON.stringify({
    title: content.title,
    slug: content.slug,
    locale: content.locale,
    summary: content.summary,
    byline: content.byline,
    correction: content.correction,
    readingTimeMinutes: content.readingTimeMinutes,
    publishedAt: content.publishedAt,
    tags: content.tags,
    leadImage: content.leadImage === null ? null : orderImage(content.leadImage),
    sections: content.sections.map(orderSection),
  });
}

/** The content of a text that `writeContent` wrote. */
export function parseContent(text: string): ArticleContent {
  return JSON.parse(text) as ArticleContent;
}

/** Equal for equal contents, on every machine and database. */
export function hashContent(content: ArticleContent): string {
  return createHash('sha256').update(writeContent(content)).digest('hex');
}

function orderImage(image: ImageContent): ImageContent {
  const { id, alt, caption, credit, fileId, url, width, height } = image;
  return { id, alt, caption, credit, fileId, url, width, height };
}

/** Whether two images are the same in each field, their ids included. */
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

/** The files of a content's pictures, each once. */
export function listFileIds(content: ArticleContent): string[] {
  const ids = listImages(content).flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
  return [...new Set(ids)];
}

function orderSection({ id, heading, body, images }: SectionContent): SectionContent {
  return { id, heading, body, images: images.map(orderImage) };
}
