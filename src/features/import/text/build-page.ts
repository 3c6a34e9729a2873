import { readBracketed, readCaption } from '../../../lib/captions';
import type { LineRole, ImportedImage, ImportedSection, ImportedPage } from '../importer';
import { readByline } from './byline-line';
import { isDateLine } from './date-line';
import { readReadingTime } from './reading-time-line';
import type { PageReading } from './rule';

const partSeparator = /\s*[|\u00B7\u2022]\s*/u;

interface OpenSection {
  readonly heading: string | null;
  readonly paragraphs: string[];
  readonly images: ImportedImage[];
}

/** Puts together the article of a page whose lines have their roles. */
export function buildPage(reading: PageReading): ImportedPage {
  const [title = ''] = textsOf(reading, 'title');
  const times = textsOf(reading, 'reading-time').map(readReadingTime);
  return {
    title,
    byline: bylineOf(reading),
    statedReadingTimeMinutes: times[0]?.minutes ?? null,
    sections: sectionsOf(reading),
  };
}

function textsOf({ lines, roles }: PageReading, role: LineRole): readonly string[] {
  return lines.filter((_, index) => roles[index] === role).map(({ text }) => text);
}

/** A line that credits a name is surest, then the name beside the reading time, then a name alone. */
function bylineOf(reading: PageReading): string | null {
  const own = textsOf(reading, 'byline');
  const times = textsOf(reading, 'reading-time');
  const names = [
    ...own.map((text) => nameOf(text)),
    ...times.map((text) => readReadingTime(text)?.name),
    ...own,
  ];
  return names.find((name) => name !== undefined && name !== null) ?? null;
}

/** The name in a line that credits it, without a date beside it. */
function nameOf(text: string): string | undefined {
  const name = readByline(text)?.name;
  const parts = name?.split(partSeparator) ?? [];
  const kept = parts.filter((part) => !isDateLine(part) && part !== '');
  return kept.length < parts.length ? kept.join(' | ') : name;
}

function sectionsOf({ lines, images, roles }: PageReading): readonly ImportedSection[] {
  const opening: OpenSection = { heading: null, paragraphs: [], images: [] };
  const sections = [opening];
  let section = opening;
  let alt: string | null = null;
  const imageAt = new Map(images.map((image) => [image.indices[0] ?? -1, image] as const));
  const others = new Set(images.flatMap(({ indices }) => indices.slice(1)));
  lines.forEach(({ text }, index) => {
    const role = roles[index];
    if (role === 'heading') {
      section = { heading: text, paragraphs: [], images: [] };
      sections.push(section);
    } else if (role === 'paragraph') section.paragraphs.push(text);
    else if (role === 'caption' && !others.has(index))
      section.images.push(imageOf(alt, imageAt.get(index) ?? captionOf(text)));
    alt = role === 'alt' ? text : null;
  });
  const hasOpening = opening.paragraphs.length + opening.images.length > 0;
  return hasOpening ? sections : sections.slice(1);
}

function captionOf(text: string): Omit<ImportedImage, 'alt'> {
  return readCaption(text) ?? readBracketed(text) ?? { caption: text, credit: null };
}

function imageOf(
  alt: string | null,
  { caption, credit }: Omit<ImportedImage, 'alt'>,
): ImportedImage {
  return { alt, caption, credit };
}
