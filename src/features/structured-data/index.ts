export { createStructuredDataFeature } from './structured-data.feature';
