import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { errorCatalogue, type ErrorCode } from '../graphql';
import type { Logger } from '../platform/log';
import { type AllowOrigin, privateAnswer } from './response-cache';
import { type Header, writeHeaderLines } from './response-cache/wire-head';

/** What Node tells of a request that it could not read. */
export interface ClientError extends Error {
  readonly code?: string;
  /** What its HTTP parser found, in words of its own. */
  readonly reason?: unknown;
  /** The bytes that it read last, as a Buffer. */
  readonly rawPacket?: unknown;
}

/** What answering such requests needs. */
export interface ClientErrorDependencies {
  readonly allowOrigin: AllowOrigin;
  readonly logger: Logger;
  /** Units: milliseconds. */
  readonly receiveTimeoutMs: number;
  /** Whether a connection carries a picture, which has a time of its own. */
  readonly isUploading: (socket: Socket) => boolean;
}

interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
}

const lateRequest = 'ERR_HTTP_REQUEST_TIMEOUT';
/** Units: milliseconds that a client has to read an answer before its socket is destroyed. */
const lingerMs = 1_000;

/**
 * Answers a request that never became one: with one error, in the form of all others.
 * Shape: for Node's event `clientError`; the connection is closed behind the answer.
 */
export function createClientErrorHandler(dependencies: ClientErrorDependencies) {
  return (error: ClientError, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    // Node leaves the connection to this listener, and tells it of each late request once.
    if (error.code === lateRequest && dependencies.isUploading(socket)) return;
    const fault = describe(error, dependencies.receiveTimeoutMs);
    dependencies.logger.debug({ err: error, code: fault.code }, 'A request could not be read');
    endWithError(
      socket,
      fault,
      writeCorsHeaders(readOrigin(error.rawPacket), dependencies.allowOrigin),
    );
  };
}

/** Sends one error over a socket that carries no request, and closes it. */
export function endWithError(
  socket: Socket,
  { code, message }: Fault,
  headers: readonly Header[] = [],
): void {
  const { httpStatus } = errorCatalogue[code];
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const lines = writeHeaderLines([
    ['content-type', 'application/json; charset=utf-8'],
    ['content-length', String(Buffer.byteLength(body))],
    ['cache-control', privateAnswer],
    ['x-content-type-options', 'nosniff'],
    ['x-request-id', randomUUID()],
    ['connection', 'close'],
    ...headers,
  ]);
  socket.end(`HTTP/1.1 ${httpStatus} ${STATUS_CODES[httpStatus] ?? ''}\r\n${lines}\r\n${body}`);
  // Closed at once, it would be reset while the client still sends, and the answer be lost.
  setTimeout(() => socket.destroy(), lingerMs).unref();
}

/** The headers with which a page may read an answer outside the framework. */
export function writeCorsHeaders(
  origin: string | undefined,
  allowOrigin: AllowOrigin,
): readonly Header[] {
  const allowed = origin === undefined ? null : allowOrigin(origin);
  const vary: Header = ['vary', 'Origin'];
  return allowed === null ? [vary] : [vary, ['access-control-allow-origin', allowed]];
}

function describe({ code, reason }: ClientError, receiveTimeoutMs: number): Fault {
  if (code === lateRequest) {
    const message = `The request did not arrive whole within ${receiveTimeoutMs / 1_000} s`;
    return { code: 'RECEIVE_TIMEOUT', message };
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    const message = 'The headers of the request, its address included, are larger than 16 KiB';
    return { code: 'HEADERS_TOO_LARGE', message };
  }
  if (code === 'HPE_INVALID_URL') {
    const message = 'The address has characters that must be percent-encoded, as UTF-8';
    return { code: 'BAD_REQUEST', message };
  }
  const found = typeof reason === 'string' ? `: ${reason}` : '';
  return { code: 'BAD_REQUEST', message: `The request cannot be read as HTTP${found}` };
}

/**
 * The Origin header among bytes that are no whole request.
 * Shape: only what `allowOrigin` knows is ever sent back, so a wrong guess lets nobody in.
 */
function readOrigin(bytes: unknown): string | undefined {
  if (!Buffer.isBuffer(bytes)) return undefined;
  return /\r\norigin:[ \t]*([^\s]+)[ \t]*\r\n/i.exec(bytes.toString('latin1'))?.[1];
}
