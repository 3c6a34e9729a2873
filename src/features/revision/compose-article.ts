import { countWords, foldText, readingTimeMinutes, renderMarkdown } from '../../lib/text';
import { Article } from '../article';
import { Image } from '../image';
import { Section } from '../section';
import type { ArticleRevisionRow } from './article-revision.entity';
import type { TaggedAggregate } from './article-store';
import { parseContent, type ArticleContent, type ImageContent } from './content/snapshot';

/** A save, and what it says. */
export interface Revision {
  readonly row: ArticleRevisionRow;
  readonly content: ArticleContent;
}

/** A stored save with its content read. */
export function toRevision(row: ArticleRevisionRow): Revision {
  return { row, content: parseContent(row.content) };
}

/** An article's rows as a save says them; where the article stands is taken from `article`. */
export function composeAggregate(article: Article, { row, content }: Revision): TaggedAggregate {
  const sections = content.sections.map((section, position) => {
    const { html, paragraphs } = renderMarkdown(section.body);
    return Object.assign(new Section(), {
      ...{ id: section.id, articleId: article.id, position, heading: section.heading },
      ...{ body: section.body, bodyHtml: html, paragraphs },
    });
  });
  const images = listPlacedImages(content).map(({ image, sectionId }, position) =>
    toImage(image, { articleId: article.id, sectionId, position }),
  );
  const wordCount = sections
    .flatMap(({ paragraphs }) => paragraphs)
    .reduce((sum, paragraph) => sum + countWords(paragraph), 0);
  const { readingTimeMinutes: stated, locale, slug } = content;
  const shown = Object.assign(new Article(), article, {
    ...{ slug, slugKey: foldText(slug), locale, title: content.title, summary: content.summary },
    ...{ byline: content.byline, correction: content.correction, wordCount },
    ...{ version: row.version, updatedAt: row.editedAt, statedReadingTimeMinutes: stated },
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
  { id, alt, caption, credit, url, width, height }: ImageContent,
  place: Pick<Image, 'articleId' | 'sectionId' | 'position'>,
): Image {
  return Object.assign(new Image(), {
    ...{ id, ...place, alt: alt ?? caption ?? '', caption, credit, storedUrl: url, width, height },
  });
}
