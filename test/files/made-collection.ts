import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { type Writing, writeTags } from './exif-tool';

/** How a JPEG's IIM is written. */
export type IimEncoding = 'UTF-8, declared' | 'UTF-8, undeclared' | 'Windows-1256';

/** The formats that the service takes and makes. */
export const formats = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const;
export type Format = (typeof formats)[number];

/** A picture and what somebody wrote into it. */
export interface MadePicture {
  readonly path: string;
  readonly format: Format;
  /** Null where the picture has XMP and no IIM. */
  readonly encoding: IimEncoding | null;
  readonly caption: string;
  readonly creator: string;
  readonly credit: string;
  readonly copyright: string;
}

const pictureCount = 200;

/** Letters with and without marks, of Persian and Kurdish names, Latin ones, and Arabic punctuation. */
const subjects = [
  'أطفال',
  'نازحون فلسطينيون',
  'مُتظاهِرون',
  'عمّال إغاثة',
  'طالبات',
  'صيّادون',
  'پيشمرگه',
];
const deeds = ['يسيرون في شارع', 'ينتظرون المساعدات قرب', 'يقفون أمام مبنى مُهدَّم في', 'يعودون إلى'];
const places = [
  'غزّة',
  'القاهرة، مصر',
  'إسطنبول',
  'چمچمال',
  'رام الله؛ الضفة الغربية',
  'شارع Hamra',
];
const creators = ['حسن علي', 'Jane Roe', 'هُدى الآغا', 'أحمد مُؤيَّد', 'ليلى José'];
const credits = ['الأناضول', 'رويترز', 'أ ف ب', 'Getty Images'];

const encodings: readonly IimEncoding[] = ['UTF-8, declared', 'UTF-8, undeclared', 'Windows-1256'];
const sourceType = 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture';

/** What cameras put into files and readers must not get. */
const secrets = [
  ...['-EXIF:GPSLatitude=31.5017', '-EXIF:GPSLatitudeRef=N', '-EXIF:GPSLongitude=34.4668'],
  ...['-EXIF:GPSLongitudeRef=E', '-XMP-exif:GPSLatitude=31.5017', '-XMP-exif:GPSLongitude=34.4668'],
  ...['-EXIF:SerialNumber=8675309', '-EXIF:LensSerialNumber=8675309', '-EXIF:OwnerName=Jane Roe'],
  ...['-XMP-aux:SerialNumber=8675309', '-XMP-exifEX:SerialNumber=8675309'],
  '-XMP-xmp:ThumbnailsImage=AAAA',
];

/** Makes two hundred pictures: three of five with IIM in Arabic, the others with XMP. */
export async function makeCollection(folder: string): Promise<readonly MadePicture[]> {
  const originals = join(folder, 'originals');
  await mkdir(originals);
  const thumbnail = join(folder, 'thumbnail.jpg');
  await writeFile(thumbnail, await drawPicture(0, 'jpeg'));
  const pictures = Array.from({ length: pictureCount }, (_, index) => describe(index, originals));
  for (const [index, { path, format }] of pictures.entries()) {
    await writeFile(path, await drawPicture(index, format));
  }
  const writings = pictures.map((picture) => writingOf(picture, thumbnail));
  await writeTags(join(folder, 'script'), writings);
  return pictures;
}

function describe(index: number, folder: string): MadePicture {
  const hasIim = index % 5 < 3;
  const format = hasIim ? 'jpeg' : (formats[Math.floor(index / 5) % formats.length] ?? 'jpeg');
  const credit = pick(credits, index);
  return {
    path: join(folder, `${String(index).padStart(3, '0')}.${format === 'jpeg' ? 'jpg' : format}`),
    format,
    encoding: hasIim ? pick(encodings, index % 5) : null,
    caption: `${pick(subjects, index)} ${pick(deeds, Math.floor(index / 7))} ${pick(places, Math.floor(index / 3))}`,
    creator: pick(creators, index),
    credit,
    copyright: `© ${2000 + (index % 25)} ${credit}`,
  };
}

function drawPicture(index: number, format: Format): Promise<Buffer> {
  const background = { r: index, g: 255 - index, b: 128 };
  return sharp({ create: { width: 48, height: 32, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
}

function writingOf(picture: MadePicture, thumbnail: string): Writing {
  const { path, format, encoding } = picture;
  const options = [
    ...(encoding === null ? writeXmp(picture) : writeIim(picture, encoding)),
    ...secrets,
    ...(format === 'jpeg' ? [`-ThumbnailImage<=${thumbnail}`] : []),
  ];
  return { path, options };
}

function writeIim(picture: MadePicture, encoding: IimEncoding): readonly string[] {
  const { caption, creator, credit, copyright } = picture;
  return [
    ...['-charset', encoding === 'Windows-1256' ? 'iptc=Arabic' : 'iptc=UTF8'],
    ...(encoding === 'UTF-8, declared' ? ['-IPTC:CodedCharacterSet=UTF8'] : []),
    ...[`-IPTC:Caption-Abstract=${caption}`, `-IPTC:By-line=${creator}`],
    ...[`-IPTC:Credit=${credit}`, `-IPTC:CopyrightNotice=${copyright}`],
  ];
}

function writeXmp({ caption, creator, credit, copyright }: MadePicture): readonly string[] {
  return [
    ...['-XMP-dc:Description=A street', `-XMP-dc:Description-ar=${caption}`],
    ...[`-XMP-dc:Creator=${creator}`, `-XMP-photoshop:Credit=${credit}`],
    ...[`-XMP-dc:Rights=${copyright}`, `-XMP-iptcExt:DigitalSourceType=${sourceType}`],
    '-XMP-xmpRights:WebStatement=https://example.org/rights',
  ];
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('There is nothing to pick from');
  return item;
}
