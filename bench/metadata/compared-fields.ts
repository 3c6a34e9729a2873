import type { FileMetadata, LocalizedText } from '../../src/features/media/metadata/file-metadata';
import type { MetadataSources } from '../../src/features/media/metadata/read-file-metadata';
import type { ExifToolTags } from './exif-tool';

/** One field of one file, as both read it. */
export interface ComparedField {
  readonly path: string;
  readonly name: string;
  readonly own: string;
  readonly expected: string;
  readonly isEqual: boolean;
}

interface Rule {
  readonly name: string;
  readonly own: (sources: MetadataSources) => string;
  readonly expected: (tags: ExifToolTags) => string;
}

const ofDefault = (texts: readonly LocalizedText[]) =>
  (texts.find(({ language }) => language === null) ?? texts[0])?.text ?? '';
const join = (texts: readonly string[]) => texts.map((text) => text.trim()).join('; ');
const local = ({ takenAt }: FileMetadata) =>
  takenAt === null
    ? ''
    : new Date(takenAt.at.getTime() + (takenAt.offsetMinutes ?? 0) * 60_000).toISOString();
const offset = ({ takenAt }: FileMetadata) => String(takenAt?.offsetMinutes ?? '');

const rules: readonly Rule[] = [
  rule('XMP caption', ({ xmp }) => ofDefault(xmp.captions), 'XMP-dc:Description'),
  rule('XMP alt', ({ xmp }) => ofDefault(xmp.alts), 'XMP-iptcCore:AltTextAccessibility'),
  rule('XMP creators', ({ xmp }) => join(xmp.creators), 'XMP-dc:Creator'),
  rule('XMP credit', ({ xmp }) => xmp.credit ?? '', 'XMP-photoshop:Credit'),
  rule('XMP copyright', ({ xmp }) => ofDefault(xmp.copyrights), 'XMP-dc:Rights'),
  rule(
    'XMP rights URL',
    ({ xmp }) => xmp.rightsUrl ?? '',
    ...['XMP-xmpRights:WebStatement', 'XMP-cc:License'],
  ),
  rule(
    'XMP source type',
    ({ xmp }) => xmp.digitalSourceType ?? '',
    'XMP-iptcExt:DigitalSourceType',
  ),
  timeRule('XMP', ({ xmp }) => xmp, [
    ['XMP-photoshop:DateCreated'],
    ['XMP-exif:DateTimeOriginal'],
    ['XMP-xmp:CreateDate'],
  ]),
  rule('IIM caption', ({ iim }) => ofDefault(iim.captions), 'IPTC:Caption-Abstract'),
  rule('IIM creators', ({ iim }) => join(iim.creators), 'IPTC:By-line'),
  rule('IIM credit', ({ iim }) => iim.credit ?? '', 'IPTC:Credit'),
  rule('IIM copyright', ({ iim }) => ofDefault(iim.copyrights), 'IPTC:CopyrightNotice'),
  timeRule('IIM', ({ iim }) => iim, [['IPTC:DateCreated', 'IPTC:TimeCreated']]),
  rule('EXIF caption', ({ exif }) => ofDefault(exif.captions), 'IFD0:ImageDescription'),
  rule('EXIF creators', ({ exif }) => join(exif.creators), 'IFD0:Artist'),
  rule('EXIF copyright', ({ exif }) => ofDefault(exif.copyrights), 'IFD0:Copyright'),
  timeRule('EXIF', ({ exif }) => exif, [
    ['ExifIFD:DateTimeOriginal', 'ExifIFD:OffsetTimeOriginal'],
    ['ExifIFD:CreateDate', 'ExifIFD:OffsetTimeDigitized'],
  ]),
  {
    name: 'EXIF location',
    own: ({ exif }) => (exif.hadLocation ? 'yes' : ''),
    expected: (tags) => (hasPlace(tags, /^GPS:GPS(?:Dest)?(?:Latitude|Longitude)$/u) ? 'yes' : ''),
  },
  {
    name: 'XMP location',
    own: ({ xmp }) => (xmp.hadLocation ? 'yes' : ''),
    expected: (tags) =>
      hasPlace(tags, /^XMP-[\w-]+:\w*GPS\w*(?:Latitude|Longi?t?tude)$/iu) ? 'yes' : '',
  },
];

/** Compares the fields that a file has by at least one of both readings. */
export function compareWithExifTool(
  path: string,
  sources: MetadataSources,
  tags: ExifToolTags,
): readonly ComparedField[] {
  return rules
    .map(({ name, own, expected }) => ({
      ...{ path, name, own: tidy(own(sources)), expected: tidy(expected(tags)) },
    }))
    .filter(({ own, expected }) => own !== '' || expected !== '')
    .map((field) => ({ ...field, isEqual: field.own === field.expected }));
}

function rule(
  name: string,
  own: (sources: MetadataSources) => string,
  ...tagNames: readonly string[]
): Rule {
  return {
    name,
    own,
    expected: (tags) => tagNames.map((tag) => textOf(tags[tag])).find(Boolean) ?? '',
  };
}

/** The first time that the calendar has, with the offset of whichever states it with one. */
function timeRule(
  standard: string,
  of: (sources: MetadataSources) => FileMetadata,
  tagNames: readonly (readonly string[])[],
): Rule {
  return {
    name: `${standard} time`,
    own: (sources) => {
      const read = of(sources);
      if (read.takenAt === null) return '';
      return `${local(read).slice(0, read.takenAt.hasTime ? 19 : 10)} ${offset(read)}`;
    },
    expected: (tags) => {
      const times = tagNames.flatMap((names) =>
        readTime(
          names
            .map((name) => textOf(tags[name]))
            .join(' ')
            .trim(),
        ),
      );
      const [first] = times;
      if (first === undefined) return '';
      const same = times.filter(({ text }) => text === first.text);
      return `${first.text} ${same.find(({ minutes }) => minutes !== '')?.minutes ?? ''}`;
    },
  };
}

function readTime(stated: string): readonly { readonly text: string; readonly minutes: string }[] {
  const pattern = /^(\d{4}):(\d\d):(\d\d)(?: (\d\d:\d\d)(:\d\d)?)?(?:\.\d+)? ?(.*)$/u;
  const match = pattern.exec(stated);
  if (match === null || !isOfCalendar(match)) return [];
  const [, year = '', month = '', day = '', clock, second = ':00', zone = ''] = match;
  const time = clock === undefined ? '' : `T${clock}${second}`;
  return [{ text: `${year}-${month}-${day}${time}`, minutes: minutesOf(zone) }];
}

function isOfCalendar([, year = '', month = '', day = '', clock]: RegExpExecArray): boolean {
  const date = new Date(`${year}-${month}-${day}T${clock ?? '00:00'}:00Z`);
  return Number(year) >= 1826 && !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}

function minutesOf(zone: string): string {
  if (zone === 'Z') return '0';
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/u.exec(zone) ?? [];
  if (sign === undefined) return '';
  return String((sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)));
}

function hasPlace(tags: ExifToolTags, name: RegExp): boolean {
  return Object.keys(tags).some((tag) => name.test(tag));
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return join(value.map(textOf));
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** exiftool keeps padding and line breaks as they are; only what is between them is compared. */
function tidy(text: string): string {
  return text.replaceAll('\0', '').replace(/\s+/gu, ' ').trim();
}
