import { once } from 'node:events';
import WebSocket from 'ws';
import type { TestApp } from './start-app';

/** A message as the server sends it. */
export interface SocketMessage {
  readonly id?: string;
  readonly type: string;
  readonly payload?: unknown;
}

/** A WebSocket whose messages a test writes itself. */
export interface RawSocket {
  readonly socket: WebSocket;
  readonly messages: SocketMessage[];
  /** How the server closed it; null while it is open. */
  closing: { readonly code: number; readonly reason: string } | null;
  readonly send: (message: unknown) => void;
}

/** Opens a WebSocket and sends `connection_init`, unless `init` is null. */
export async function openRawSocket(
  { url }: Pick<TestApp, 'url'>,
  init: Readonly<Record<string, unknown>> | null = {},
  protocols: string | string[] = 'graphql-transport-ws',
): Promise<RawSocket> {
  const socket = new WebSocket(url.replace('http', 'ws'), protocols);
  const opened: RawSocket = {
    socket,
    messages: [],
    closing: null,
    send: (message) => {
      socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    },
  };
  socket.on('message', (data: Buffer) => {
    opened.messages.push(JSON.parse(data.toString()) as SocketMessage);
  });
  socket.once('close', (code, reason) => {
    opened.closing = { code, reason: reason.toString() };
  });
  await once(socket, 'open');
  if (init !== null) opened.send({ type: 'connection_init', payload: init });
  return opened;
}
