import { CommenterPrivacy } from './commenter-privacy';
import { KeyRing, type PrivacyKey } from './key-ring';

/** Constructs what encrypts and finds commenters, from PRIVACY_KEYS. */
export function createCommenterFeature(keys: readonly PrivacyKey[]) {
  const ring = new KeyRing(keys);
  return { privacy: new CommenterPrivacy(ring), isEncrypting: !ring.isEmpty };
}

/** How commenters are stored and found again. */
export type CommenterFeature = ReturnType<typeof createCommenterFeature>;
