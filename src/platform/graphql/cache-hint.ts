/** What `@Extensions` says of a field: for how long others may keep an answer that has it. */
export interface CacheHint {
  readonly maxAgeSeconds: number;
}

/** For what readers change by the minute: browsers and CDNs keep it for a moment only. */
export const liveHint: { readonly cacheHint: CacheHint } = { cacheHint: { maxAgeSeconds: 5 } };
