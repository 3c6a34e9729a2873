/** What is known of a file format that the service takes. */
interface PictureTypeFacts {
  /** How renditions in this format end. */
  readonly extension: string;
  /** The format's name for people. */
  readonly name: string;
  /**
   * What decoding holds in memory at once. Units: bytes for each pixel, measured.
   * Shape: `whole` for files that no decoder reads line by line: progressive, interlaced.
   */
  readonly heldBytesPerPixel: { readonly usual: number; readonly whole: number };
}

/** Every format that the service takes, by media type. */
export const pictureTypes = {
  'image/jpeg': { extension: 'jpeg', name: 'JPEG', heldBytesPerPixel: { usual: 0, whole: 6 } },
  'image/png': { extension: 'png', name: 'PNG', heldBytesPerPixel: { usual: 0, whole: 8 } },
  'image/webp': { extension: 'webp', name: 'WebP', heldBytesPerPixel: { usual: 5, whole: 5 } },
  'image/avif': { extension: 'avif', name: 'AVIF', heldBytesPerPixel: { usual: 18, whole: 18 } },
  'image/gif': { extension: 'gif', name: 'GIF', heldBytesPerPixel: { usual: 8, whole: 8 } },
} as const satisfies Record<string, PictureTypeFacts>;

/** A media type that the service takes. */
export type PictureType = keyof typeof pictureTypes;

/** How a rendition's address may end. */
export type PictureExtension = (typeof pictureTypes)[PictureType]['extension'];

/** The media type that an extension stands for; null for one of no rendition. */
export function typeOfExtension(extension: string): PictureType | null {
  const types = Object.keys(pictureTypes) as PictureType[];
  return types.find((type) => pictureTypes[type].extension === extension) ?? null;
}

/** Whether a media type is one that the service takes. */
export function isPictureType(mediaType: string): mediaType is PictureType {
  return Object.hasOwn(pictureTypes, mediaType);
}

/** Units: bytes that `sniffPicture` wants to see of a file at most. */
export const sniffedByteCount = 1_024;

/**
 * What a file is by its first bytes: a media type, also one that is not taken and that a person
 * should be told by name; null where it is nothing known.
 * Source: WHATWG MIME Sniffing, 6.1; ISO/IEC 14496-12, 4.3 (brands of `ftyp`).
 */
export function sniffPicture(head: Buffer): string | null {
  const signature = signatures.find(({ bytes }) => head.subarray(0, bytes.length).equals(bytes));
  if (signature !== undefined) return signature.mediaType;
  const text = head.toString('latin1');
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'image/webp';
  if (text.startsWith('ftyp', 4)) return typeOfBrands(text);
  return /^(\xEF\xBB\xBF)?\s*<(\?xml|!--|!doctype svg|svg)/i.test(text) && /<svg[\s>]/i.test(text)
    ? 'image/svg+xml'
    : null;
}

const signatures = [
  { mediaType: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8, 0xff]) },
  { mediaType: 'image/png', bytes: Buffer.from('89504e470d0a1a0a', 'hex') },
  { mediaType: 'image/gif', bytes: Buffer.from('GIF87a') },
  { mediaType: 'image/gif', bytes: Buffer.from('GIF89a') },
  { mediaType: 'image/tiff', bytes: Buffer.from('49492a00', 'hex') },
  { mediaType: 'image/tiff', bytes: Buffer.from('4d4d002a', 'hex') },
  { mediaType: 'application/pdf', bytes: Buffer.from('%PDF-') },
  { mediaType: 'image/bmp', bytes: Buffer.from('BM') },
];

/** The brand of a file in ISO's base media format, and those that it says it is compatible with. */
function typeOfBrands(text: string): string | null {
  const length = Math.min(text.length, readUint32(text, 0));
  const brands = [text.slice(8, 12)];
  for (let at = 16; at + 4 <= length; at += 4) brands.push(text.slice(at, at + 4));
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'image/avif';
  return brands.some((brand) => /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand))
    ? 'image/heic'
    : null;
}

function readUint32(text: string, at: number): number {
  return Buffer.from(text.slice(at, at + 4), 'latin1').readUInt32BE();
}
