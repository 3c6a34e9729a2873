import { decodeUtf8, MalformedUtf8 } from './decode-utf8';

/** A line of a file, or why it cannot be read. */
export type DecodedLine = string | { readonly fault: string };

/** What a line may take. Units: bytes. */
export interface LineBounds {
  readonly maxLineBytes: number;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Splits UTF-8 text into lines and decodes each by itself, so that one bad line spoils no other.
 *
 * Shape: a line ends with LF, CR LF or CR; a byte-order mark at its start is dropped.
 * Errors: MalformedUtf8 where the text begins with the byte-order mark of UTF-16 or UTF-32.
 * Cost: holds one line and one chunk; a longer line than the bound is a fault and is not held.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { maxLineBytes }: LineBounds,
): AsyncGenerator<DecodedLine, void, undefined> {
  let parts: Uint8Array[] = [];
  let byteCount = 0;
  let isFirst = true;
  let endsWithReturn = false;
  const add = (bytes: Uint8Array) => {
    byteCount += bytes.length;
    if (byteCount <= maxLineBytes) parts.push(bytes);
    else parts = [];
  };
  const take = (): DecodedLine => {
    const line =
      byteCount > maxLineBytes
        ? { fault: `it is longer than ${maxLineBytes} bytes` }
        : decodeLine(Buffer.concat(parts), isFirst);
    parts = [];
    byteCount = 0;
    isFirst = false;
    return line;
  };
  for await (const chunk of chunks) {
    let start = endsWithReturn && chunk[0] === lineFeed ? 1 : 0;
    if (chunk.length > 0) endsWithReturn = false;
    for (let end = findLineEnd(chunk, start); end >= 0; end = findLineEnd(chunk, start)) {
      add(chunk.subarray(start, end));
      yield take();
      const isReturn = chunk[end] === carriageReturn;
      endsWithReturn = isReturn && end + 1 === chunk.length;
      start = isReturn && chunk[end + 1] === lineFeed ? end + 2 : end + 1;
    }
    add(chunk.subarray(start));
  }
  if (byteCount > 0) yield take();
}

function findLineEnd(chunk: Uint8Array, start: number): number {
  const feed = chunk.indexOf(lineFeed, start);
  const searched = feed < 0 ? chunk : chunk.subarray(0, feed);
  const mark = searched.indexOf(carriageReturn, start);
  return mark < 0 ? feed : mark;
}

/** Files that were joined have a byte-order mark at the start of later lines too. */
function decodeLine(bytes: Uint8Array, isFirst: boolean): DecodedLine {
  try {
    return decodeUtf8(bytes);
  } catch (error) {
    if (!(error instanceof MalformedUtf8)) throw error;
    // In another encoding the line ends are not where they were looked for.
    if (isFirst && error.encoding !== null) throw error;
    return { fault: error.message };
  }
}
