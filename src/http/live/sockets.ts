import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, type Server } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { SubscriberTooSlow } from '../../graphql';
import { ConnectionLimitExceeded } from '../http.errors';
import type { LiveDependencies } from './live-dependencies';
import { refuseUpgrade } from './refuse-upgrade';
import { closeSocket, drainSocket, refuseProtocol } from './socket-closing';
import { createSocketServer, sendText, type SocketState } from './socket-server';
import { readMessage } from './subscribe-message';

/** Units: milliseconds between two pings; who has not answered the last is gone. */
const pingMs = 15_000;
const internalError = 4_500;

/** WebSockets on the path of the API. */
export class Sockets {
  private readonly sockets;
  private readonly server: Server<SocketState>;
  private readonly answered = new WeakSet<WebSocket>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly dependencies: LiveDependencies,
    private readonly path: string,
  ) {
    this.server = createSocketServer(dependencies);
    this.sockets = new WebSocketServer({
      noServer: true,
      maxPayload: dependencies.maxMessageBytes,
      handleProtocols: chooseProtocol,
    });
    this.timer = setInterval(() => {
      this.ping();
    }, pingMs).unref();
  }

  /** Listens to the server's event of this name. */
  readonly upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    const [path] = (request.url ?? '').split('?', 1);
    if (path !== this.path) {
      refuseUpgrade(socket, 'NOT_FOUND', `There is no WebSocket at ${path ?? ''}`);
    } else if (this.dependencies.isStopping()) {
      refuseUpgrade(socket, 'SERVICE_STOPPING', 'The service is shutting down: try again');
    } else if (!this.isAllowed(request)) {
      const origin = request.headers.origin ?? '';
      refuseUpgrade(
        socket,
        'FORBIDDEN',
        `Pages of ${origin} may not read the API: see CORS_ORIGINS`,
      );
    } else {
      this.accept(request, socket, head);
    }
  };

  /** Closes every socket and accepts no more. */
  async drain(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([...this.sockets.clients].map(drainSocket));
  }

  /** A browser lets any page open a WebSocket and leaves it to the server whose pages may. */
  private isAllowed({ headers: { origin, host } }: IncomingMessage): boolean {
    if (origin === undefined || this.dependencies.allowOrigin(origin) !== null) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  }

  private accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { requestAuthenticator, sessions } = this.dependencies;
    try {
      socket.once('close', sessions.enter(requestAuthenticator.networkOf(request)));
    } catch (error) {
      if (!(error instanceof ConnectionLimitExceeded)) throw error;
      refuseUpgrade(socket, error.code, error.message);
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (opened) => {
      this.open(opened, request);
    });
  }

  private open(socket: WebSocket, request: IncomingMessage): void {
    const { requestAuthenticator, operations, logger } = this.dependencies;
    const state: SocketState = {
      socket,
      request,
      connection: operations.connect(requestAuthenticator.networkOf(request), () => {
        const { code, message } = new SubscriberTooSlow();
        closeSocket(socket, code, message);
      }),
      caller: null,
      sent: null,
      stopWatching: () => undefined,
    };
    this.answered.add(socket);
    socket.on('pong', () => this.answered.add(socket));
    socket.on('error', (error) => {
      logger.debug({ err: error }, 'A WebSocket failed');
      socket.terminate();
    });
    if (socket.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL) {
      refuseProtocol(socket);
      return;
    }
    const closed = this.server.opened(
      {
        protocol: socket.protocol,
        send: (text) => sendText(socket, text),
        close: (code, reason) => {
          socket.close(code, reason);
        },
        onMessage: (read) => {
          socket.on('message', (data: Buffer) => {
            const { text, sent } = readMessage(data.toString());
            state.sent = sent;
            read(text).catch((error: unknown) => {
              logger.error({ err: error }, 'A message could not be handled');
              socket.close(internalError, 'Internal server error');
            });
            // The library has called its hook by now.
            state.sent = null;
          });
        },
      },
      state,
    );
    socket.once('close', (code, reason) => {
      state.stopWatching();
      void closed(code, reason.toString());
    });
  }

  private ping(): void {
    for (const socket of this.sockets.clients) {
      if (!this.answered.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }
}

/**
 * A subprotocol that is not ours is agreed to as well, only to be closed with a reason: otherwise
 * the client sees a handshake that failed, and not why.
 */
function chooseProtocol(offered: ReadonlySet<string>): string | false {
  if (offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL)) return GRAPHQL_TRANSPORT_WS_PROTOCOL;
  const [first = false] = offered;
  return first;
}
