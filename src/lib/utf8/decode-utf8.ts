import { isUtf8 } from 'node:buffer';

/** Bytes that are not UTF-8 text; the message says what was found where. */
export class MalformedUtf8 extends Error {
  override readonly name = 'MalformedUtf8';
  constructor(
    message: string,
    /** From 0. */
    readonly byteOffset: number,
    /** From 1; lines end with a line feed. */
    readonly line: number,
    /** The encoding that the text's byte-order mark names; null where it has none. */
    readonly encoding: string | null,
  ) {
    super(message);
  }
}

/** Signatures at the start of a text in another encoding, the longest first. */
const foreignMarks: readonly [encoding: string, mark: readonly number[]][] = [
  ['UTF-32', [0xff, 0xfe, 0x00, 0x00]],
  ['UTF-32', [0x00, 0x00, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
];
const utf8Mark = [0xef, 0xbb, 0xbf];
const lineFeed = 0x0a;
/** A code point takes four bytes, so a broken one begins at most three before the bad byte. */
const maxTrailBytes = 3;

/**
 * Decodes UTF-8 text, without its byte-order mark.
 * Errors: MalformedUtf8, which names the first byte that is wrong, or the encoding whose
 * byte-order mark the text begins with.
 * Source: RFC 3629, 3; The Unicode Standard, table 3-7.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw describeFault(bytes);
  const text = viewOf(bytes);
  return text.toString('utf8', startsWith(bytes, utf8Mark) ? utf8Mark.length : 0);
}

function describeFault(bytes: Uint8Array): MalformedUtf8 {
  const [encoding] = foreignMarks.find(([, mark]) => startsWith(bytes, mark)) ?? [];
  if (encoding !== undefined) {
    return new MalformedUtf8(`it is ${encoding}, but must be UTF-8`, 0, 1, encoding);
  }
  const byteOffset = findFault(bytes);
  const byte = (bytes[byteOffset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const line = countLines(bytes.subarray(0, byteOffset));
  return new MalformedUtf8(
    `it is not UTF-8: byte ${byteOffset} (0x${byte}) begins no valid character`,
    byteOffset,
    line,
    null,
  );
}

/** Decoding replaces what is wrong, so encoding again differs from there on. */
function findFault(bytes: Uint8Array): number {
  const repaired = Buffer.from(viewOf(bytes).toString('utf8'));
  let offset = 0;
  while (offset < bytes.length && bytes[offset] === repaired[offset]) offset += 1;
  for (let back = 0; back < maxTrailBytes && offset > 0; back += 1) {
    if (isUtf8(bytes.subarray(0, offset))) break;
    offset -= 1;
  }
  return offset;
}

function countLines(bytes: Uint8Array): number {
  let line = 1;
  for (const byte of bytes) if (byte === lineFeed) line += 1;
  return line;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
