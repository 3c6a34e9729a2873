import {
  canBeSlug,
  canonicalLocale,
  hasControlCharacters,
  hasLoneSurrogates,
  isBlank,
  readBodyMarkdown,
  slugify,
  type BodyMarkdownProblem,
} from '../../../lib/text';
import {
  maxArticleTags,
  maxTagNameLength,
  readTagName,
  type TagName,
  type TagNameFault,
} from '../../tag';
import {
  maxBodyLength,
  maxBylineLength,
  maxContentBytes,
  maxCorrectionLength,
  maxHeadingLength,
  maxIdempotencyKeyLength,
  maxImagesPerSection,
  maxNoteLength,
  maxReadingTimeMinutes,
  maxSections,
  maxSlugLength,
  maxSummaryLength,
  maxTitleLength,
} from './article-bounds';
import type {
  ArticleEdit,
  CheckedEdit,
  CheckedImage,
  CheckedSection,
  ImageEdit,
  SectionEdit,
} from './article-edit';
import type { ArticleFaultKind } from './article-faults';
import { checkImage, checkWhole } from './check-image';
import { checkLine, checkLines, type FaultSink, isSound, type SentText } from './check-text';
import { measureTexts } from './measure-texts';

const bodyFaults: Readonly<Record<BodyMarkdownProblem, ArticleFaultKind>> = {
  html: 'bodyHtml',
  image: 'bodyImage',
  nesting: 'bodyNesting',
  lines: 'bodyLines',
  markup: 'bodyMarkup',
  linkLength: 'bodyLinkLength',
};

type Writable<Fields> = { -readonly [Name in keyof Fields]: Fields[Name] };
type Fields = Writable<CheckedEdit['fields']>;

/** What checking a save needs beside it. */
export interface CheckOptions {
  /** True: a null slug means that the title makes it. */
  readonly isNew: boolean;
  /** Bodies that the article has: they are taken as they are, without being read again. */
  readonly storedBodies: ReadonlySet<string>;
  readonly faults: FaultSink;
}

/**
 * Checks all of a save that needs no stored data, and puts it into the form in which it is stored.
 *
 * Shape: all faults go to `faults`; what has one is absent or empty in the result.
 * Cost: linear in the texts; more than {@link maxContentBytes} of them are not read.
 */
export function checkArticleInput(
  edit: ArticleEdit,
  { isNew, storedBodies, faults }: CheckOptions,
): CheckedEdit {
  const isTooLarge = measureTexts(edit) > maxContentBytes;
  if (isTooLarge) faults.add({ kind: 'contentTooLarge', path: ['input', 'sections'] });
  const fields = checkFields(edit, isNew, faults);
  const leadImage = edit.leadImage;
  const checkedLead =
    leadImage === undefined || leadImage === null
      ? leadImage
      : checkImage(leadImage, ['input', 'leadImage'], faults);
  const sections = isTooLarge ? [] : checkSections(edit.sections, storedBodies, faults);
  checkKey(edit.idempotencyKey ?? null, faults);
  const note = checkOptional(edit.note, at('note', maxNoteLength), faults) ?? null;
  return { fields, leadImage: checkedLead, sections, note };
}

function at(name: string, maxLength: number): SentText {
  return { path: ['input', name], maxLength };
}

function checkFields(edit: ArticleEdit, isNew: boolean, faults: FaultSink): Fields {
  const { title, slug, locale, summary, byline, correction, publishedAt } = edit;
  const { readingTimeMinutes, tags } = edit;
  const isSlugMade = isNew && slug === null;
  return withoutAbsent({
    title: checkTitle(title, faults),
    slug: isSlugMade ? undefined : checkSlug(slug, faults),
    locale: checkLocale(locale, faults),
    summary: checkOptional(summary, at('summary', maxSummaryLength), faults),
    byline: checkOptional(byline, at('byline', maxBylineLength), faults),
    tags: checkTags(tags, faults),
    readingTimeMinutes:
      readingTimeMinutes === undefined
        ? undefined
        : checkWhole(
            readingTimeMinutes,
            ['input', 'readingTimeMinutes'],
            maxReadingTimeMinutes,
            faults,
          ),
    correction:
      typeof correction === 'string'
        ? checkLines(correction, at('correction', maxCorrectionLength), faults)
        : correction,
    publishedAt: publishedAt instanceof Date ? publishedAt.toISOString() : publishedAt,
  });
}

/** Leaves out what was not sent, so that it does not hide what is there. */
function withoutAbsent(fields: {
  readonly [Name in keyof Fields]: Fields[Name] | undefined;
}): Fields {
  const sent = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(sent);
}

function checkOptional(
  sent: string | null | undefined,
  place: SentText,
  faults: FaultSink,
): string | null | undefined {
  return typeof sent === 'string' ? checkLine(sent, place, faults) : sent;
}

function checkTitle(sent: string | null | undefined, faults: FaultSink): string | undefined {
  const place = at('title', maxTitleLength);
  if (sent === null) faults.add({ kind: 'cleared', path: place.path });
  if (sent === undefined || sent === null) return undefined;
  const title = checkLine(sent, place, faults);
  if (title === null) faults.add({ kind: 'missing', path: place.path });
  return title ?? undefined;
}

