import type { Stamp } from './cache';

/** Tags whose last purge is remembered by name; older ones are remembered by their latest. */
const maxTags = 50_000;

/** Numbers purges, and knows of each tag when it was last purged. */
export class PurgeLog {
  private current: Stamp = 0;
  private readonly lastByTag = new Map<string, Stamp>();
  /** Nothing that was read before this one can be judged any more. */
  private horizon: Stamp = 0;

  stamp(): Stamp {
    return this.current;
  }

  record(tags: Iterable<string>): void {
    this.current += 1;
    for (const tag of tags) {
      // Set anew, so that the map runs from the longest unpurged to the latest.
      this.lastByTag.delete(tag);
      this.lastByTag.set(tag, this.current);
    }
    this.forgetOldest();
  }

  recordAll(): void {
    this.current += 1;
    this.horizon = this.current;
    this.lastByTag.clear();
  }

  isPurgedSince(stamp: Stamp, tags: ReadonlySet<string>): boolean {
    if (stamp < this.horizon) return true;
    for (const tag of tags) if ((this.lastByTag.get(tag) ?? 0) > stamp) return true;
    return false;
  }

  private forgetOldest(): void {
    for (const [tag, stamp] of this.lastByTag) {
      if (this.lastByTag.size <= maxTags) return;
      this.lastByTag.delete(tag);
      this.horizon = Math.max(this.horizon, stamp);
    }
  }
}
