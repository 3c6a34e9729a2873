import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config';
import { imageFileTag, type KeptFile, type MediaFeature } from '../../features/media';
import { writeSurrogateKeys } from '../../platform/purge-webhook';
import { startDeadline } from '../deadline';
import { answerNotFound } from '../error-answers';
import type { RequestAuthenticator } from '../request-authenticator';
import { privateAnswer } from '../response-cache';

/** What sending pictures needs. */
export interface SendPictureParts extends Pick<MediaFeature, 'originals' | 'renditions'> {
  readonly requestAuthenticator: RequestAuthenticator;
  readonly config: Pick<Config, 'CACHE_TAG_HEADER'>;
  /** Units: milliseconds. */
  readonly requestTimeoutMs: number;
}

/** The parts of a picture's address. */
export interface FilePath {
  readonly id: string;
  readonly name: string;
}

/** Another focal point or other metadata has another address: what is here stays as it is. */
const immutable = 'public, max-age=31536000, immutable';
/** Units: seconds; an editor may have changed the picture by then. */
const lastingRedirect = 'public, max-age=300';
/** Units: bytes. A larger file is streamed, so that a slow client holds little of it in memory. */
const maxBufferedBytes = 256 * 1_024;

/**
 * Sends a rendition, made if it is asked for the first time.
 * Errors: RateLimited; ServiceUnavailable, RequestTimeout where too many are being made.
 */
export async function sendRendition(
  request: FastifyRequest,
  reply: FastifyReply,
  { id, name }: FilePath,
  parts: SendPictureParts,
): Promise<FastifyReply> {
  // Public for everybody: a token would change nothing, and is not looked at.
  await parts.requestAuthenticator.authenticate(request.raw, undefined);
  const { v: version } = request.query as { readonly v?: unknown };
  const wish = { id, name, version: typeof version === 'string' ? version : undefined };
  const { race } = startDeadline(parts.requestTimeoutMs, reply.raw);
  const answer = await race(parts.renditions.find(wish));
  if (answer === null) return answerNotFound(request, reply);
  // The same bytes for every site: without Vary a CDN keeps them once.
  reply.removeHeader('vary');
  reply.headers({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    ...writeTags(id, parts.config),
  });
  if (answer.kind === 'elsewhere') {
    const control = answer.isLasting ? lastingRedirect : 'no-store';
    return reply.header('cache-control', control).redirect(answer.reference, 302);
  }
  reply.headers({ 'cache-control': immutable, 'content-type': answer.mediaType });
  return sendKept(request, reply, answer.file);
}

/** Sends the very bytes that an editor sent. Errors: Unauthenticated, Forbidden, RateLimited. */
export async function sendOriginal(
  request: FastifyRequest,
  reply: FastifyReply,
  { id }: Pick<FilePath, 'id'>,
  { requestAuthenticator, originals }: SendPictureParts,
): Promise<FastifyReply> {
  const { credential, bucket } = await requestAuthenticator.authenticate(
    request.raw,
    request.headers.authorization,
  );
  const original = await originals.find(credential.viewer, id);
  if (original === null) return answerNotFound(request, reply);
  const { kept, file } = original;
  const extension = file.mediaType.slice('image/'.length);
  reply.headers({
    ...bucket.headers(),
    'cache-control': privateAnswer,
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename="${file.id}.${extension}"`,
  });
  return sendKept(request, reply, kept);
}

async function sendKept(
  request: FastifyRequest,
  reply: FastifyReply,
  { path, byteLength, modifiedAt }: KeptFile,
): Promise<FastifyReply> {
  const etag = `"${byteLength.toString(36)}-${modifiedAt.getTime().toString(36)}"`;
  reply.header('etag', etag);
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  reply.header('content-length', byteLength);
  if (byteLength > maxBufferedBytes) return reply.send(createReadStream(path));
  return reply.send(await readFile(path));
}

/** Source: RFC 9110, 13.1.2 and 8.8.3.2 (weak comparison). */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch
    .split(',')
    .map((part) => part.trim().replace(/^W\//, ''))
    .some((known) => known === '*' || known === etag);
}

function writeTags(
  id: string,
  { CACHE_TAG_HEADER: header }: Pick<Config, 'CACHE_TAG_HEADER'>,
): Record<string, string> {
  return header === 'none' ? {} : { [header]: writeSurrogateKeys([imageFileTag(id)]) };
}
