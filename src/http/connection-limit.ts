import type { Socket } from 'node:net';
import type { Logger } from '../platform/log';
import { toNetwork } from './client-address';
import { endWithError } from './client-errors';
import { ConnectionLimitExceeded } from './http.errors';

/** What the limit needs. */
export interface ConnectionLimitDependencies {
  readonly maxPerAddress: number;
  /** Whether the peer at an address is a proxy, whose connections carry many clients' requests. */
  readonly isProxy: (address: string) => boolean;
  readonly logger: Logger;
}

/**
 * Bounds the connections that one address may have open at once.
 *
 * Connections are counted by the address of the peer, before any header is read; the connections of
 * a trusted proxy are not counted, since its clients share them.
 */
export class ConnectionLimit {
  private readonly counts = new Map<string, number>();
  private readonly refused = new WeakSet<Socket>();
  private readonly counted = new WeakSet<Socket>();

  constructor(private readonly dependencies: ConnectionLimitDependencies) {}

  /** Counts a connection until it is closed, or answers it with an error. For Node's `connection`. */
  readonly accept = (socket: Socket): void => {
    const { maxPerAddress, isProxy, logger } = this.dependencies;
    const address = socket.remoteAddress;
    // A request that offers another protocol gives its connection to the server once more.
    if (address === undefined || isProxy(address) || this.counted.has(socket)) return;
    const network = toNetwork(address);
    const count = this.counts.get(network) ?? 0;
    if (count >= maxPerAddress) {
      this.refused.add(socket);
      const { code, message } = new ConnectionLimitExceeded(maxPerAddress);
      logger.debug({ network, maxPerAddress }, 'A connection was refused');
      endWithError(socket, { code, message });
      return;
    }
    this.counted.add(socket);
    this.counts.set(network, count + 1);
    socket.once('close', () => {
      const left = (this.counts.get(network) ?? 1) - 1;
      if (left > 0) this.counts.set(network, left);
      else this.counts.delete(network);
    });
  };

  /** Whether a connection was refused, so that what arrives on it is not executed. */
  isRefused(socket: Socket): boolean {
    return this.refused.has(socket);
  }
}
