import { networkOf } from '../../lib/address';
import { toComparableEmail } from '../../lib/email';
import type { KeyRing } from './key-ring';

const dayMs = 86_400_000;

/** What is stored about a commenter’s identity, and how it is found again. */
export class CommenterPrivacy {
  constructor(private readonly keys: KeyRing) {}

  /** The stored e-mail address of a comment’s author. */
  encryptEmail(email: string, commentId: string): string {
    return this.keys.encrypt(email, commentId);
  }

  /** The e-mail address again. Errors: PrivacyKeyMissing. */
  decryptEmail(encrypted: string, commentId: string): string {
    return this.keys.decrypt(encrypted, commentId);
  }

  /** A secret of a comment as it is stored; without a key it is stored as it is. */
  encryptSecret(secret: string, commentId: string): string {
    return this.keys.encrypt(secret, `secret of ${commentId}`);
  }

  /** The secret again. Errors: PrivacyKeyMissing. */
  decryptSecret(encrypted: string, commentId: string): string {
    return this.keys.decrypt(encrypted, `secret of ${commentId}`);
  }

  /** Whether an address is stored under the newest key. */
  isCurrent(encrypted: string): boolean {
    return this.keys.isCurrent(encrypted);
  }

  /** The hash that a new comment's e-mail address is found by; case does not count. */
  hashEmail(email: string): string {
    return this.keys.hashEmail(normalizeEmail(email))[0];
  }

  /** Every hash under which an older comment's address may stand. */
  listEmailHashes(email: string): readonly string[] {
    return this.keys.hashEmail(normalizeEmail(email));
  }

  /** The hash of a client's network, another one each day; null where the address is unknown. */
  hashAddress(address: string | null, now: Date): string | null {
    const network = address === null ? null : networkOf(address);
    return network === null ? null : this.keys.hashNetwork(network, dayOf(now));
  }

  /** The hashes of a client's network on each day since an instant. */
  listAddressHashes(address: string | null, since: Date, now: Date): string[] {
    const hashes: string[] = [];
    const firstDayMs = Date.parse(dayOf(since));
    for (let day = Date.parse(dayOf(now)); day >= firstDayMs; day -= dayMs) {
      const hash = this.hashAddress(address, new Date(day));
      if (hash !== null) hashes.push(hash);
    }
    return hashes;
  }
}

/** As addresses are compared: by neither case nor how an internationalized domain is written. */
export function normalizeEmail(email: string): string {
  return toComparableEmail(email);
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
