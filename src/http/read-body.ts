import type { IncomingMessage } from 'node:http';
import { BodyBuffer } from './body-buffer';

/** A body that was read whole, or why it was not. */
export type ReadBody =
  | { readonly bytes: Buffer }
  | { readonly tooLarge: true; readonly maxBytes: number }
  /** The unfinished bodies of the request's network take as much as they may. */
  | { readonly tooManyAtOnce: true };

/** What a body reader needs. */
export interface BodyReaderDependencies {
  /** Units: bytes of one body. */
  readonly maxBytes: number;
  /** Units: bytes that unfinished bodies of one network may take together. */
  readonly maxPendingBytes: number;
  /** Where a request comes from, as addresses are counted. */
  readonly networkOf: (request: IncomingMessage) => string;
}

/**
 * Reads requests' bodies.
 *
 * Most come in one piece and are not counted; what is held for others is bounded for each network.
 * How long a body may take to arrive is the server's `requestTimeout`.
 */
export class BodyReader {
  private readonly pendingBytes = new Map<string, number>();

  constructor(private readonly dependencies: BodyReaderDependencies) {}

  /** Units: bytes held for unfinished bodies. */
  get pendingByteCount(): number {
    return [...this.pendingBytes.values()].reduce((sum, count) => sum + count, 0);
  }

  /**
   * Reads a body whole. Units: `maxBytes`, where the caller may send more than usual, in bytes.
   * Errors: the stream's own, where the client goes away.
   */
  read(request: IncomingMessage, maxBytes = this.dependencies.maxBytes): Promise<ReadBody> {
    return new Promise((resolve, reject) => {
      const body = new BodyBuffer(maxBytes);
      let held = 0;
      let isOver = false;
      const hold = (byteCount: number): boolean => {
        const fits = byteCount === held || this.hold(request, byteCount - held);
        if (fits) held = byteCount;
        return fits;
      };
      const end = (result: ReadBody) => {
        isOver = true;
        body.clear();
        hold(0);
        resolve(result);
      };
      request.on('data', (piece: Buffer) => {
        // What comes after a refusal is read and dropped, so that the client reads the answer.
        if (isOver) return;
        if (!body.append(piece)) end({ tooLarge: true, maxBytes });
        else if (!hold(body.allocatedBytes)) end({ tooManyAtOnce: true });
      });
      request.once('end', () => {
        end({ bytes: body.take() });
      });
      request.once('error', (error) => {
        hold(0);
        reject(error);
      });
    });
  }

  private hold(request: IncomingMessage, change: number): boolean {
    const network = this.dependencies.networkOf(request);
    const byteCount = (this.pendingBytes.get(network) ?? 0) + change;
    if (change > 0 && byteCount > this.dependencies.maxPendingBytes) return false;
    if (byteCount > 0) this.pendingBytes.set(network, byteCount);
    else this.pendingBytes.delete(network);
    return true;
  }
}
