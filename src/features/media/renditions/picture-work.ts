import { open, readFile } from 'node:fs/promises';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { composeRenditionMetadata, insertXmpIntoGif, readFileMetadata } from '../metadata';
import { pictureTypes, type PictureType } from '../picture-type';
import { isOnSide, storedPart, type Turn, turnOf, turnSize } from './orientation';
import type { InspectedPicture, Inspection, InspectJob, RenderJob } from './picture-jobs';
import type { Measured, Rectangle } from './shape';

/** Units: pixels of a side; WebP, which every picture is offered in, has no longer one. */
const maxSidePixels = 16_383;
/** Units: bytes that decoding a picture may hold at once. */
const maxHeldBytes = 300_000_000;
/** Units: pixels of a placeholder's longer side. */
const placeholderPixels = 16;
/** Units: UTF-16 code units. */
const maxPlaceholderLength = 1_500;

/** What the formats are called by libvips. */
const formatNames: Readonly<Record<PictureType, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'heif',
  'image/gif': 'gif',
};

/** Readers that are not named here are switched off: less code meets what strangers have made. */
const readers = [
  'VipsForeignLoadJpeg',
  'VipsForeignLoadPng',
  'VipsForeignLoadWebp',
  'VipsForeignLoadHeif',
  'VipsForeignLoadNsgif',
];

/** Prepares the process that pictures are decoded in; one picture at a time is worked on. */
export function prepareSharp(): void {
  sharp.concurrency(1);
  sharp.cache(false);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: readers });
}

/** Decodes a file whole, once, without holding it whole. Errors: none; what fails is a refusal. */
export async function inspect(job: InspectJob): Promise<Inspection> {
  try {
    // The header alone: no pixel is decoded before their number is known.
    const header = await sharp(job.path, { limitInputPixels: false }).metadata();
    if (header.format !== formatNames[job.mediaType] || isHevc(header)) {
      return { refusal: 'unreadable' };
    }
    const { width, height } = header;
    const pixels = width * height;
    if (pixels > job.maxPixels || Math.max(width, height) > maxSidePixels) {
      return { refusal: 'tooManyPixels' };
    }
    if (pixels * heldBytesPerPixel(job.mediaType, header) > maxHeldBytes) {
      return { refusal: 'tooMuchMemory' };
    }
    return { picture: await read(job, header) };
  } catch {
    return { refusal: 'unreadable' };
  }
}

/** Makes a rendition and writes it. Errors: those of sharp and of the file system. */
export async function render(job: RenderJob): Promise<void> {
  const { orientation } = await sharp(job.path, { limitInputPixels: false }).metadata();
  const turn = turnOf(orientation);
  const { data, info } = await cut(job, turn);
  const { width, height, channels } = info;
  const upright = turnPixels(sharp(data, { raw: { width, height, channels } }), turn);
  const { xmp } = composeRenditionMetadata(job.rights);
  await write(job.targetPath, await encodeWithXmp(upright, job.target, xmp));
}

async function read({ path }: InspectJob, header: Metadata): Promise<InspectedPicture> {
  const size = turnSize(header, turnOf(header.orientation));
  return {
    width: size.width,
    height: size.height,
    placeholder: await makePlaceholder(path),
    metadata: await readFileMetadata(await readFile(path)),
  };
}

/**
 * A tiny likeness as a data: address.
 *
 * Of 16 pixels WebP takes 120 to 200 bytes. A ThumbHash is 25, but clients need its code to show it,
 * and the PNG that this code makes of it is 4 kB.
 */
async function makePlaceholder(path: string): Promise<string> {
  for (const quality of [50, 20, 1]) {
    const bytes = await openPicture(path)
      .autoOrient()
      .resize(placeholderPixels, placeholderPixels, { fit: 'inside' })
      .webp({ quality, effort: 6 })
      .toBuffer();
    const address = `data:image/webp;base64,${bytes.toString('base64')}`;
    if (address.length <= maxPlaceholderLength) return address;
  }
  throw new Error(`The placeholder is longer than ${maxPlaceholderLength}`);
}

/**
 * The pixels of a part in its final size, as they are stored.
 *
 * Scaled whole and cut then: a JPEG is decoded at an eighth of its size where that is enough, which
 * a cut before it prevents; and so does a turn, which is left to the few pixels of the result.
 */
function cut(job: RenderJob, turn: Turn) {
  const scale = job.size.width / job.part.width;
  const shown = {
    width: Math.max(job.size.width, Math.round(job.picture.width * scale)),
    height: Math.max(job.size.height, Math.round(job.picture.height * scale)),
  };
  const stored = turnSize(shown, turn);
  const part = storedPart(shown, placeScaled(job, shown, scale), turn);
  return openPicture(job.path)
    .resize(stored.width, stored.height, { fit: 'fill' })
    .extract(part)
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
}

function placeScaled({ part, size }: RenderJob, shown: Measured, scale: number): Rectangle {
  return {
    ...size,
    left: Math.min(shown.width - size.width, Math.round(part.left * scale)),
    top: Math.min(shown.height - size.height, Math.round(part.top * scale)),
  };
}

/** sharp mirrors before it turns, so what is mirrored from left to right on its side is so top down. */
function turnPixels(pixels: Sharp, turn: Turn): Sharp {
  const turned = turn.degrees === 0 ? pixels : pixels.rotate(turn.degrees);
  if (!turn.isMirrored) return turned;
  return isOnSide(turn) ? turned.flip() : turned.flop();
}

/** sharp writes XMP into every format but GIF. */
async function encodeWithXmp(pixels: Sharp, target: PictureType, xmp: string): Promise<Buffer> {
  const encoded = encode(pixels, target);
  if (target !== 'image/gif') return encoded.withXmp(xmp).toBuffer();
  return insertXmpIntoGif(await encoded.toBuffer(), xmp);
}

/** AVIF's effort 4 takes five times as long as 3, for 3 % fewer bytes. */
function encode(pixels: Sharp, target: PictureType): Sharp {
  switch (target) {
    case 'image/jpeg':
      return pixels.flatten({ background: '#fff' }).jpeg({ quality: 80 });
    case 'image/webp':
      return pixels.webp({ quality: 78 });
    case 'image/avif':
      return pixels.avif({ quality: 55, effort: 3 });
    case 'image/png':
      return pixels.png({ compressionLevel: 8 });
    case 'image/gif':
      return pixels.gif();
  }
}

function openPicture(path: string): Sharp {
  return sharp(path, { failOn: 'error', limitInputPixels: false, sequentialRead: true });
}

/** HEIC is the same container as AVIF with pixels that browsers do not show. */
function isHevc({ format, compression }: Metadata): boolean {
  return format === 'heif' && compression !== 'av1';
}

function heldBytesPerPixel(mediaType: PictureType, { isProgressive }: Metadata): number {
  const { usual, whole } = pictureTypes[mediaType].heldBytesPerPixel;
  return isProgressive ? whole : usual;
}

async function write(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
