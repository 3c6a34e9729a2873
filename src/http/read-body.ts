import type { IncomingMessage } from 'node:http';

/** A body that was read whole, or that is too large to be read. */
export type ReadBody = { readonly text: string } | { readonly tooLarge: true };

/**
 * Reads a request's body as text.
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
      resolve({ text: Buffer.concat(chunks).toString() });
    });
    request.once('error', reject);
  });
}
