import { setFlagsFromString } from 'node:v8';

/** How far the heap grows beyond what is alive before it is collected. Units: percent. */
const growthPercent = 30;

/**
 * Has the process take less memory than V8 would give it.
 *
 * V8 lets a small heap grow up to fourfold, which is right for a page in a browser; a service that
 * runs for months would take half as much memory again (`npm run bench -- memory`).
 */
export function limitHeapGrowth(): void {
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`);
}
