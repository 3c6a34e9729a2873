import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Lifetime, privateAnswer, writeCacheControl } from './cache-control';

/** How an answer's bytes can be packed for the way. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** What an answer was made of, and how long others may keep it. */
export interface Recipe extends Lifetime {
  readonly tags: ReadonlySet<string>;
  readonly isLanguageUsed: boolean;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
/** Best for its time on answers of some kilobytes; the default, 11, takes a hundred times as long. */
const brotliQuality = 5;
/** Units: bytes. Below this a packed answer saves no packet. */
const minPackedBytes = 1_024;
/** What an entry takes beside its bytes, and its packed forms as a share of them. */
const overheadBytes = 2_048;
const packedShare = 0.6;

/** The packed forms, the smallest first. */
const packings = ['br', 'gzip'] as const;
const refusals = { br: /\bbr\s*;\s*q=0(?![.\d]*[1-9])/i, gzip: /\bgzip\s*;\s*q=0(?![.\d]*[1-9])/i };

/** Source: RFC 9110, 12.5.3: a weight of 0 means 'not acceptable'. */
function takes(acceptEncoding: string, encoding: (typeof packings)[number]): boolean {
  return acceptEncoding.includes(encoding) && !refusals[encoding].test(acceptEncoding);
}

/** A whole answer as bytes, ready to be sent. */
export class CachedAnswer {
  readonly etag: string;
  /** Headers that are the same each time, as Node takes them: name, value, name, value. */
  readonly head: readonly string[];
  private readonly unplannedCacheControl: string;
  private isOutdated = false;
  private readonly packed = new Map<Encoding, Buffer>();
  private packing: Promise<void> | null = null;

  constructor(
    readonly body: Buffer,
    readonly recipe: Recipe,
    /** Headers beside those that the answer makes of itself. */
    head: readonly string[],
  ) {
    // Weak, since the packed forms share it: the same answer, other bytes.
    this.etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
    this.head = ['etag', this.etag, ...head];
    this.unplannedCacheControl = writeCacheControl({ ...recipe, endsAtMs: Infinity }, 0);
  }

  /**
   * Notes that a change came while it was read: it is right for whoever asked before the change, but
   * a CDN must not keep it, since the purge may have been there already.
   */
  outdate(): void {
    this.isOutdated = true;
  }

  /** The Cache-Control header at an instant. */
  cacheControlAt(nowMs: number): string {
    if (this.isOutdated) return privateAnswer;
    const isUnplanned = this.recipe.endsAtMs === Infinity;
    return isUnplanned ? this.unplannedCacheControl : writeCacheControl(this.recipe, nowMs);
  }

  /** Units: bytes, the packed forms included whether they are there yet or not. */
  get sizeBytes(): number {
    return Math.ceil(this.body.length * (1 + packedShare)) + overheadBytes;
  }

  /**
   * The bytes in the best form that the client takes and that is there.
   * Cost: nothing; packing happens aside, once somebody has asked for it.
   */
  encode(acceptEncoding: string | undefined): { encoding: Encoding; bytes: Buffer } {
    if (acceptEncoding === undefined || this.body.length < minPackedBytes) return this.identity();
    const taken = packings.filter((encoding) => takes(acceptEncoding, encoding));
    if (taken.length === 0) return this.identity();
    for (const encoding of taken) {
      const bytes = this.packed.get(encoding);
      if (bytes !== undefined) return { encoding, bytes };
    }
    // Where packing fails the answer goes out as it is.
    this.packing ??= this.pack().catch(() => undefined);
    return this.identity();
  }

  private identity(): { encoding: Encoding; bytes: Buffer } {
    return { encoding: 'identity', bytes: this.body };
  }

  private async pack(): Promise<void> {
    const [br, gz] = await Promise.all([
      compressBrotli(this.body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
          [constants.BROTLI_PARAM_SIZE_HINT]: this.body.length,
        },
      }),
      compressGzip(this.body),
    ]);
    this.packed.set('br', br).set('gzip', gz);
  }
}
