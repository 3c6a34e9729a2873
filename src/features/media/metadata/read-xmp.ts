import { isUtf8 } from 'node:buffer';
import { type Document, DOMParser } from '@xmldom/xmldom';
import { decodeTexts } from './decode-text';
import { type FileMetadata, noMetadata } from './file-metadata';
import { firstTakenAt, parseTakenAt } from './parse-taken-at';
import { XmpProperties } from './xmp-properties';

/** More than Photoshop's longest histories; the parser takes tens of microseconds for each. */
const maxElements = 10_000;
const maxAttributes = 20_000;
const maxNamespaces = 1000;

const places = /:gps[a-z]{0,8}l(?:at|ong)[a-z]{0,3}tude\s?[=>/]/iu;
const documentType = /<!(?:DOCTYPE|ENTITY)/iu;

const namespace = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  rights: 'http://ns.adobe.com/xap/1.0/rights/',
  basic: 'http://ns.adobe.com/xap/1.0/',
  exif: 'http://ns.adobe.com/exif/1.0/',
  iptcCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  iptcExtension: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  creativeCommons: 'http://creativecommons.org/ns#',
} as const;

/**
 * Reads what XMP packets say.
 *
 * Shape: a packet that is no XML, declares entities, or is larger than anybody writes says nothing
 * but whether it holds coordinates.
 */
export function readXmp(packets: readonly Uint8Array[]): FileMetadata {
  const texts = packets.map(decodePacket);
  const properties = new XmpProperties(texts.flatMap((text) => parsePacket(text) ?? []));
  return {
    ...noMetadata,
    captions: properties.texts(namespace.dc, 'description'),
    alts: properties.texts(namespace.iptcCore, 'AltTextAccessibility'),
    creators: properties.list(namespace.dc, 'creator'),
    credit: properties.value(namespace.photoshop, 'Credit'),
    // Agencies write it with a capital, too.
    copyrights: properties.texts(namespace.dc, 'rights', 'Rights'),
    rightsUrl:
      properties.value(namespace.rights, 'WebStatement') ??
      properties.value(namespace.creativeCommons, 'license'),
    digitalSourceType: properties.value(namespace.iptcExtension, 'DigitalSourceType'),
    takenAt: readTakenAt(properties),
    hadLocation: texts.some((text) => places.test(text)),
  };
}

function readTakenAt(properties: XmpProperties) {
  const stated = [
    properties.value(namespace.photoshop, 'DateCreated'),
    properties.value(namespace.exif, 'DateTimeOriginal'),
    properties.value(namespace.basic, 'CreateDate'),
  ];
  return firstTakenAt(stated.map((text) => (text === null ? null : parseTakenAt(text))));
}

function decodePacket(packet: Uint8Array): string {
  const [first, second] = packet;
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(packet);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(packet);
  if (isUtf8(packet)) return new TextDecoder().decode(packet);
  return decodeTexts([packet])[0] ?? '';
}

/** The library expands no entities; a packet that declares some is left alone all the same. */
function parsePacket(text: string): Document | null {
  const xml = text.slice(Math.max(0, text.indexOf('<')), text.lastIndexOf('>') + 1);
  if (xml === '' || documentType.test(xml) || isTooLarge(xml)) return null;
  try {
    const parser = new DOMParser({ locator: false, onError: () => undefined });
    return parser.parseFromString(xml, 'text/xml');
  } catch {
    // Errors of packets are of every kind, a stack that is too deep among them.
    return null;
  }
}

function isTooLarge(xml: string): boolean {
  return (
    countAtMost(xml, '<', maxElements) > maxElements ||
    countAtMost(xml, '=', maxAttributes) > maxAttributes ||
    countAtMost(xml, 'xmlns', maxNamespaces) > maxNamespaces
  );
}

function countAtMost(text: string, part: string, max: number): number {
  let count = 0;
  let index = text.indexOf(part);
  while (index >= 0 && count <= max) {
    count += 1;
    index = text.indexOf(part, index + part.length);
  }
  return count;
}
