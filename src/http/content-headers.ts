import { LRUCache } from 'lru-cache';

/** What a Content-Type header says of a body. */
export type BodyType = 'json' | 'other charset' | 'other type';

const json = 'application/json';
/** Clients send few different headers, each a thousand times. */
const known = new LRUCache<string, BodyType>({ max: 1_000 });
/** Labels that the Encoding Standard has for UTF-8. */
const utf8Labels = ['utf-8', 'utf8'];

/**
 * Reads the type of a request's body.
 * Source: RFC 9110, 8.3.1: types, names of parameters and charsets have no case.
 */
export function readBodyType(contentType: string | undefined): BodyType {
  if (contentType === json) return 'json';
  if (contentType === undefined) return 'other type';
  const remembered = known.get(contentType);
  if (remembered !== undefined) return remembered;
  const type = parseBodyType(contentType);
  known.set(contentType, type);
  return type;
}

/** Whether a body comes as it is, neither compressed nor coded otherwise. */
export function isPlainlyCoded(contentEncoding: string | undefined): boolean {
  if (contentEncoding === undefined) return true;
  return contentEncoding.split(',').every((coding) => /^\s*(identity)?\s*$/i.test(coding));
}

function parseBodyType(contentType: string): BodyType {
  const [type = '', ...parameters] = contentType.split(';');
  if (type.trim().toLowerCase() !== json) return 'other type';
  const charsets = parameters.flatMap((parameter) => {
    const [, charset] = /^\s*charset\s*=\s*"?([^"]*?)"?\s*$/i.exec(parameter) ?? [];
    return charset === undefined ? [] : [charset.toLowerCase()];
  });
  return charsets.every((charset) => utf8Labels.includes(charset)) ? 'json' : 'other charset';
}
