import { canonicalLocale, normalizeText } from '../../lib/text';
import type { ArticleContent, ImageContent, SectionContent } from './content/snapshot';
import type { PageArticle, PageImage, PageSection } from './page-article';

/** Makes ids of new parts. */
export type NewId = (kind: 'section' | 'image') => string;

/**
 * What a page makes of an article's content: what the page does not know, such as tags, stays.
 * Shape: `base` is null for a new article. Parts that say the same keep their ids.
 */
export function toPageContent(
  page: PageArticle,
  base: ArticleContent | null,
  newId: NewId,
): ArticleContent {
  const unclaimed = [...(base?.sections ?? [])];
  const images = (base?.sections ?? []).flatMap((section) => section.images);
  const unclaimedImages = [...images];
  return {
    title: page.title,
    slug: page.slug,
    locale: canonicalLocale(page.locale) ?? page.locale,
    summary: page.summary ?? base?.summary ?? null,
    byline: page.byline === null ? null : normalizeText(page.byline),
    correction: base?.correction ?? null,
    readingTimeMinutes: page.statedReadingTimeMinutes,
    publishedAt: base?.publishedAt ?? null,
    tags: base?.tags ?? [],
    leadImage: base?.leadImage ?? null,
    sections: page.sections.map((section) => ({
      id: claim(unclaimed, (one) => saysSame(one, section))?.id ?? newId('section'),
      heading: section.heading,
      body: section.body,
      images: section.images.map((image) => toImage(unclaimedImages, image, newId)),
    })),
  };
}

function saysSame(one: SectionContent, other: PageSection): boolean {
  return one.heading === other.heading && one.body === other.body;
}

function toImage(unclaimed: ImageContent[], image: PageImage, newId: NewId): ImageContent {
  const { alt, caption, credit } = image;
  const known = claim(
    unclaimed,
    (one) => one.alt === alt && one.caption === caption && one.credit === credit,
  );
  if (known !== undefined) return known;
  const nowhere = { fileId: null, url: null, width: null, height: null };
  return { id: newId('image'), alt, caption, credit, ...nowhere };
}

function claim<Part>(unclaimed: Part[], isWanted: (part: Part) => boolean): Part | undefined {
  const index = unclaimed.findIndex(isWanted);
  return index < 0 ? undefined : unclaimed.splice(index, 1)[0];
}
