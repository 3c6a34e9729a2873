import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Whether a request asks for a WebSocket, and not for another protocol. */
export function asksForWebSocket({ headers: { upgrade } }: IncomingMessage): boolean {
  return upgrade?.trim().toLowerCase() === 'websocket';
}

/** Headers that belong to the offer. */
const offerHeaders = new Set(['upgrade', 'http2-settings']);

/**
 * Answers a request that offers another protocol as if it offered none, which RFC 9110, 7.8 allows:
 * Java's HttpClient and `curl --http2` offer h2c with every request. Node takes the connection from
 * its HTTP parser for any offer, so the request is given back to it without the offer.
 */
export function ignoreUpgrade(
  server: Server,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const lines = [`${request.method ?? 'GET'} ${request.url ?? '/'} HTTP/${request.httpVersion}`];
  const { rawHeaders } = request;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    const value = rawHeaders[index + 1] ?? '';
    if (offerHeaders.has(name.toLowerCase())) continue;
    lines.push(`${name}: ${name.toLowerCase() === 'connection' ? withoutOffer(value) : value}`);
  }
  // Node reads header bytes as Latin-1.
  const text = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  socket.unshift(Buffer.concat([text, head]));
  server.emit('connection', socket);
}

function withoutOffer(connection: string): string {
  const options = connection.split(',').map((option) => option.trim());
  return options.filter((option) => !offerHeaders.has(option.toLowerCase())).join(', ');
}
