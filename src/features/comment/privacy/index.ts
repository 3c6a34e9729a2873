export { EraseCommenterResolver } from './erase-commenter.resolver';
export { EraseCommenterService } from './erase-commenter.service';
export { type CommenterExport, ExportCommenterService } from './export-commenter.service';
export { RekeyService } from './rekey.service';
export { RetentionService, type Swept } from './retention.service';
