import { decodeTexts } from './decode-text';
import { type FileMetadata, noMetadata, unlocalized } from './file-metadata';
import { parseTakenAt } from './parse-taken-at';

const resourceSignature = '8BIM';
const iimResource = 0x0404;
const recordMarker = 0x1c;

/** More datasets than any file of real life has. */
const maxDatasets = 4096;

/** Units: bytes. A longer one is no text of IIM, whose captions end at 2,000 characters. */
const maxDatasetBytes = 64 * 1024;

/** The application record and what is read of it. Source: IPTC-NAA IIM 4.2, chapter 6. */
const applicationRecord = 2;
const dataset = {
  dateCreated: 55,
  timeCreated: 60,
  byline: 80,
  credit: 110,
  copyright: 116,
  caption: 120,
} as const;

interface Dataset {
  readonly number: number;
  readonly bytes: Buffer;
}

/**
 * Reads what Photoshop's image resources say in IIM.
 *
 * Shape: which encoding a file declares (dataset 1:90) is not asked: files declare UTF-8 and hold
 * something else, or hold UTF-8 and declare nothing. The bytes tell.
 */
export function readIim(photoshop: Uint8Array): FileMetadata {
  const { buffer, byteOffset, byteLength } = photoshop;
  const wanted = listDatasets(findIim(Buffer.from(buffer, byteOffset, byteLength)));
  const texts = decodeTexts(wanted.map(({ bytes }) => bytes)).map(withoutPadding);
  const textsOf = (number: number) =>
    texts.filter((text, index) => wanted[index]?.number === number && text !== '');
  const textOf = (number: number) => textsOf(number)[0];
  return {
    ...noMetadata,
    captions: unlocalized(textOf(dataset.caption)),
    creators: textsOf(dataset.byline),
    credit: textOf(dataset.credit) ?? null,
    copyrights: unlocalized(textOf(dataset.copyright)),
    takenAt: readTakenAt(textOf(dataset.dateCreated), textOf(dataset.timeCreated)),
  };
}

function findIim(resources: Buffer): Buffer {
  if (resources[0] === recordMarker) return resources;
  let offset = 0;
  while (offset + 12 <= resources.length) {
    if (resources.toString('latin1', offset, offset + 4) !== resourceSignature) break;
    const id = resources.readUInt16BE(offset + 4);
    // A name with its length, padded to an even number of bytes.
    const nameLength = ((resources[offset + 6] ?? 0) + 2) & ~1;
    const start = offset + 6 + nameLength + 4;
    if (start > resources.length) break;
    const end = start + resources.readUInt32BE(start - 4);
    if (id === iimResource) return resources.subarray(start, end);
    offset = end + ((end - start) % 2);
  }
  return Buffer.alloc(0);
}

function listDatasets(iim: Buffer): readonly Dataset[] {
  const numbers: readonly number[] = Object.values(dataset);
  const found: Dataset[] = [];
  let offset = 0;
  while (offset + 5 <= iim.length && iim[offset] === recordMarker && found.length < maxDatasets) {
    const number = iim[offset + 2] ?? 0;
    const { start, end } = extentOf(iim, offset);
    const isWanted = iim[offset + 1] === applicationRecord && numbers.includes(number);
    if (isWanted && end - start <= maxDatasetBytes) {
      found.push({ number, bytes: iim.subarray(start, end) });
    }
    offset = end;
  }
  return found;
}

/** A length whose highest bit is set tells how many bytes hold the length. */
function extentOf(iim: Buffer, offset: number): { readonly start: number; readonly end: number } {
  const length = iim.readUInt16BE(offset + 3);
  if (length < 0x8000) return { start: offset + 5, end: offset + 5 + length };
  const width = length & 0x7fff;
  const start = offset + 5 + width;
  if (width < 1 || width > 4 || start > iim.length) return { start: iim.length, end: iim.length };
  return { start, end: start + iim.readUIntBE(offset + 5, width) };
}

function withoutPadding(text: string): string {
  return text.replaceAll('\0', '').trim();
}

/** '20240501' and '123005+0300'. */
function readTakenAt(date: string | undefined, time: string | undefined) {
  const day = date?.replace(/^(\d{4})(\d\d)(\d\d)$/u, '$1-$2-$3');
  if (day === undefined) return null;
  const clock = time?.replace(/^(\d\d)(\d\d)(\d\d)([+-]\d{4})?$/u, '$1:$2:$3$4');
  return parseTakenAt(`${day}T${clock ?? ''}`) ?? parseTakenAt(day);
}
