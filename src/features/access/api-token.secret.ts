import { createHash } from 'node:crypto';

/** Fills a buffer with unpredictable bytes; an argument, so that tests can choose them. */
export type RandomBytes = (byteCount: number) => Buffer;

/** What every token begins with, so that scanners of code and logs know one when they see it. */
export const tokenPrefix = 'mql_';
const secretBytes = 32;

/** A new secret of 256 random bits, as text that goes into a header. */
export function createSecret(randomBytes: RandomBytes): string {
  return `${tokenPrefix}${randomBytes(secretBytes).toString('base64url')}`;
}

/** The stored form of a secret. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