/** Shape: what an import takes, unless an address would not keep it. */
function checkSlug(sent: string | null | undefined, faults: FaultSink): string | undefined {
  const { path, maxLength } = at('slug', maxSlugLength);
  if (sent === null) faults.add({ kind: 'cleared', path });
  if (sent === undefined || sent === null) return undefined;
  const slug = checkLine(sent, { path, maxLength }, faults);
  if (slug === undefined) return undefined;
  if (slug === null) {
    faults.add({ kind: 'missing', path });
    return undefined;
  }
  if (canBeSlug(slug)) return slug;
  const made = slugify(slug);
  faults.add({ kind: 'slugForm', path, suggestion: made === '' ? 'storm-2024' : made });
  return undefined;
}

function checkLocale(sent: string | null | undefined, faults: FaultSink): string | undefined {
  const path = ['input', 'locale'];
  if (sent === undefined) return undefined;
  if (sent === null) {
    faults.add({ kind: 'cleared', path });
    return undefined;
  }
  const locale = canonicalLocale(sent);
  if (locale === null) faults.add({ kind: 'localeForm', path });
  return locale ?? undefined;
}

/** Shape: a tag that is sent twice, in whatever spelling, is kept once, as it was sent first. */
function checkTags(
  sent: readonly string[] | null | undefined,
  faults: FaultSink,
): readonly string[] | undefined {
  const path = ['input', 'tags'];
  if (sent === undefined || !isList(sent, path, maxArticleTags, faults)) return undefined;
  const byKey = new Map<string, string>();
  for (const [index, text] of sent.entries()) {
    const tag = checkTagName(text, [...path, String(index)], faults);
    if (tag !== undefined && !byKey.has(tag.nameKey)) byKey.set(tag.nameKey, tag.name);
  }
  return [...byKey.values()];
}

const tagFaults: Readonly<Record<TagNameFault, ArticleFaultKind>> = {
  missing: 'missing',
  tooLong: 'tooLong',
  unprintable: 'unprintable',
  lettersMissing: 'tagForm',
};

function checkTagName(
  sent: string,
  path: readonly string[],
  faults: FaultSink,
): TagName | undefined {
  if (!isSound(sent, { path, maxLength: maxTagNameLength }, faults, 'unprintable'))
    return undefined;
  const tag = readTagName(sent);
  if (typeof tag !== 'string') return tag;
  faults.add({ kind: tagFaults[tag], path, limit: maxTagNameLength });
  return undefined;
}

function checkSections(
  sent: readonly SectionEdit[] | null | undefined,
  storedBodies: ReadonlySet<string>,
  faults: FaultSink,
): readonly CheckedSection[] | undefined {
  const path = ['input', 'sections'];
  if (sent === undefined || !isList(sent, path, maxSections, faults)) return undefined;
  return sent.map((section, index) =>
    checkSection(section, [...path, String(index)], storedBodies, faults),
  );
}

function checkSection(
  { id, heading, body, images }: SectionEdit,
  path: readonly string[],
  storedBodies: ReadonlySet<string>,
  faults: FaultSink,
): CheckedSection {
  const place = { path: [...path, 'heading'], maxLength: maxHeadingLength };
  const checkedHeading = checkOptional(heading, place, faults);
  const isStored = storedBodies.has(body);
  const checkedBody = isStored ? body : checkBody(body, [...path, 'body'], faults);
  return {
    path,
    id: id ?? null,
    heading: checkedHeading,
    body: checkedBody ?? '',
    isSound: checkedBody !== undefined && (checkedHeading !== undefined || heading === undefined),
    images: checkImages(images, [...path, 'images'], faults),
  };
}

/** Shape: undefined where it has a fault. */
function checkBody(sent: string, path: readonly string[], faults: FaultSink): string | undefined {
  const place = { path, maxLength: maxBodyLength };
  if (!isSound(sent, place, faults, 'unprintableInLines')) return undefined;
  const read = readBodyMarkdown(sent);
  for (const { problem, line } of read.faults) {
    faults.add({ kind: bodyFaults[problem], path, line });
  }
  if (read.faults.length > 0) return undefined;
  return isBlank(read.markdown) ? '' : read.markdown;
}

function checkImages(
  sent: readonly ImageEdit[] | null | undefined,
  path: readonly string[],
  faults: FaultSink,
): readonly CheckedImage[] | undefined {
  if (sent === undefined || !isList(sent, path, maxImagesPerSection, faults)) return undefined;
  return sent.map((image, index) => checkImage(image, [...path, String(index)], faults));
}

function isList<Item>(
  sent: readonly Item[] | null,
  path: readonly string[],
  limit: number,
  faults: FaultSink,
): sent is readonly Item[] {
  if (sent === null) {
    faults.add({ kind: 'cleared', path });
    return false;
  }
  if (sent.length <= limit) return true;
  faults.add({ kind: 'tooMany', path, limit });
  return false;
}

function checkKey(key: string | null, faults: FaultSink): void {
  if (key === null) return;
  const isUsable = key !== '' && key.length <= maxIdempotencyKeyLength;
  if (isUsable && !hasControlCharacters(key) && !hasLoneSurrogates(key)) return;
  faults.add({ kind: 'keyUnusable', path: ['input', 'idempotencyKey'] });
}
