import { validateHeaderName, validateHeaderValue } from 'node:http';

/** A header's name and value. */
export type Header = readonly [name: string, value: string];

/** Names and values in turn, as `response.writeHead` takes them without copying them. */
export type RawHeaders = readonly string[];

/**
 * Prepares headers for many responses.
 * Errors: Node's TypeError where a name or a value may not stand in a header, here instead of at
 * the first response.
 */
export function toRawHeaders(headers: readonly Header[]): RawHeaders {
  return headers.flatMap(([name, value]) => {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return [toOneByte(name), toOneByte(value)];
  });
}

/**
 * The same text, a byte for each character.
 *
 * V8 stores a part of an Arabic text with two bytes for each character, whatever the part holds, and
 * one such value makes Node write the whole head twice as wide in each response.
 */
function toOneByte(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}
