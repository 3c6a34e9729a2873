/** Units: bytes that a buffer begins with once a second piece comes. */
const minCapacity = 1_024;

/**
 * Collects the pieces of one body in one buffer that doubles when it is full: kept as they come,
 * pieces of a byte take many times their size.
 */
export class BodyBuffer {
  private bytes: Buffer | null = null;
  private byteCount = 0;
  private isCopied = false;

  /** Units: bytes. */
  constructor(private readonly maxBytes: number) {}

  /** Units: bytes allocated here; 0 for a body in one piece, which is not copied. */
  get allocatedBytes(): number {
    return this.isCopied ? (this.bytes?.length ?? 0) : 0;
  }

  /** Adds a piece; false where the body is larger than it may be, and nothing is held then. */
  append(piece: Buffer): boolean {
    const byteCount = this.byteCount + piece.length;
    if (byteCount > this.maxBytes) {
      this.clear();
      return false;
    }
    if (this.bytes === null) this.bytes = piece;
    else piece.copy(this.reserve(this.bytes, byteCount), this.byteCount);
    this.byteCount = byteCount;
    return true;
  }

  /** Hands the body over. */
  take(): Buffer {
    const bytes = this.bytes ?? Buffer.alloc(0);
    const whole = this.isCopied ? bytes.subarray(0, this.byteCount) : bytes;
    this.clear();
    return whole;
  }

  /** Lets go of what is held. */
  clear(): void {
    this.bytes = null;
    this.byteCount = 0;
    this.isCopied = false;
  }

  private reserve(bytes: Buffer, byteCount: number): Buffer {
    if (this.isCopied && byteCount <= bytes.length) return bytes;
    const capacity = Math.min(this.maxBytes, Math.max(minCapacity, byteCount, 2 * bytes.length));
    const grown = Buffer.allocUnsafe(capacity);
    bytes.copy(grown, 0, 0, this.byteCount);
    this.bytes = grown;
    this.isCopied = true;
    return grown;
  }
}
