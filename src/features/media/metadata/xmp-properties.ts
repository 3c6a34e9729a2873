import type { Document, Element, Node } from '@xmldom/xmldom';
import { canonicalLocale } from '../../../lib/text';
import type { LocalizedText } from './file-metadata';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const xml = 'http://www.w3.org/XML/1998/namespace';
const containers = ['Alt', 'Seq', 'Bag'];

/** More alternatives and creators than a file of real life has. */
const maxItems = 50;

/** The properties that XMP packets state, in whichever of RDF's spellings. */
export class XmpProperties {
  readonly #descriptions: readonly Element[];

  constructor(packets: readonly Document[]) {
    this.#descriptions = packets.flatMap((packet) => {
      const [root] = Array.from(packet.getElementsByTagNameNS(rdf, 'RDF'));
      return root === undefined ? [] : childrenOf(root, rdf, 'Description');
    });
  }

  /** The alternatives of a text in the file's order, under the first name that states any. */
  texts(namespace: string, ...names: readonly string[]): readonly LocalizedText[] {
    for (const name of names) {
      const stated = this.#first(namespace, name);
      if (stated.length > 0) return stated;
    }
    return [];
  }

  list(namespace: string, name: string): readonly string[] {
    return this.texts(namespace, name).map(({ text }) => text);
  }

  /** A single value; of a list the first. */
  value(namespace: string, name: string): string | null {
    return this.texts(namespace, name)[0]?.text ?? null;
  }

  #first(namespace: string, name: string): readonly LocalizedText[] {
    for (const description of this.#descriptions) {
      const attribute = description.getAttributeNS(namespace, name) ?? '';
      const [property] = childrenOf(description, namespace, name);
      const found =
        attribute !== '' || property === undefined
          ? [{ language: null, text: attribute }]
          : readProperty(property);
      const stated = found.filter(({ text }) => text.trim() !== '');
      if (stated.length > 0) return stated;
    }
    return [];
  }
}

function readProperty(property: Element): readonly LocalizedText[] {
  const resource = property.getAttributeNS(rdf, 'resource') ?? '';
  if (resource !== '') return [{ language: null, text: resource }];
  const container = elementsOf(property).find(
    ({ namespaceURI, localName }) => namespaceURI === rdf && containers.includes(localName ?? ''),
  );
  if (container === undefined) return [readText(property)];
  return childrenOf(container, rdf, 'li').slice(0, maxItems).map(readText);
}

function readText(item: Element): LocalizedText {
  return { language: languageOf(item), text: item.textContent ?? '' };
}

/** 'x-default' is the file's word for no language. */
function languageOf(item: Element): string | null {
  const tag = item.getAttributeNS(xml, 'lang') ?? '';
  return tag === '' || tag.toLowerCase() === 'x-default' ? null : canonicalLocale(tag);
}

function childrenOf(parent: Element, namespace: string, name: string): readonly Element[] {
  return elementsOf(parent).filter(
    ({ namespaceURI, localName }) => namespaceURI === namespace && localName === name,
  );
}

function elementsOf(parent: Element): readonly Element[] {
  const elements: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (isElement(node)) elements.push(node);
  }
  return elements;
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}
