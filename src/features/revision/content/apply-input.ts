import { slugify } from '../../../lib/text';
import { maxContentBytes } from './article-bounds';
import type { ArticleEdit, CheckedEdit, CheckedImage, CheckedSection } from './article-edit';
import type { ArticleFault } from './article-faults';
import { checkArticleInput } from './check-article-input';
import { FaultList } from './fault-list';
import { listContents, type MatchedParts, matchParts, type OtherContents } from './match-parts';
import { measureTexts } from './measure-texts';
import type { ArticleContent, ImageContent, SectionContent } from './snapshot';

/** What applying a save needs beside it. */
export interface ApplyOptions extends OtherContents {
  /** Makes the id of a section or image that is new. */
  readonly newId: (prefix: 'section' | 'image') => string;
}

/** The content after a save with its note, or all that is wrong with the save. */
export type AppliedInput =
  | { readonly content: ArticleContent; readonly note: string | null; readonly faults?: undefined }
  | {
      readonly faults: readonly ArticleFault[];
      readonly content?: undefined;
      readonly note?: undefined;
    };

interface Composition extends Pick<ApplyOptions, 'newId'> {
  readonly parts: MatchedParts;
  readonly faults: FaultList;
}

/**
 * Applies a save to a content; `base` is null for a new article.
 *
 * Shape: what was not sent stays as it is in `base`, or is null or empty where there is none. The
 * slug of a new article is made from its title unless one is sent.
 */
export function applyInput(
  base: ArticleContent | null,
  edit: ArticleEdit,
  { newId, ...others }: ApplyOptions,
): AppliedInput {
  const faults = new FaultList();
  const stored = listContents(base, others);
  const bodies = stored.flatMap(({ sections }) => sections.map(({ body }) => body));
  const isNew = base === null;
  const checked = checkArticleInput(edit, { isNew, storedBodies: new Set(bodies), faults });
  if (isNew) requireOfNew(edit, faults);
  const parts = matchParts(base, others, checked, faults);
  const content = {
    ...composeFields(base, edit, checked, faults),
    ...composeParts(base, checked, { newId, parts, faults }),
  };
  if (!faults.has('contentTooLarge') && measureTexts(content) > maxContentBytes) {
    faults.add({ kind: 'contentTooLarge', path: ['input', 'sections'] });
  }
  const all = faults.list();
  return all.length > 0 ? { faults: all } : { content, note: checked.note };
}

function requireOfNew({ title, locale }: ArticleEdit, faults: FaultList): void {
  if (title === undefined) faults.add({ kind: 'missing', path: ['input', 'title'] });
  if (locale === undefined) faults.add({ kind: 'missing', path: ['input', 'locale'] });
}

function composeFields(
  base: ArticleContent | null,
  edit: ArticleEdit,
  { fields }: CheckedEdit,
  faults: FaultList,
): Omit<ArticleContent, 'leadImage' | 'sections'> {
  if (base !== null) return { ...base, ...fields };
  const { title = '', locale = 'und' } = fields;
  const isSlugSent = edit.slug !== undefined && edit.slug !== null;
  const slug = isSlugSent ? '' : slugify(title, locale);
  if (slug === '' && !isSlugSent && title !== '') {
    faults.add({ kind: 'slugNotMade', path: ['input', 'slug'] });
  }
  return {
    title,
    slug,
    locale,
    summary: null,
    byline: null,
    correction: null,
    readingTimeMinutes: null,
    publishedAt: null,
    tags: [],
    ...fields,
  };
}

/** The sections and images of a save; each keeps its id where it was matched. */
export function composeParts(
  base: ArticleContent | null,
  { leadImage, sections }: Pick<CheckedEdit, 'leadImage' | 'sections'>,
  composition: Composition,
): Pick<ArticleContent, 'leadImage' | 'sections'> {
  return {
    leadImage:
      leadImage === undefined
        ? (base?.leadImage ?? null)
        : leadImage && composeImage(leadImage, composition),
    sections:
      sections?.map((section) => composeSection(section, composition)) ?? base?.sections ?? [],
  };
}

function composeSection(section: CheckedSection, composition: Composition): SectionContent {
  const former = composition.parts.sections.get(section);
  const { path, body, isSound } = section;
  const heading = section.heading === undefined ? (former?.heading ?? null) : section.heading;
  const images =
    section.images?.map((image) => composeImage(image, composition)) ??
    composition.parts.keptImages.get(section) ??
    [];
  const isEmpty = isSound && body === '' && heading === null && images.length === 0;
  if (isEmpty) composition.faults.add({ kind: 'bodyMissing', path: [...path, 'body'] });
  return { id: former?.id ?? composition.newId('section'), heading, body, images };
}

function composeImage(image: CheckedImage, { parts, newId, faults }: Composition): ImageContent {
  const former = parts.images.get(image);
  const composed = { ...(former ?? emptyImage(newId('image'))), ...image.fields };
  const { fileId, url, alt, caption } = composed;
  const isEmpty = [fileId, url, alt, caption].every((value) => value === null);
  if (image.id !== null && former !== undefined && isEmpty)
    faults.add({ kind: 'imageEmpty', path: image.path });
  return composed;
}

function emptyImage(id: string): ImageContent {
  const texts = { alt: null, caption: null, credit: null };
  return { id, ...texts, fileId: null, url: null, width: null, height: null };
}
