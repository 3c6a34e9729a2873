export { CommenterPrivacy, normalizeEmail } from './commenter-privacy';
export { EraseCommenterResolver } from './erase-commenter.resolver';
export { EraseCommenterService } from './erase-commenter.service';
export { type CommenterExport, ExportCommenterService } from './export-commenter.service';
export { KeyRing, type PrivacyKey, PrivacyKeyMissing, type RandomBytes } from './key-ring';
export { RekeyService } from './rekey.service';
export { RetentionService, type Swept } from './retention.service';
