import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { decodeUtf8, MalformedUtf8 } from '../lib/utf8';
import { includesRole, Role } from '../platform/request';
import type { RequestStates } from './cache-middleware';
import { isPlainlyCoded, readBodyType } from './content-headers';
import { BodyTooLarge, BodyUnreadable, RateLimited, UnsupportedMediaType } from './http.errors';
import type { BodyReader } from './read-body';
import type { AuthenticatedCaller, RequestAuthenticator } from './request-authenticator';

/**
 * Units: bytes. A whole article of 1 MB is three times as long where a client escapes its letters
 * (`\u063a`), and its other fields take some more.
 */
const maxEditorBodyBytes = 4 * 1024 * 1024;

/** Callers of requests whose bodies were read; a request is authenticated once. */
export type Callers = WeakMap<IncomingMessage, AuthenticatedCaller>;

/** What parsing needs. */
export interface ParseBodiesOptions {
  readonly bodies: BodyReader;
  readonly states: RequestStates;
  readonly requestAuthenticator: RequestAuthenticator;
  readonly callers: Callers;
}

/** Units: seconds in which some of the bodies that are under way will have arrived. */
const retryAfterSeconds = 1;

/**
 * Parses JSON bodies. Most were read by the cache middleware: a stream can be read only once.
 * Errors: UnsupportedMediaType for another charset or coding; BodyTooLarge; RateLimited where the
 * address sends too many at once; BodyUnreadable.
 */
export function parseBodies(
  app: FastifyInstance,
  { bodies, states, requestAuthenticator, callers }: ParseBodiesOptions,
): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', async ({ raw }: { raw: IncomingMessage }) => {
    requireReadable(raw.headers);
    const read = async () => {
      const { authorization } = raw.headers;
      if (authorization === undefined) return bodies.read(raw);
      const caller = await requestAuthenticator.authenticate(raw, authorization);
      callers.set(raw, caller);
      const isEditor = includesRole(caller.credential.viewer.role, Role.EDITOR);
      return bodies.read(raw, isEditor ? maxEditorBodyBytes : undefined);
    };
    const body = states.get(raw)?.body ?? (await read());
    if ('tooLarge' in body) throw new BodyTooLarge(body.maxBytes);
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
