import { LRUCache } from 'lru-cache';
import type { Cache, CacheMetadata, Stamp } from './cache';
import { PurgeLog } from './purge-log';

interface Entry<Value> extends CacheMetadata {
  readonly value: Value;
}

/** A cache in the process's own memory, bounded by bytes; the least recently used goes first. */
export class MemoryCache<Value> implements Cache<Value> {
  private readonly log = new PurgeLog();
  private readonly keysByTag = new Map<string, Set<string>>();
  private readonly entries: LRUCache<string, Entry<Value>>;

  constructor(maxBytes: number) {
    this.entries = new LRUCache<string, Entry<Value>>({
      maxSize: maxBytes,
      sizeCalculation: ({ sizeBytes }) => Math.max(1, sizeBytes),
      dispose: (entry, key) => {
        this.forget(key, entry);
      },
    });
  }

  get(key: string, nowMs: number): Value | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.expiresAtMs > nowMs) return entry.value;
    this.entries.delete(key);
    return undefined;
  }

  set(key: string, value: Value, metadata: CacheMetadata): boolean {
    if (this.log.isPurgedSince(metadata.stamp, metadata.tags)) return false;
    this.entries.set(key, { ...metadata, value });
    if (!this.entries.has(key)) return false;
    for (const tag of metadata.tags) {
      const keys = this.keysByTag.get(tag);
      if (keys === undefined) this.keysByTag.set(tag, new Set([key]));
      else keys.add(key);
    }
    return true;
  }

  stamp(): Stamp {
    return this.log.stamp();
  }

  isPurgedSince(stamp: Stamp, tags: ReadonlySet<string>): boolean {
    return this.log.isPurgedSince(stamp, tags);
  }

  purge(tags: Iterable<string>): void {
    const purged = [...tags];
    this.log.record(purged);
    for (const tag of purged) {
      for (const key of [...(this.keysByTag.get(tag) ?? [])]) this.entries.delete(key);
    }
  }

  purgeAll(): void {
    this.log.recordAll();
    this.entries.clear();
  }

  private forget(key: string, { tags }: Entry<Value>): void {
    for (const tag of tags) {
      const keys = this.keysByTag.get(tag);
      if (keys?.delete(key) === true && keys.size === 0) this.keysByTag.delete(tag);
    }
  }
}
