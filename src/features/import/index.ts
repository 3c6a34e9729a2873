export { type FileReport, importFile } from './import-files';
export { isLocale, isSourceKey, sourceKeyRule } from './import.facts';
export { ImportService } from './import.service';
export { type ImportFormat, importFormats } from './importers';
export { seedIfEmpty } from './seed-if-empty';
