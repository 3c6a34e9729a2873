export { CommenterPrivacy, normalizeEmail } from './commenter-privacy';
export { PrivacyKeyMissing, type RandomBytes } from './key-ring';
export { createReceipt, createSalt, deriveReceipt, hashReceipt } from './receipt';
export { type CommenterFeature, createCommenterFeature } from './commenter.feature';
