import {
  canonicalLocale,
  countWords,
  foldText,
  normalizeText,
  readingTimeMinutes,
  renderMarkdown,
} from '../../lib/text';
import type { IdMaker } from '../../platform/ids';
import { Image } from '../image';
import { Section } from '../section';
import type { ArticleDraft, ImageDraft, SectionDraft } from './article-draft';
import { composeSource, startOf } from './article-source';
import { Article } from './article.entity';

/** An article with its sections and images: one thing with one version. */
export interface ArticleWhole {
  readonly article: Article;
  readonly sections: readonly Section[];
  readonly images: readonly Image[];
}

/**
 * The rows of a draft, everything derived from it included.
 * Shape: `previous` is the stored article of the same slug; its ids are reused place by place, so that
 * an edit does not orphan what points at a section or an image.
 */
export function composeArticle(
  draft: ArticleDraft,
  previous: ArticleWhole | null,
  { ids, now }: { ids: IdMaker; now: Date },
): ArticleWhole {
  const articleId = previous?.article.id ?? ids.make('article', now);
  const sections = draft.sections.map((section, position) =>
    composeSection(
      section,
      position,
      articleId,
      previous?.sections[position]?.id ?? ids.make('section', now),
    ),
  );
  const images = draft.sections
    .flatMap((section, index) =>
      section.images.map((image) => ({ image, sectionId: sections[index]?.id ?? null })),
    )
    .map(({ image, sectionId }, position) =>
      composeImage(
        image,
        position,
        { articleId, sectionId },
        previous?.images[position]?.id ?? ids.make('image', now),
      ),
    );
  return {
    article: composeRow(draft, sections, previous?.article, articleId, now),
    sections,
    images,
  };
}

/** The same article under another slug, as the next version. */
export function withSlug(whole: ArticleWhole, slug: string, now: Date): ArticleWhole {
  const { article } = whole;
  const changed = { slug, slugKey: foldText(slug), updatedAt: now, version: article.version + 1 };
  return { ...whole, article: Object.assign(new Article(), article, changed) };
}

/** Whether two wholes say the same to a reader: ids, version, times of editing, source left out. */
export function isSameContent(one: ArticleWhole, other: ArticleWhole): boolean {
  return contentOf(one) === contentOf(other);
}

function contentOf({ article, sections, images }: ArticleWhole): string {
  const { slug, locale, title, summary, byline, storedStatus, publishedAt } = article;
  const { readingTimeMinutes: minutes, wordCount } = article;
  const places = new Map(sections.map(({ id, position }) => [id, position]));
  return JSON.stringify([
    [slug, locale, title, summary, byline, storedStatus, publishedAt, minutes, wordCount],
    sections.map(({ heading, body, bodyHtml, paragraphs }) => [
      heading,
      body,
      bodyHtml,
      paragraphs,
    ]),
    images.map(({ alt, caption, credit, sectionId }) => [
      alt,
      caption,
      credit,
      sectionId === null ? null : places.get(sectionId),
    ]),
  ]);
}

function composeRow(
  draft: ArticleDraft,
  sections: readonly Section[],
  previous: Article | undefined,
  id: string,
  now: Date,
): Article {
  const wordCount = sections
    .flatMap(({ paragraphs }) => paragraphs)
    .reduce((sum, paragraph) => sum + countWords(paragraph), 0);
  // A page that is imported again does not bring back what was taken off the site.
  const storedStatus = previous?.storedStatus ?? 'PUBLISHED';
  const createdAt = previous?.createdAt ?? now;
  const publishedAt =
    storedStatus === 'DRAFT'
      ? null
      : (draft.publishedAt ?? previous?.publishedAt ?? startOf(draft, now));
  return Object.assign(new Article(), {
    id,
    slug: draft.slug,
    slugKey: foldText(draft.slug),
    locale: canonicalLocale(draft.locale) ?? draft.locale,
    title: draft.title,
    summary: draft.summary,
    byline: draft.byline === null ? null : normalizeText(draft.byline),
    storedStatus,
    publishedAt,
    timelineAt: publishedAt ?? createdAt,
    createdAt,
    updatedAt: now,
    version: (previous?.version ?? 0) + 1,
    wordCount,
    readingTimeMinutes:
      draft.statedReadingTimeMinutes ?? readingTimeMinutes(wordCount, draft.locale),
    statedReadingTimeMinutes: draft.statedReadingTimeMinutes,
    commentsOpen: previous?.commentsOpen ?? true,
    ...composeSource(draft, previous),
  });
}

function composeSection(
  { heading, body }: SectionDraft,
  position: number,
  articleId: string,
  id: string,
): Section {
  const { html, paragraphs } = renderMarkdown(body);
  return Object.assign(new Section(), {
    id,
    articleId,
    position,
    heading,
    body,
    bodyHtml: html,
    paragraphs,
  });
}

function composeImage(
  { alt, caption, credit }: ImageDraft,
  position: number,
  place: { articleId: string; sectionId: string | null },
  id: string,
): Image {
  return Object.assign(new Image(), {
    id,
    ...place,
    position,
    alt: alt ?? caption ?? '',
    caption,
    credit,
    width: null,
    height: null,
  });
}
