import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { errorCatalogue, type ErrorCode } from '../../graphql';

/** Codes for applications begin here; behind it stands the HTTP status of the error. */
const firstOwnCode = 4_000;
/**
 * Source: IANA's registry of WebSocket close codes, 'Try Again Later'. Clients of graphql-ws take
 * 4429 for a fault of their own and never connect again.
 */
const tryAgainLater = 1_013;
const tooManyRequests = 429;
const goingAway = 1_001;
/** Units: bytes; RFC 6455, 5.5: a control frame holds 125, of which two are the code. */
const maxReasonBytes = 123;
/** Source: subscriptions-transport-ws, PROTOCOL.md. */
const legacyProtocol = 'graphql-ws';
/** Units: milliseconds that a client has to answer. */
const closeTimeoutMs = 1_000;

/** Closes a socket for an error. Shape: the reason, the code's name first, as far as it fits. */
export function closeSocket(socket: WebSocket, code: ErrorCode, message: string): void {
  const { httpStatus } = errorCatalogue[code];
  const closeCode = httpStatus === tooManyRequests ? tryAgainLater : firstOwnCode + httpStatus;
  socket.close(closeCode, cutReason(`${code}: ${message}`));
  endLater(socket);
}

/**
 * Closes a socket that speaks another subprotocol, such as the legacy `graphql-ws` of
 * subscriptions-transport-ws, whose clients show the message before the close frame.
 */
export function refuseProtocol(socket: WebSocket): void {
  const message = `Subprotocol not acceptable: use ${GRAPHQL_TRANSPORT_WS_PROTOCOL} (npm package graphql-ws)`;
  if (socket.protocol === legacyProtocol) {
    socket.send(JSON.stringify({ type: 'connection_error', payload: { message } }));
  }
  socket.close(CloseCode.SubprotocolNotAcceptable, message);
  endLater(socket);
}

/** As many whole characters as fit: a client refuses a reason that is not UTF-8. */
function cutReason(text: string): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(maxReasonBytes));
  return text.slice(0, read);
}

/**
 * Closes a socket since the service stops, and waits until it is closed. No subscription is said to
 * be complete, so clients come back, to another instance.
 */
export function drainSocket(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === socket.CLOSED) {
      resolve();
      return;
    }
    socket.once('close', () => {
      resolve();
    });
    socket.close(goingAway, 'The service is shutting down');
    endLater(socket);
  });
}

/** One that does not answer is not waited for. */
function endLater(socket: WebSocket): void {
  const timer = setTimeout(() => {
    socket.terminate();
  }, closeTimeoutMs).unref();
  socket.once('close', () => {
    clearTimeout(timer);
  });
}
