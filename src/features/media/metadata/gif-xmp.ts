const headerLength = 13;
const flagsOffset = 10;
const hasColorTable = 0x80;
const colorTableSize = 0x07;
const bytesPerColor = 3;

const extension = Buffer.from('\x21\xff\x0bXMP DataXMP', 'latin1');
/** A reader that knows no XMP takes the packet for blocks, and lands in here at any of its bytes. */
const trailer = Buffer.from([1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0]);

/**
 * Puts XMP into a GIF, which sharp writes without any.
 *
 * Source: XMP specification part 3, 1.1.2 (GIF 89a).
 */
export function insertXmpIntoGif(gif: Uint8Array, xmp: string): Buffer {
  const flags = gif[flagsOffset] ?? 0;
  const colorCount = (flags & hasColorTable) === 0 ? 0 : 2 << (flags & colorTableSize);
  const start = headerLength + colorCount * bytesPerColor;
  return Buffer.concat([
    gif.subarray(0, start),
    extension,
    Buffer.from(xmp),
    trailer,
    gif.subarray(start),
  ]);
}
