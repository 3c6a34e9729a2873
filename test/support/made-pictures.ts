/** A dataset of IIM's application record. */
export type MadeDataset = readonly [number: number, value: string | Uint8Array];

/** What a made JPEG holds before its pixels, which it has not. */
export interface MadeJpeg {
  readonly xmp?: string | Uint8Array;
  readonly iim?: readonly MadeDataset[];
  readonly exif?: Uint8Array;
}

/** A JPEG that consists of its metadata. */
export function makeJpeg({ xmp, iim, exif }: MadeJpeg): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(exif === undefined ? [] : [segment(0xe1, 'Exif\0\0', exif)]),
    ...(xmp === undefined ? [] : [segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', xmp)]),
    ...(iim === undefined ? [] : [segment(0xed, 'Photoshop 3.0\0', makeResource(makeIim(iim)))]),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** A segment of a JPEG with the name of what is in it. */
export function segment(code: number, name: string, payload: string | Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from(payload)]);
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** Photoshop's image resource of IIM. */
export function makeResource(iim: Uint8Array): Buffer {
  const head = Buffer.from('8BIM\x04\x04\0\0\0\0\0\0', 'latin1');
  head.writeUInt32BE(iim.length, 8);
  return Buffer.concat([head, iim, Buffer.alloc(iim.length % 2)]);
}

/** The datasets of IIM's application record, texts in UTF-8. */
export function makeIim(datasets: readonly MadeDataset[]): Buffer {
  return Buffer.concat(
    datasets.flatMap(([number, value]) => {
      const bytes = Buffer.from(value);
      const head = Buffer.from([0x1c, 2, number, 0, 0]);
      head.writeUInt16BE(bytes.length, 3);
      return [head, bytes];
    }),
  );
}

/** A packet of XMP with properties in RDF, under the prefixes of the standards. */
export function makeXmp(properties: string, attributes = ''): string {
  const namespaces = [
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"',
    'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
    'xmlns:exif="http://ns.adobe.com/exif/1.0/"',
    'xmlns:cc="http://creativecommons.org/ns#"',
    'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"',
    'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"',
  ].join(' ');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${namespaces} ${attributes}>${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}

/** Alternatives of a text: pairs of a language and the text in it. */
export function makeAlt(name: string, texts: readonly (readonly [string, string])[]): string {
  const items = texts.map(([language, text]) => `<rdf:li xml:lang="${language}">${text}</rdf:li>`);
  return `<${name}><rdf:Alt>${items.join('')}</rdf:Alt></${name}>`;
}

/** Tags of a TIFF structure by number: texts, or the directory that a tag points to. */
export interface MadeDirectory {
  readonly [tag: number]: string | Uint8Array | MadeDirectory;
}

/** A TIFF structure as EXIF holds it, in little endian. */
export function makeTiff(tags: MadeDirectory): Buffer {
  const head = Buffer.from('II*\0\x08\0\0\0', 'latin1');
  return Buffer.concat([head, makeDirectory(tags, head.length)]);
}

const entryLength = 12;
const ascii = 2;
const long = 4;

function makeDirectory(tags: MadeDirectory, offset: number): Buffer {
  const entries = Object.entries(tags);
  const head = Buffer.alloc(2 + entries.length * entryLength + 4);
  head.writeUInt16LE(entries.length, 0);
  const values: Buffer[] = [];
  let end = offset + head.length;
  for (const [index, [tag, value]] of (entries as [string, MadeDirectory[number]][]).entries()) {
    const isDirectory = isMadeDirectory(value);
    const bytes = isDirectory ? makeDirectory(value, end) : makeText(value);
    const entry = 2 + index * entryLength;
    head.writeUInt16LE(Number(tag), entry);
    head.writeUInt16LE(isDirectory ? long : ascii, entry + 2);
    head.writeUInt32LE(isDirectory ? 1 : bytes.length, entry + 4);
    head.writeUInt32LE(end, entry + 8);
    values.push(bytes);
    end += bytes.length;
  }
  return Buffer.concat([head, ...values]);
}

function isMadeDirectory(value: MadeDirectory[number]): value is MadeDirectory {
  return typeof value !== 'string' && !(value instanceof Uint8Array);
}

/** Texts of up to four bytes would stand in the entry itself: spaces make them longer. */
function makeText(value: string | Uint8Array): Buffer {
  const text = Buffer.concat([Buffer.from(value), Buffer.from('\0')]);
  return text.length > 4 ? text : Buffer.concat([Buffer.from('     '), text]);
}

/** A text in Windows-1256. */
export function encodeWindows1256(text: string): Buffer {
  const decoder = new TextDecoder('windows-1256');
  const codes = new Map(
    Array.from({ length: 256 }, (_, code) => [decoder.decode(Buffer.from([code])), code]),
  );
  return Buffer.from(
    Array.from(text, (character) => {
      const code = codes.get(character);
      if (code === undefined) throw new Error(`Windows-1256 has no ${character}`);
      return code;
    }),
  );
}
