export { createCacheHintPlugin } from './cache-hint.plugin';
