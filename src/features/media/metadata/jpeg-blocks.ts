/** The blocks of metadata in a picture's file, as they stand there. */
export interface MetadataBlocks {
  /** XMP packets: the main one, and what JPEG continues elsewhere. */
  readonly xmp: readonly Uint8Array[];
  /** Photoshop's image resources, among which IIM is one, or IIM by itself. */
  readonly photoshop: Uint8Array | null;
  /** A TIFF structure. */
  readonly exif: Uint8Array | null;
}

/** More segments of one kind than a file of real life has; a profile or a depth map fits. */
const maxSegments = 1024;

const exifName = Buffer.from('Exif\0\0', 'latin1');
const xmpName = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1');
/** Some programs misspell the name: the packet tells. */
const packetStart = /<\?xpacket begin|<x:xmpmeta/u;
const packetSearchLength = 100;
const extendedXmpName = Buffer.from('http://ns.adobe.com/xmp/extension/\0', 'latin1');
const photoshopName = Buffer.from('Photoshop 3.0\0', 'latin1');

/** A part of extended XMP begins with the packet's digest, its length and the part's offset. */
const digestLength = 32;
const partHeaderLength = digestLength + 8;

const marker = { app1: 0xe1, app13: 0xed, startOfScan: 0xda, endOfImage: 0xd9 } as const;

interface Segment {
  readonly code: number;
  readonly payload: Buffer;
}

/**
 * Cuts the blocks of metadata out of a JPEG.
 *
 * Shape: what stands before the first scan counts, also where the file then ends.
 * Cost: one step for each segment; the payloads are views of the file.
 * Source: XMP specification part 3, 1.1.3 (JPEG); ITU-T T.81, B.1.
 */
export function readJpegBlocks(file: Buffer): MetadataBlocks {
  const segments = listSegments(file);
  const after = (code: number, name: Buffer) =>
    segments
      .filter(({ code: other, payload }) => other === code && startsWith(payload, name))
      .map(({ payload }) => payload.subarray(name.length));
  const [exif = null] = after(marker.app1, exifName);
  const photoshop = after(marker.app13, photoshopName);
  return {
    xmp: [...findXmp(segments), ...joinExtendedXmp(after(marker.app1, extendedXmpName))],
    // Resources that exceed one segment go on in the next.
    photoshop: photoshop.length === 0 ? null : Buffer.concat(photoshop),
    exif,
  };
}

function listSegments(file: Buffer): readonly Segment[] {
  const segments: Segment[] = [];
  let offset = 2;
  while (offset + 4 <= file.length && segments.length < maxSegments) {
    if (file[offset] !== 0xff) break;
    const code = file[offset + 1] ?? 0;
    if (code === 0xff) {
      // Any number of these bytes may stand before a marker.
      offset += 1;
      continue;
    }
    if (code === marker.startOfScan || code === marker.endOfImage) break;
    const end = offset + 2 + file.readUInt16BE(offset + 2);
    if (code === marker.app1 || code === marker.app13) {
      segments.push({ code, payload: file.subarray(offset + 4, end) });
    }
    offset = Math.max(end, offset + 4);
  }
  return segments;
}

function findXmp(segments: readonly Segment[]): readonly Buffer[] {
  for (const { code, payload } of segments) {
    if (code !== marker.app1 || startsWith(payload, extendedXmpName)) continue;
    if (startsWith(payload, xmpName)) return [payload.subarray(xmpName.length)];
    const start = payload.toString('latin1', 0, packetSearchLength).search(packetStart);
    if (start >= 0) return [payload.subarray(start)];
  }
  return [];
}

/** The parts of the first packet only: others belong to pictures that were put into this one. */
function joinExtendedXmp(parts: readonly Buffer[]): readonly Buffer[] {
  const [first] = parts;
  if (first === undefined) return [];
  const digest = first.subarray(0, digestLength);
  const own = parts
    .filter((part) => part.length > partHeaderLength && startsWith(part, digest))
    .map((part) => ({
      start: part.readUInt32BE(digestLength + 4),
      bytes: part.subarray(partHeaderLength),
    }))
    .sort((one, other) => one.start - other.start);
  return [Buffer.concat(own.map(({ bytes }) => bytes))];
}

function startsWith(bytes: Buffer, name: Buffer): boolean {
  return bytes.subarray(0, name.length).equals(name);
}
