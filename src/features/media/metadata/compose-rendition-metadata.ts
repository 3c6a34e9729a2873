import { escapeHtml } from '../../../lib/text';
import type { FileMetadata, LocalizedText } from './file-metadata';

/** What a rendition tells of the picture that it was made of. */
export type RenditionRights = Pick<
  FileMetadata,
  'creators' | 'credit' | 'copyrights' | 'rightsUrl' | 'digitalSourceType'
>;

/** The blocks that are written into a rendition, in place of all that stood in the file. */
export interface RenditionMetadata {
  /** A whole packet, for sharp's `withXmp`; for a GIF, `insertXmpIntoGif`. */
  readonly xmp: string;
}

const noCharacterOfXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const namespaces = [
  'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"',
  'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
  'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"',
].join(' ');

/**
 * Composes what a rendition carries: creators, credit, rights and the digital source type.
 *
 * Shape: nothing else of the file: no place, no serial number, no thumbnail, no caption, which is
 * the article's. It is XMP alone, which JPEG, PNG, WebP and AVIF keep: EXIF's texts are ASCII, and
 * Arabic in them becomes question marks.
 * Units: under 64 kB for cleaned metadata, which is what a JPEG's segment holds.
 */
export function composeRenditionMetadata(rights: RenditionRights): RenditionMetadata {
  const { creators, credit, copyrights, rightsUrl, digitalSourceType } = rights;
  const properties = [
    writeList('dc:creator', creators),
    writeValue('photoshop:Credit', credit),
    writeAlternatives('dc:rights', copyrights),
    writeValue('xmpRights:Marked', copyrights.length > 0 ? 'True' : null),
    writeValue('xmpRights:WebStatement', rightsUrl),
    writeValue('Iptc4xmpExt:DigitalSourceType', digitalSourceType),
  ];
  const xmp = [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ${namespaces}><rdf:Description rdf:about="">`,
    ...properties,
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
  ];
  return { xmp: xmp.join('') };
}

function writeValue(name: string, value: string | null): string {
  return value === null ? '' : `<${name}>${escapeXml(value)}</${name}>`;
}

function writeList(name: string, values: readonly string[]): string {
  if (values.length === 0) return '';
  const items = values.map((value) => `<rdf:li>${escapeXml(value)}</rdf:li>`);
  return `<${name}><rdf:Seq>${items.join('')}</rdf:Seq></${name}>`;
}

/** Readers look at the default: where no text is that, the first is, once more. */
function writeAlternatives(name: string, texts: readonly LocalizedText[]): string {
  const [first] = texts;
  if (first === undefined) return '';
  const byDefault = texts.find(({ language }) => language === null) ?? first;
  const others = texts.filter(({ language }) => language !== null);
  const items = [{ ...byDefault, language: 'x-default' }, ...others].map(
    ({ language, text }) =>
      `<rdf:li xml:lang="${escapeXml(language ?? 'x-default')}">${escapeXml(text)}</rdf:li>`,
  );
  return `<${name}><rdf:Alt>${items.join('')}</rdf:Alt></${name}>`;
}

function escapeXml(text: string): string {
  return escapeHtml(text.replace(noCharacterOfXml, ''));
}
