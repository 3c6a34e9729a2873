import sharp from 'sharp';
import { readXmpFromGif } from './gif-xmp';
import { type MetadataBlocks, readJpegBlocks } from './jpeg-blocks';
import { readPngProfile } from './png-profile';
import { UnreadableMetadata } from './unreadable-metadata';

/** What all blocks of a file may take together; each is read only where it fits. */
export const maxMetadataBytes = 1024 * 1024;

const exifPrefix = Buffer.from('Exif\0\0', 'latin1');
const jpegStart = Buffer.from([0xff, 0xd8, 0xff]);

const pngSignature = '\x89PNG\r\n\x1a\n';
const gifSignature = 'GIF8';

/** What files of the other formats hold at an offset. */
const otherFormats: readonly (readonly [offset: number, signature: string])[] = [
  [0, pngSignature],
  [8, 'WEBP'],
  [4, 'ftypavi'],
  [4, 'ftypmif1'],
  [0, gifSignature],
];

/**
 * Cuts the blocks of metadata out of a picture's file.
 *
 * Shape: blocks that together exceed a megabyte are left out, the last ones first.
 * Errors: UnreadableMetadata.
 */
export async function readMetadataBlocks(bytes: Uint8Array): Promise<MetadataBlocks> {
  const file = viewOf(bytes);
  const isJpeg = file.subarray(0, jpegStart.length).equals(jpegStart);
  return withinBounds(isJpeg ? readJpegBlocks(file) : await readByDecoder(file));
}

/** The decoder reads the header alone: it sees any number of pixels and decodes none. */
async function readByDecoder(file: Buffer): Promise<MetadataBlocks> {
  const isKnown = otherFormats.some(([offset, signature]) => hasAt(file, offset, signature));
  if (!isKnown) throw new UnreadableMetadata('The file is no JPEG, PNG, WebP, AVIF or GIF');
  try {
    const { xmp, iptc, exif } = await sharp(file, { limitInputPixels: false }).metadata();
    const packet = xmp ?? (hasAt(file, 0, gifSignature) ? readXmpFromGif(file) : null);
    return {
      xmp: packet === null ? [] : [packet],
      photoshop: iptc ?? (hasAt(file, 0, pngSignature) ? readPngProfile(file) : null),
      exif: exif === undefined ? null : withoutExifPrefix(exif),
    };
  } catch (cause) {
    throw new UnreadableMetadata('The file ends early or is damaged', { cause });
  }
}

/** EXIF as a TIFF structure, without the name that JPEG and others put before it. */
export function withoutExifPrefix(block: Buffer): Buffer {
  const hasPrefix = block.subarray(0, exifPrefix.length).equals(exifPrefix);
  return hasPrefix ? block.subarray(exifPrefix.length) : block;
}

function withinBounds({ xmp, photoshop, exif }: MetadataBlocks): MetadataBlocks {
  let left = maxMetadataBytes;
  const fits = (block: Uint8Array) => {
    if (block.length > left) return false;
    left -= block.length;
    return true;
  };
  return {
    xmp: xmp.filter(fits),
    photoshop: photoshop !== null && fits(photoshop) ? photoshop : null,
    exif: exif !== null && fits(exif) ? exif : null,
  };
}

function hasAt(file: Buffer, offset: number, signature: string): boolean {
  return file.toString('latin1', offset, offset + signature.length) === signature;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
