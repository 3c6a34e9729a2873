export type { Cache, EntryFacts, Stamp } from './cache';
export { MemoryCache } from './memory-cache';
