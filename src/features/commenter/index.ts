export { CommenterPrivacy, normalizeEmail } from './commenter-privacy';
export { KeyRing, type PrivacyKey, PrivacyKeyMissing, type RandomBytes } from './key-ring';
export { createReceipt, createSalt, deriveReceipt, hashReceipt } from './receipt';
