import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type AnswerMetadata, privateAnswer, writeCacheControl } from './cache-control';
import { type Header, writeHead, writeHeaderLines } from './wire-head';

/** An answer's bytes as they are sent, with the head's lines that are the same each time. */
export interface SentForm {
  readonly status: number;
  readonly lines: string;
  /** Null where the client has them. */
  readonly bytes: Buffer | null;
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
type Packing = (typeof packings)[number];
const refusals = { br: /\bbr\s*;\s*q=0(?![.\d]*[1-9])/i, gzip: /\bgzip\s*;\s*q=0(?![.\d]*[1-9])/i };

/** Source: RFC 9110, 12.5.3: a weight of 0 means 'not acceptable'. */
function takes(acceptEncoding: string, encoding: Packing): boolean {
  return acceptEncoding.includes(encoding) && !refusals[encoding].test(acceptEncoding);
}

/** A whole answer as bytes, ready to be sent. */
export class CachedAnswer {
  readonly etag: string;
  /** Sent to a client that has the answer already. */
  readonly notModified: SentForm;
  private readonly headers: readonly Header[];
  private readonly plain: SentForm;
  private readonly packed = new Map<Packing, SentForm>();
  private readonly permanentCacheControl: string;
  private isOutdated = false;
  private packing: Promise<void> | null = null;

  constructor(
    readonly body: Buffer,
    readonly metadata: AnswerMetadata,
    /** Headers beside those that the answer makes of itself. */
    headers: readonly Header[],
  ) {
    // Weak, since the packed forms share it: the same answer, other bytes.
    this.etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
    this.headers = [['etag', this.etag], ...headers];
    this.notModified = {
      status: 304,
      bytes: null,
      lines: writeHead(304, this.headers),
    };
    this.plain = this.toForm(body, []);
    this.permanentCacheControl = writeLine({ ...metadata, expiresAtMs: Infinity }, 0);
  }

  /**
   * Marks the answer as changed while it was read. It is right for requests from before the change,
   * but a CDN must not store it, since the purge may have reached the CDN already.
   */
  outdate(): void {
    this.isOutdated = true;
  }

  /** The line of the Cache-Control header at an instant. */
  cacheControlAt(nowMs: number): string {
    if (this.isOutdated) return privateLine;
    const neverExpires = this.metadata.expiresAtMs === Infinity;
    return neverExpires ? this.permanentCacheControl : writeLine(this.metadata, nowMs);
  }

  /** Units: bytes, the packed forms included whether they are there yet or not. */
  get sizeBytes(): number {
    return Math.ceil(this.body.length * (1 + packedShare)) + overheadBytes;
  }

  /**
   * The best form that the client takes and that is there.
   * Cost: nothing; packing happens aside, once somebody has asked for it.
   */
  formFor(acceptEncoding: string | undefined): SentForm {
    if (acceptEncoding === undefined || this.body.length < minPackedBytes) return this.plain;
    const taken = packings.filter((packing) => takes(acceptEncoding, packing));
    if (taken.length === 0) return this.plain;
    for (const packing of taken) {
      const form = this.packed.get(packing);
      if (form !== undefined) return form;
    }
    // Where packing fails the answer goes out as it is.
    this.packing ??= this.pack().catch(() => undefined);
    return this.plain;
  }

  private toForm(bytes: Buffer, more: readonly Header[]): SentForm {
    const length: Header = ['content-length', String(bytes.length)];
    return { status: 200, lines: writeHead(200, [...this.headers, ...more, length]), bytes };
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
    this.packed.set('br', this.toForm(br, [['content-encoding', 'br']]));
    this.packed.set('gzip', this.toForm(gz, [['content-encoding', 'gzip']]));
  }
}

const privateLine = writeHeaderLines([['cache-control', privateAnswer]]);

function writeLine(metadata: AnswerMetadata, nowMs: number): string {
  return writeHeaderLines([['cache-control', writeCacheControl(metadata, nowMs)]]);
}
