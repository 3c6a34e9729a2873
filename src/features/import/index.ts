export { type FileReport, importFile } from './import-files';
export { isLocale, isSourceKey, sourceKeyRule } from './import.facts';
export { ImportService } from './import.service';
export { type ImportFormat, importFormats } from './importers';
export { PagePictures } from './page-pictures';
export { seedIfEmpty } from './seed-if-empty';
