export { type CatalogueEntry, errorCatalogue, type ErrorCode } from './error-catalogue';
export { createErrorsPlugin } from './errors.plugin';
export { formatError } from './format-error';
