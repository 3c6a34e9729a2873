export { isLocale, isSourceKey, type PageFacts, readFacts, sourceKeyRule } from './import.facts';
export { type ImportReport, type ImportRequest, ImportService, unread } from './import.service';
export type { LineReport, LineRole, UncertainLine } from './importer';
export { type ImportFormat, importFormats } from './importers';
