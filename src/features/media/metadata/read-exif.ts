import { type ExifTags, loadView } from 'exifreader';
import { decodeTexts } from './decode-text';
import { type FileMetadata, noMetadata, unlocalized } from './file-metadata';
import { firstTakenAt, parseTakenAt } from './parse-taken-at';

const textTags = [
  'ImageDescription',
  'Artist',
  'Copyright',
  'DateTimeOriginal',
  'OffsetTimeOriginal',
  'DateTimeDigitized',
  'OffsetTimeDigitized',
] as const;
const placeTags = ['GPSLatitude', 'GPSLongitude', 'GPSDestLatitude', 'GPSDestLongitude'] as const;

type TextTag = (typeof textTags)[number];

/**
 * Reads what a TIFF structure of EXIF says.
 *
 * Cost: the library decodes the tags that are named here and no others.
 */
export function readExif(tiff: Uint8Array): FileMetadata {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const { exif } = loadView(view, {
    expanded: true,
    includeTags: { exif: [...textTags, ...placeTags] },
  });
  if (exif === undefined) return noMetadata;
  const textOf = createTextReader(exif);
  return {
    ...noMetadata,
    captions: unlocalized(textOf('ImageDescription')),
    creators: (textOf('Artist') ?? '').split(';').filter((name) => name.trim() !== ''),
    copyrights: unlocalized(textOf('Copyright')),
    takenAt: firstTakenAt([
      readTakenAt(textOf('DateTimeOriginal'), textOf('OffsetTimeOriginal')),
      readTakenAt(textOf('DateTimeDigitized'), textOf('OffsetTimeDigitized')),
    ]),
    hadLocation: placeTags.some((tag) => exif[tag] !== undefined),
  };
}

/** All texts are decoded together: what one of them is in, the others are. */
function createTextReader(exif: ExifTags): (tag: TextTag) => string | undefined {
  const raw = textTags.map((tag) => readValue(exif, tag));
  const texts = decodeTexts(raw.map(bytesOf)).map((text) => text.trim());
  return (tag) => texts[textTags.indexOf(tag)] ?? undefined;
}

/** A copyright has two parts: the photographer's and the editor's. */
function readValue(exif: ExifTags, tag: TextTag): string {
  const value: unknown = exif[tag]?.value;
  if (!Array.isArray(value)) return '';
  return value
    .filter((part) => typeof part === 'string')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
}

/** The library hands on what is no UTF-8 with one character for each byte. */
function bytesOf(text: string): Buffer {
  const isBytes = /^[\u0000-\u00FF]*$/u.test(text) && /[\u0080-\u00FF]/u.test(text);
  return Buffer.from(text, isBytes ? 'latin1' : 'utf8');
}

function readTakenAt(date: string | undefined, offset: string | undefined) {
  if (date === undefined) return null;
  return parseTakenAt(`${date}${offset ?? ''}`) ?? parseTakenAt(date);
}
