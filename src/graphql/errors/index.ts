export { type CatalogueEntry, errorCatalogue, type ErrorCode } from './error-catalogue';
export { writeErrorHeaders } from './error-headers';
export { createErrorsPlugin, createPresenter, type PresentErrors } from './errors.plugin';
export { formatError } from './format-error';
