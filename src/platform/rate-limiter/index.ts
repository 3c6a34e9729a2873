export { MemoryRateLimiter } from './memory-rate-limiter';
export type { Allowance, RateLimiter } from './rate-limiter';
