import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes as systemRandomBytes,
} from 'node:crypto';

/** One key of PRIVACY_KEYS. */
export interface PrivacyKey {
  /** Names the key beside what it sealed: letters, digits, `-` and `_`. */
  readonly id: string;
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

/** A source of random bytes. */
export type RandomBytes = (length: number) => Buffer;

/** PRIVACY_KEYS no longer holds the key that encrypted a value. */
export class PrivacyKeyMissing extends Error {
  override readonly name = 'PrivacyKeyMissing';
  constructor(readonly keyId: string) {
    super(`PRIVACY_KEYS has no key with the id ${JSON.stringify(keyId)}`);
  }
}

const cipherName = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
/** No unquoted e-mail address has a colon, so a sealed text is never taken for a plain one. */
const sealedPrefix = 'sealed:1:';

interface DerivedKey {
  readonly id: string;
  readonly sealing: Buffer;
  readonly email: Buffer;
  readonly address: Buffer;
}

/**
 * Seals texts and hashes what must be found again: the first key seals, every key opens.
 *
 * Source: AES-256-GCM of NIST SP 800-38D, with a random nonce of 96 bits for each text; keys for
 * each purpose by HKDF (RFC 5869); hashes by HMAC-SHA-256 (RFC 2104).
 */
export class KeyRing {
  private readonly keys: readonly DerivedKey[];
  /** Stands in for a key where there is none: what it hashed is found while the process lives. */
  private readonly ownSecret: Buffer;

  constructor(
    keys: readonly PrivacyKey[],
    private readonly randomBytes: RandomBytes = systemRandomBytes,
  ) {
    this.keys = keys.map(deriveKey);
    this.ownSecret = randomBytes(keyBytes);
  }

  /** Whether nothing can be sealed. */
  get isEmpty(): boolean {
    return this.keys.length === 0;
  }

  /**
   * Seals a text for one owner, such as a comment's id: it opens for no other.
   * Shape: without a key the text is returned as it is.
   */
  seal(text: string, owner: string): string {
    const [key] = this.keys;
    if (key === undefined) return text;
    const nonce = this.randomBytes(nonceBytes);
    const cipher = createCipheriv(cipherName, key.sealing, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    const box = Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
    return `${sealedPrefix}${key.id}:${box.toString('base64url')}`;
  }

  /**
   * Opens what `seal` returned; a text that was never sealed is returned as it is.
   * Errors: PrivacyKeyMissing; an Error of the platform's where the text was tampered with.
   */
  open(sealed: string, owner: string): string {
    if (!sealed.startsWith(sealedPrefix)) return sealed;
    const [keyId = '', text = ''] = sealed.slice(sealedPrefix.length).split(':');
    const key = this.keys.find(({ id }) => id === keyId);
    if (key === undefined) throw new PrivacyKeyMissing(keyId);
    const box = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv(cipherName, key.sealing, box.subarray(0, nonceBytes))
      .setAAD(Buffer.from(owner))
      .setAuthTag(box.subarray(-tagBytes));
    const opened = decipher.update(box.subarray(nonceBytes, -tagBytes));
    return Buffer.concat([opened, decipher.final()]).toString('utf8');
  }

  /** Whether a text is sealed with the key that seals now, or plain where there is none. */
  isCurrent(sealed: string): boolean {
    const [key] = this.keys;
    return key === undefined
      ? !sealed.startsWith(sealedPrefix)
      : sealed.startsWith(`${sealedPrefix}${key.id}:`);
  }

  /**
   * The hashes under which an e-mail address may be kept, the current one first: one for each key,
   * and the one from before there was a key.
   */
  hashEmail(address: string): readonly [string, ...string[]] {
    const hashes = [...this.keys.map(({ email }) => email), unkeyed].map((key) =>
      hash(key, address),
    );
    const [current = '', ...others] = hashes;
    return [current, ...others];
  }

  /** The hash of a network on one day. Shape: `day` as `2024-06-11`. */
  hashNetwork(network: string, day: string): string {
    return hash(this.keys[0]?.address ?? this.ownSecret, `${day} ${network}`);
  }
}

const unkeyed = Buffer.from('maqal e-mail');

function deriveKey({ id, secret }: PrivacyKey): DerivedKey {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `maqal ${purpose}`, keyBytes));
  return {
    id,
    sealing: derive('seal e-mail'),
    email: derive('hash e-mail'),
    address: derive('hash address'),
  };
}

function hash(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}
