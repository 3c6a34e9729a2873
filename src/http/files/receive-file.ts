import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { maxFileBytes, type MediaFeature, speak, toIntakeError } from '../../features/media';
import { type Language, requireRole, Role } from '../../platform/request';
import { isPlainlyCoded } from '../content-headers';
import { UnsupportedMediaType } from '../http.errors';
import { chooseLanguage } from '../language';
import type { RequestAuthenticator } from '../request-authenticator';
import { privateAnswer } from '../response-cache';
import type { Uploads } from './uploads';

/** What taking in pictures needs. */
export interface ReceiveFileParts extends Pick<MediaFeature, 'intake'> {
  readonly requestAuthenticator: RequestAuthenticator;
  readonly uploads: Uploads;
}

/** Units: points of the rate limit beside the request's own: a picture is decoded whole. */
const uploadPoints = 10;

type TakenFile = Awaited<ReturnType<MediaFeature['intake']['take']>>['file'];

/**
 * Takes a picture in: 201 with what is known of it, 200 where it was held already.
 * Errors: Unauthenticated, Forbidden below EDITOR, RateLimited, TooLarge, UnsupportedType,
 * ReceiveTimeout.
 */
export async function receiveFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { intake, requestAuthenticator, uploads }: ReceiveFileParts,
): Promise<FastifyReply> {
  const { raw, headers } = request;
  const { credential, bucket } = await requestAuthenticator.authenticate(
    raw,
    headers.authorization,
  );
  requireRole(credential.viewer, Role.EDITOR, 'Sending a picture');
  bucket.consume(uploadPoints);
  const language = chooseLanguage(headers['accept-language']);
  requireAcceptable(headers, language);
  const { file, isNew } = await intake.take({
    chunks: uploads.read(raw, language),
    declaredType: headers['content-type'] ?? null,
    language,
  });
  return reply
    .code(isNew ? 201 : 200)
    .headers(bucket.headers())
    .header('cache-control', privateAnswer)
    .send(toJson(file, language));
}

function requireAcceptable(headers: IncomingMessage['headers'], language: Language): void {
  if (!isPlainlyCoded(headers['content-encoding'])) {
    throw new UnsupportedMediaType(
      'The picture must be sent as it is: with Content-Encoding: identity, or without the header',
      { 'accept-encoding': 'identity' },
    );
  }
  if (Number(headers['content-length'] ?? 0) > maxFileBytes) {
    throw toIntakeError('tooManyBytes', language);
  }
}

function toJson(file: TakenFile, language: Language): object {
  const { id, sha256, mediaType, byteLength, width, height, placeholder, said, createdAt } = file;
  const { rightsUrl, digitalSourceType, takenAt, hadLocation } = said;
  return {
    id,
    sha256,
    mediaType,
    byteLength,
    width,
    height,
    placeholder,
    metadata: {
      ...speak(file, language),
      rightsUrl,
      digitalSourceType,
      takenAt: takenAt?.at ?? null,
      hadLocation,
    },
    createdAt,
  };
}
