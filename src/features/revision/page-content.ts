import { canonicalLocale, normalizeText } from '../../lib/text';
import { type ApplyOptions, composeParts } from './content/apply-input';
import type { CheckedSection } from './content/article-edit';
import { FaultList } from './content/fault-list';
import { matchParts } from './content/match-parts';
import type { ArticleContent } from './content/snapshot';
import type { PageArticle, PageSection } from './page-article';

/**
 * What a page makes of an article's content: what the page does not know, such as tags, stays.
 *
 * The bounds of an editor's input do not hold for a page: what was published elsewhere is not refused.
 * Shape: `base` is null for a new article. Parts that say the same keep their ids.
 */
export function toPageContent(
  page: PageArticle,
  base: ArticleContent | null,
  newId: ApplyOptions['newId'],
): ArticleContent {
  const parts = { leadImage: undefined, sections: page.sections.map(toSection) };
  // A page names no ids, so matching finds no fault; an empty section is kept as the page has it.
  const faults = new FaultList();
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
    ...composeParts(base, parts, { newId, faults, parts: matchParts(base, {}, parts, faults) }),
  };
}

function toSection({ heading, body, images }: PageSection): CheckedSection {
  return {
    path: [],
    id: null,
    heading,
    body,
    isSound: true,
    images: images.map((fields) => ({ path: [], id: null, fields })),
  };
}
