export { isLocale, isSourceKey, type PageFacts, readFacts, sourceKeyRule } from './import.facts';
export { type ImportReport, type ImportRequest, ImportService } from './import.service';
export type { LineReport, LineRole } from './importer';
export { type ImportFormat, importFormats } from './importers';
