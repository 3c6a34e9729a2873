export type { Cache, CacheMetadata, Stamp } from './cache';
export { createCache } from './create-cache';
export { estimateBytes } from './estimate-bytes';
export { GuardedCache } from './guarded-cache';
export { MemoryCache } from './memory-cache';
export { RowCache, type RowReader, type RowNamespace } from './row-cache';
