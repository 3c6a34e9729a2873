import type { IncomingMessage } from 'node:http';

/** A body that was read whole, or that is too large to be read. */
export type ReadBody = { readonly bytes: Buffer } | { readonly tooLarge: true };

/**
 * Reads a request's body.
 * Units: bytes. Errors: the stream's own, where the client goes away.
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<ReadBody> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let byteCount = 0;
    request.on('data', (chunk: Buffer) => {
      byteCount += chunk.length;
      if (byteCount <= maxBytes) chunks.push(chunk);
      else resolve({ tooLarge: true });
    });
    request.once('end', () => {
      const [first] = chunks;
      const bytes = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
      resolve({ bytes });
    });
    request.once('error', reject);
  });
}
