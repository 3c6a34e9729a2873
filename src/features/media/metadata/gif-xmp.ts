const headerLength = 13;
const flagsOffset = 10;
const hasColorTable = 0x80;
const colorTableSize = 0x07;
const bytesPerColor = 3;

const extensionIntroducer = 0x21;
const imageSeparator = 0x2c;
const imageHeadLength = 10;
const imageFlagsOffset = 9;

const xmpExtension = Buffer.from('\x21\xff\x0bXMP DataXMP', 'latin1');
/** A reader that knows no XMP takes the packet for blocks, and lands in here at any of its bytes. */
const trailer = Buffer.from([1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0]);

/**
 * Puts XMP into a GIF, which sharp writes without any.
 *
 * Source: XMP specification part 3, 1.1.2 (GIF 89a).
 */
export function insertXmpIntoGif(gif: Uint8Array, xmp: string): Buffer {
  const start = endOfColors(gif, headerLength, flagsOffset);
  return Buffer.concat([
    gif.subarray(0, start),
    xmpExtension,
    Buffer.from(xmp),
    trailer,
    gif.subarray(start),
  ]);
}

/** Finds the XMP of a GIF, which sharp does not read. Shape: null where there is none. */
export function readXmpFromGif(gif: Buffer): Buffer | null {
  let offset = endOfColors(gif, headerLength, flagsOffset);
  for (;;) {
    const end = endOfBlock(gif, offset);
    if (end === null) return null;
    const block = gif.subarray(offset, end);
    const isXmp = block.subarray(0, xmpExtension.length).equals(xmpExtension);
    if (isXmp && block.subarray(-trailer.length).equals(trailer)) {
      return block.subarray(xmpExtension.length, -trailer.length);
    }
    offset = end;
  }
}

/** Where an extension or an image ends; null where neither begins. Source: GIF 89a, 20 to 26. */
function endOfBlock(gif: Buffer, offset: number): number | null {
  const introducer = gif[offset];
  if (introducer === extensionIntroducer) return endOfData(gif, offset + 2);
  if (introducer !== imageSeparator) return null;
  const colors = endOfColors(gif, offset + imageHeadLength, offset + imageFlagsOffset);
  return endOfData(gif, colors + 1);
}

/** Data comes in pieces, each behind its length; one of no length ends it. */
function endOfData(gif: Buffer, start: number): number {
  let offset = start;
  for (let length = gif[offset] ?? 0; length > 0; length = gif[offset] ?? 0) offset += length + 1;
  return offset + 1;
}

function endOfColors(gif: Uint8Array, start: number, flagsAt: number): number {
  const flags = gif[flagsAt] ?? 0;
  const colorCount = (flags & hasColorTable) === 0 ? 0 : 2 << (flags & colorTableSize);
  return start + colorCount * bytesPerColor;
}
