import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { decodeUtf8, MalformedUtf8 } from '../lib/utf8';
import type { RequestStates } from './cache-middleware';
import { isPlainlyCoded, readBodyType } from './content-headers';
import { BodyTooLarge, BodyUnreadable, RateLimited, UnsupportedMediaType } from './http.errors';
import type { BodyReader } from './read-body';

/** Units: seconds in which some of the bodies that are under way will have arrived. */
const retryAfterSeconds = 1;

/**
 * Parses JSON bodies. Most were read by the cache middleware: a stream can be read only once.
 * Errors: UnsupportedMediaType for another charset or coding; BodyTooLarge; RateLimited where the
 * address sends too many at once; BodyUnreadable.
 */
export function parseBodies(
  app: FastifyInstance,
  { bodies, states }: { readonly bodies: BodyReader; readonly states: RequestStates },
): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', async ({ raw }: { raw: IncomingMessage }) => {
    requireReadable(raw.headers);
    const body = states.get(raw)?.body ?? (await bodies.read(raw));
    if ('tooLarge' in body) throw new BodyTooLarge(bodies.maxBytes);
    if ('tooManyAtOnce' in body) {
      throw new RateLimited('This address sends too many large bodies at once', retryAfterSeconds);
    }
    return parseJson(body.bytes);
  });
}

function requireReadable(headers: IncomingMessage['headers']): void {
  const { 'content-type': type, 'content-encoding': coding } = headers;
  if (readBodyType(type) === 'other charset') {
    throw new UnsupportedMediaType(
      'The body must be UTF-8: send Content-Type: application/json without another charset',
      { accept: 'application/json' },
    );
  }
  if (!isPlainlyCoded(coding)) {
    throw new UnsupportedMediaType(
      'The body must be sent uncompressed: with Content-Encoding: identity, or without the header',
      { 'accept-encoding': 'identity' },
    );
  }
}

function parseJson(bytes: Buffer): unknown {
  const text = decode(bytes);
  if (text === '') throw new BodyUnreadable('The body is empty');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BodyUnreadable('The body is not valid JSON');
  }
}

function decode(bytes: Buffer): string {
  try {
    return decodeUtf8(bytes);
  } catch (error) {
    if (!(error instanceof MalformedUtf8)) throw error;
    throw new BodyUnreadable(`The body cannot be read: ${error.message}`);
  }
}
