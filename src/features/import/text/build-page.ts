import type { LineRole, ImportedImage, ImportedSection, ImportedPage } from '../importer';
import { readByline } from './byline-line';
import { readCaption } from './caption-line';
import { readReadingTime } from './reading-time-line';
import type { PageReading } from './rule';

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
    ...own.map((text) => readByline(text)?.name),
    ...times.map((text) => readReadingTime(text)?.name),
    ...own,
  ];
  return names.find((name) => name !== undefined && name !== null) ?? null;
}

function sectionsOf({ lines, roles }: PageReading): readonly ImportedSection[] {
  const opening: OpenSection = { heading: null, paragraphs: [], images: [] };
  const sections = [opening];
  let section = opening;
  let alt: string | null = null;
  lines.forEach(({ text }, index) => {
    const role = roles[index];
    if (role === 'heading') {
      section = { heading: text, paragraphs: [], images: [] };
      sections.push(section);
    } else if (role === 'paragraph') section.paragraphs.push(text);
    else if (role === 'caption') section.images.push(imageOf(text, alt));
    alt = role === 'alt' ? text : null;
  });
  const hasOpening = opening.paragraphs.length + opening.images.length > 0;
  return hasOpening ? sections : sections.slice(1);
}

function imageOf(text: string, alt: string | null): ImportedImage {
  const { caption, credit } = readCaption(text) ?? { caption: text, credit: '' };
  return { alt, caption, credit };
}
