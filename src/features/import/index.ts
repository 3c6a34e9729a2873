export { isLocale, type PageFacts, readFacts } from './import.facts';
export { type ImportReport, type ImportRequest, ImportService } from './import.service';
export type { LineReport, LineRole } from './importer';
export { type ImportFormat, importFormats } from './importers';
