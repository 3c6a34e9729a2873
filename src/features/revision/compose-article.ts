import { countWords, foldText, readingTimeMinutes, renderMarkdown } from '../../lib/text';
import { Article } from '../article';
import { Image } from '../image';
import type { ImageFile } from '../media';
import { Section } from '../section';
import type { ArticleRevisionRow } from './article-revision.entity';
import type { TaggedAggregate } from './article-store';
import { parseContent, type ArticleContent, type ImageContent } from './content/snapshot';
import { chooseTexts, type FilesById } from './picture-texts';

/** A save, and what it says. */
export interface Revision {
  readonly row: ArticleRevisionRow;
  readonly content: ArticleContent;
}

/** A stored save with its content read. */
export function toRevision(row: ArticleRevisionRow): Revision {
  return { row, content: parseContent(row.content) };
}

/**
 * An article's rows as a save says them; where the article stands is taken from `article`.
 * Shape: `files` are those of the save's pictures that the service holds.
 */
export function composeAggregate(
  article: Article,
  { row, content }: Revision,
  files: FilesById = new Map(),
): TaggedAggregate {
  const sections = content.sections.map((section, position) => {
    const { html, paragraphs } = renderMarkdown(section.body);
    return Object.assign(new Section(), {
      id: section.id,
      articleId: article.id,
      position,
      heading: section.heading,
      body: section.body,
      bodyHtml: html,
      paragraphs,
    });
  });
  const images = listPlacedImages(content).map(({ image, sectionId }, position) =>
    toImage(image, files.get(image.fileId ?? '') ?? null, {
      articleId: article.id,
      sectionId,
      position,
      locale: content.locale,
    }),
  );
  const wordCount = sections
    .flatMap(({ paragraphs }) => paragraphs)
    .reduce((sum, paragraph) => sum + countWords(paragraph), 0);
  const { readingTimeMinutes: stated, locale, slug } = content;
  const shown = Object.assign(new Article(), article, {
    slug,
    slugKey: foldText(slug),
    locale,
    title: content.title,
    summary: content.summary,
    byline: content.byline,
    correction: content.correction,
    wordCount,
    version: row.version,
    updatedAt: row.editedAt,
    statedReadingTimeMinutes: stated,
    readingTimeMinutes: stated ?? readingTimeMinutes(wordCount, locale),
  });
  return { article: shown, sections, images, tags: content.tags };
}

/** Every picture of a save in the order of the page: the lead image, then section by section. */
export function listPlacedImages({
  leadImage,
  sections,
}: Pick<ArticleContent, 'leadImage' | 'sections'>): {
  readonly image: ImageContent;
  readonly sectionId: string | null;
}[] {
  const lead = leadImage === null ? [] : [{ image: leadImage, sectionId: null }];
  return [
    ...lead,
    ...sections.flatMap(({ id: sectionId, images }) =>
      images.map((image) => ({ image, sectionId })),
    ),
  ];
}

function toImage(
  image: ImageContent,
  file: ImageFile | null,
  place: Pick<Image, 'articleId' | 'sectionId' | 'position' | 'locale'>,
): Image {
  const { id, url, width, height } = image;
  return Object.assign(new Image(), {
    id,
    ...place,
    ...chooseTexts(image, file, place.locale),
    storedUrl: url,
    storedWidth: width,
    storedHeight: height,
    fileId: file?.id ?? null,
    heldFile: file,
  });
}
