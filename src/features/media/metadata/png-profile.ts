import { inflateSync } from 'node:zlib';

/** More chunks before the end than a file of real life has. */
const maxChunks = 10_000;

/** Units: bytes. Hexadecimal digits and line breaks of IIM as large as a dataset may be. */
const maxProfileBytes = 256 * 1024;

const firstChunkOffset = 8;
const keyword = /^Raw profile type (?:iptc|8bim)\0/u;
/** A name, the number of bytes, and the bytes as digits. */
const profile = /^\s*[\w ]{1,20}\n\s*\d{1,8}\s+([\da-f\s]*)$/iu;

/**
 * Reads IIM where ImageMagick puts it in a PNG: as hexadecimal text.
 *
 * Shape: Photoshop's image resources, or IIM itself; null where there is none.
 */
export function readPngProfile(file: Buffer): Buffer | null {
  let offset = firstChunkOffset;
  for (let count = 0; count < maxChunks && offset + 12 <= file.length; count += 1) {
    const start = offset + 8;
    const end = start + file.readUInt32BE(offset);
    const type = file.toString('latin1', offset + 4, start);
    const text =
      type === 'zTXt' || type === 'tEXt' ? readText(type, file.subarray(start, end)) : '';
    const [, digits] = profile.exec(text) ?? [];
    if (digits !== undefined) return Buffer.from(digits.replace(/\s/gu, ''), 'hex');
    offset = end + 4;
  }
  return null;
}

/** The text of a chunk with a profile's name; '' for any other. */
function readText(type: 'zTXt' | 'tEXt', chunk: Buffer): string {
  const [name] = keyword.exec(chunk.toString('latin1', 0, 40)) ?? [];
  if (name === undefined) return '';
  if (type === 'tEXt') return chunk.toString('latin1', name.length, name.length + maxProfileBytes);
  try {
    const inflated = inflateSync(chunk.subarray(name.length + 1), {
      maxOutputLength: maxProfileBytes,
    });
    return inflated.toString('latin1');
  } catch {
    return '';
  }
}
