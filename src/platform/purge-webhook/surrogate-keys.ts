import { createHash } from 'node:crypto';

/** Units: bytes. Common CDNs take 16 KiB of keys; headers altogether must stay below Node's 16 KiB. */
const maxHeaderBytes = 4_096;
const bucketCount = 1_024;
const plain = /^[\w:.-]{1,80}$/;

/** A tag as one word of ASCII: a header takes no Arabic slug. */
export function writeSurrogateKey(tag: string): string {
  return plain.test(tag) ? tag : `${tag.split(':', 1)[0] ?? ''}:${hash(tag).slice(0, 16)}`;
}

/** The bucket that a tag falls into, for answers with more tags than a header takes. */
export function writeBucket(tag: string): string {
  return `bucket:${Number.parseInt(hash(tag).slice(0, 8), 16) % bucketCount}`;
}

/**
 * An answer's tags for a CDN that purges by key.
 * Shape: words parted by spaces; buckets in place of tags where these are too long, so that a purge
 * takes a thousandth of all such answers with it and never all of a type.
 */
export function writeSurrogateKeys(tags: Iterable<string>): string {
  const all = [...tags];
  const keys = all.map(writeSurrogateKey).join(' ');
  return keys.length <= maxHeaderBytes ? keys : [...new Set(all.map(writeBucket))].join(' ');
}

/** Everything that a CDN must purge where a tag changed. */
export function listPurgedKeys(tag: string): string[] {
  return [writeSurrogateKey(tag), writeBucket(tag)];
}

function hash(tag: string): string {
  return createHash('sha256').update(tag).digest('hex');
}
