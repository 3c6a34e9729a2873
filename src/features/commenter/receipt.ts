import { createHash, createHmac, randomBytes as systemRandomBytes } from 'node:crypto';
import type { RandomBytes } from './key-ring';

/** The beginning of every receipt, so that one that leaks is recognized for what it is. */
const prefix = 'receipt_';
/** As many that guessing is hopeless, so a hash without salt or stretching keeps the secret. */
const secretBytes = 32;
/** Units: UTF-16 code units; a longer text is no receipt. */
const maxReceiptLength = 200;

/** A secret for the author of a comment, and its stored hash. */
export interface Receipt {
  readonly secret: string;
  readonly hash: string;
}

/** Makes a receipt. */
export function createReceipt(randomBytes: RandomBytes = systemRandomBytes): Receipt {
  const secret = prefix + randomBytes(secretBytes).toString('base64url');
  return { secret, hash: hashReceipt(secret) };
}

/** A random value that a receipt is derived with. Shape: base64url of 32 bytes. */
export function createSalt(randomBytes: RandomBytes = systemRandomBytes): string {
  return randomBytes(secretBytes).toString('base64url');
}

/**
 * The receipt of a submission that may be retried: the same for the same salt and secrets, and
 * unknown to anyone who lacks one of them.
 * Source: HMAC-SHA-256 (RFC 2104) as a pseudorandom function keyed by the salt.
 */
export function deriveReceipt(salt: string, secrets: readonly (string | null)[]): Receipt {
  const secret =
    prefix +
    createHmac('sha256', Buffer.from(salt, 'base64url'))
      .update(JSON.stringify(secrets))
      .digest('base64url');
  return { secret, hash: hashReceipt(secret) };
}

/** What a receipt is found by. Shape: any text; one that is no receipt is found nowhere. */
export function hashReceipt(secret: string): string {
  return createHash('sha256').update(secret.slice(0, maxReceiptLength)).digest('base64url');
}
