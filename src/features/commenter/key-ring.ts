import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes as systemRandomBytes,
} from 'node:crypto';

/** One key of PRIVACY_KEYS. */
export interface PrivacyKey {
  /** Names the key beside what it encrypted: letters, digits, `-` and `_`. */
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
/** No unquoted e-mail address has a colon, so an encrypted text is never taken for a plain one. */
const encryptedPrefix = 'sealed:1:';

interface DerivedKey {
  readonly id: string;
  readonly encryption: Buffer;
  readonly email: Buffer;
  readonly address: Buffer;
}

/**
 * Encrypts texts and hashes what must be found again: the first key encrypts, every key decrypts.
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

  /** Whether nothing can be encrypted. */
  get isEmpty(): boolean {
    return this.keys.length === 0;
  }

  /**
   * Encrypts a text for one owner, such as a comment's id: it decrypts for no other.
   * Shape: without a key the text is returned as it is.
   */
  encrypt(text: string, owner: string): string {
    const [key] = this.keys;
    if (key === undefined) return text;
    const nonce = this.randomBytes(nonceBytes);
    const cipher = createCipheriv(cipherName, key.encryption, nonce).setAAD(Buffer.from(owner));
    const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    const box = Buffer.concat([nonce, encrypted, cipher.getAuthTag()]);
    return `${encryptedPrefix}${key.id}:${box.toString('base64url')}`;
  }

  /**
   * Decrypts what `encrypt` returned; a text that was never encrypted is returned as it is.
   * Errors: PrivacyKeyMissing; an Error of the platform's where the text was tampered with.
   */
  decrypt(encrypted: string, owner: string): string {
    if (!encrypted.startsWith(encryptedPrefix)) return encrypted;
    const [keyId = '', text = ''] = encrypted.slice(encryptedPrefix.length).split(':');
    const key = this.keys.find(({ id }) => id === keyId);
    if (key === undefined) throw new PrivacyKeyMissing(keyId);
    const box = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv(cipherName, key.encryption, box.subarray(0, nonceBytes))
      .setAAD(Buffer.from(owner))
      .setAuthTag(box.subarray(-tagBytes));
    const decrypted = decipher.update(box.subarray(nonceBytes, -tagBytes));
    return Buffer.concat([decrypted, decipher.final()]).toString('utf8');
  }

  /** Whether a text is encrypted with the key that encrypts now, or plain where there is none. */
  isCurrent(encrypted: string): boolean {
    const [key] = this.keys;
    return key === undefined
      ? !encrypted.startsWith(encryptedPrefix)
      : encrypted.startsWith(`${encryptedPrefix}${key.id}:`);
  }

  /**
   * The hashes under which an e-mail address may be stored, the current one first: one for each key,
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
    encryption: derive('seal e-mail'),
    email: derive('hash e-mail'),
    address: derive('hash address'),
  };
}

function hash(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}
