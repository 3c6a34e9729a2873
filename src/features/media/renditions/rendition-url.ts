import { ImageCrop, ImageFormat } from '../image-format';
import {
  type PictureExtension,
  pictureTypes,
  type PictureType,
  typeOfExtension,
} from '../picture-type';
import { chooseWidth, heightOf, listWidths, type Measured } from './shape';

/** What the addresses of a picture follow from, so that no statement is needed to write them. */
export interface PicturedFile extends Measured {
  readonly id: string;
  readonly version: number;
  readonly mediaType: PictureType;
}

/** What a client asks of a picture. */
export interface RenditionWish {
  /** Units: pixels; null or absent for the widest. */
  readonly width?: number | null | undefined;
  readonly format?: ImageFormat | null | undefined;
  readonly crop?: ImageCrop | null | undefined;
}

/** One rendition of a picture. */
export interface RenditionName {
  readonly width: number;
  readonly crop: ImageCrop;
  readonly extension: PictureExtension;
}

/** Where a rendition is served, and how large it is. */
export interface PlacedRendition extends Measured {
  readonly url: string;
}

/** A picture in one format and several widths, for a `<source>` of `<picture>`. */
export interface PictureSource {
  readonly type: PictureType;
  readonly srcset: string;
}

/** What a client asks of a `<picture>`. */
export interface SourcesWish {
  /** Units: pixels; null or absent for every width that there is. */
  readonly widths?: readonly number[] | null | undefined;
  readonly crop?: ImageCrop | null | undefined;
}

/** Widths that `RenditionUrls.list` is asked for at most. */
export const maxSourceWidths = 20;

const cropNames: Readonly<Record<ImageCrop, string>> = {
  [ImageCrop.NONE]: 'none',
  [ImageCrop.SQUARE]: 'square',
  [ImageCrop.CLASSIC_4_3]: '4x3',
  [ImageCrop.WIDE_16_9]: '16x9',
};

const formatTypes: Readonly<Record<Exclude<ImageFormat, ImageFormat.ORIGINAL>, PictureType>> = {
  [ImageFormat.JPEG]: 'image/jpeg',
  [ImageFormat.WEBP]: 'image/webp',
  [ImageFormat.AVIF]: 'image/avif',
};

/** The formats of `<picture>`, of which a browser takes the first that it shows. */
const sourceFormats = [ImageFormat.AVIF, ImageFormat.WEBP, ImageFormat.JPEG];

/** Writes the addresses of renditions; `filesUrl` is where clients reach `/files`. */
export class RenditionUrls {
  private readonly base: string;

  constructor(filesUrl: string) {
    this.base = filesUrl.replace(/\/+$/, '');
  }

  /** The address of the rendition that answers a wish. Cost: no statement. */
  write(file: PicturedFile, wish: RenditionWish = {}): string {
    return this.show(file, wish).url;
  }

  /** The rendition that answers a wish, by its address and size. Cost: no statement. */
  show(file: PicturedFile, wish: RenditionWish): PlacedRendition {
    const name = chooseRendition(file, wish);
    const { width, crop } = name;
    return { url: this.base + writePath(file, name), width, height: heightOf(file, crop, width) };
  }

  /** The sources of a `<picture>`: AVIF, WebP, JPEG, each in the widths asked for or all there are; none for no width. */
  list(file: PicturedFile, { widths, crop }: SourcesWish): PictureSource[] {
    const wanted = widths ?? listWidths(file, crop ?? ImageCrop.NONE);
    // A `<source>` whose `srcset` is empty is no valid HTML.
    if (wanted.length === 0) return [];
    return sourceFormats.map((format) => {
      const names = wanted.map((width) => chooseRendition(file, { width, format, crop }));
      const byWidth = new Map(names.map((name) => [name.width, name]));
      const sorted = [...byWidth.values()].sort((one, other) => one.width - other.width);
      const candidates = sorted.map(
        (name) => `${this.base}${writePath(file, name)} ${name.width}w`,
      );
      return { type: typeOf(file, format), srcset: candidates.join(', ') };
    });
  }
}

/** The rendition that answers a wish: of the next width that there is, never enlarged. */
export function chooseRendition(
  file: PicturedFile,
  { width = null, format, crop }: RenditionWish,
): RenditionName {
  const chosenCrop = crop ?? ImageCrop.NONE;
  return {
    width: chooseWidth(file, chosenCrop, width),
    crop: chosenCrop,
    extension: pictureTypes[typeOf(file, format ?? ImageFormat.ORIGINAL)].extension,
  };
}

/** The path of a rendition below the service's address. */
export function writePath(file: PicturedFile, name: RenditionName): string {
  return `/files/${file.id}/${writeReference(file, name)}`;
}

/** A rendition's address, relative to that of another rendition of the same picture. */
export function writeReference({ version }: PicturedFile, name: RenditionName): string {
  return `${writeName(name)}?v=${version}`;
}

/** A rendition's name, such as `800-16x9.webp`. */
export function writeName({ width, crop, extension }: RenditionName): string {
  return `${width}-${cropNames[crop]}.${extension}`;
}

/** The rendition that a name means; null where it means none. */
export function readName(text: string): RenditionName | null {
  const [, width, cropName, ending = ''] =
    /^([1-9]\d{0,4})-([a-z0-9]+)\.([a-z]+)$/.exec(text) ?? [];
  const crop = Object.values(ImageCrop).find((one) => cropNames[one] === cropName);
  const type = typeOfExtension(ending);
  if (crop === undefined || type === null) return null;
  return { width: Number(width), crop, extension: pictureTypes[type].extension };
}

/** The rendition that there is for a name that somebody asks for; null for a format that there is none in. */
export function settleName(file: PicturedFile, name: RenditionName): RenditionName | null {
  const type = typeOfExtension(name.extension);
  const isServed =
    type === file.mediaType || sourceFormats.some((format) => typeOf(file, format) === type);
  if (!isServed) return null;
  return { ...name, width: chooseWidth(file, name.crop, name.width) };
}

function typeOf({ mediaType }: PicturedFile, format: ImageFormat): PictureType {
  return format === ImageFormat.ORIGINAL ? mediaType : formatTypes[format];
}
